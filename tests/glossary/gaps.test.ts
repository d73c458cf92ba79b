import { describe, expect, it } from 'vitest'
import { checkGlosses } from '../../lib/glossary/check-glosses'
import { claimedTerms } from '../../lib/glossary/claimed-terms'
import { gapsOf } from '../../lib/glossary/gaps'
import type { Tenure } from '../../lib/glossary/schema'
import { entity, event, glossary, tenure } from './sample'

const office = entity('office.jp.ambassador', { kind: 'office', headword: '駐米大使' })
const person = (gloss: string) => entity('person.a', { kind: 'person', family: 'あ', gloss })
const held = (from: string, to: string | null = null) => tenure(office.id, 'person.a', from, to)

describe('the years in office that a gloss tells', () => {
  it('are read from its two usual turns of phrase', () => {
    expect(claimedTerms('2008年から12年まで駐米大使を務めた外交官。')).toEqual([
      { post: '駐米大使', from: 2008, to: 2012 },
    ])
    expect(claimedTerms('1998年から2000年まで首相を務めたイタリアの政治家。')).toEqual([
      { post: '首相', from: 1998, to: 2000 },
    ])
    expect(claimedTerms('2018年12月から新潟県知事を務め、再稼働を容認した。')).toEqual([])
    expect(claimedTerms('2025年5月からドイツの外相を務める政治家。')).toEqual([
      { post: 'ドイツの外相', from: 2025, to: null },
    ])
    expect(claimedTerms('外相や防衛相を務めた政治家。')).toEqual([])
  })

  const wrong = (gloss: string, ...tenures: Tenure[]) =>
    checkGlosses({
      data: glossary('v', { entities: [office, person(gloss)], tenures }),
      senses: [],
      origin: () => ({ file: 'f', line: 1 }),
    }).map(({ message }) => message)

  it('are those of the tenures', () => {
    const gloss = '2008年から12年まで駐米大使を務めた外交官。'
    expect(wrong(gloss, held('2008-06', '2012-11-01'))).toEqual([])
    expect(wrong(gloss, held('2008-06', '2010'), held('2011', '2012'))).toEqual([])
    expect(wrong(gloss, held('2009', '2012'))).toEqual([
      'gloss says 駐米大使 2008 to 2012, tenures say 2009 to 2012',
    ])
  })

  it('name a holder who is still in office as such', () => {
    const gloss = '2023年からアメリカで駐米大使を務める。'
    expect(wrong('2023年から駐米大使を務める。', held('2023-12'))).toEqual([])
    expect(wrong('2023年から駐米大使を務める。', held('2023-12', '2025'))).toHaveLength(1)
    expect(wrong(gloss)).toEqual([])
  })
})

describe('the gaps of the glossary', () => {
  const long = '試験のために書かれた、二十五文字よりはずっと長い説明の文。'

  it('a gloss under 25 characters is thin', () => {
    const entities = [
      entity('concept.a', { gloss: '短い説明。' }),
      entity('concept.b', { gloss: long }),
    ]
    expect(gapsOf(glossary('v', { entities })).thin).toEqual(['concept.a'])
  })

  it('an entry stands alone where no relation, event or tenure touches it', () => {
    const entities = [
      entity('concept.alone'),
      entity('concept.from', { relations: [{ to: 'concept.to', type: 'see-also' }] }),
      entity('concept.to'),
      entity('concept.topic'),
      entity('concept.old', { replacedBy: 'concept.to' }),
      office,
      person(long),
    ]
    const events = [event('e', { topics: ['concept.topic'] })]
    const data = glossary('v', { entities, events, tenures: [held('2008', '2012')] })
    expect(gapsOf(data).alone).toEqual(['concept.alone'])
  })

  it('a post told in a gloss wants its tenure', () => {
    const gloss = '2008年から12年まで駐米大使を務めた外交官。'
    const told = (...tenures: Tenure[]) =>
      gapsOf(glossary('v', { entities: [office, person(gloss)], tenures })).unrecorded
    expect(told()).toEqual([{ person: 'person.a', post: '駐米大使', from: 2008, to: 2012 }])
    expect(told(held('2008', '2012'))).toEqual([])
  })
})
