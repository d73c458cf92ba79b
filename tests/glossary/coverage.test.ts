import { beforeAll, describe, expect, it } from 'vitest'
import type { Document } from '../../lib/article/document'
import { commonWords } from '../../lib/glossary/common-word'
import { Coverage, isKnown } from '../../lib/glossary/coverage'
import { nameLike } from '../../lib/glossary/name-like'
import type { Mention } from '../../lib/linking/mention'

const forms = (text: string): string[] => nameLike(text).map(({ form }) => form)

describe('strings that look like names', () => {
  it.each([
    ['杉野次郎外相は会見した。', ['杉野次郎']],
    ['ルビオ長官とマルコ・ルビオ氏が', ['ルビオ', 'マルコ・ルビオ']],
    ['NATOとF-35、G7の各国', ['NATO', 'F-35', 'G7']],
    ['重要経済安保情報保護法が施行され', ['重要経済安保情報保護法']],
    ['政府は「力の平和」と「新たな戦い方」を掲げた', []],
    ['「国際協調」を掲げ、これから話し合う。', ['国際協調']],
  ])('%s', (text, expected) => {
    expect(forms(text)).toEqual(expected)
  })

  it('the longer one where two overlap', () => {
    expect(forms('「北大西洋条約機構」の本部')).toEqual(['北大西洋条約機構'])
  })
})

describe('coverage', () => {
  let isCommon: (form: string) => boolean
  beforeAll(async () => {
    isCommon = await commonWords()
  })

  const document = (text: string): Document => ({
    url: null,
    publisher: null,
    publishedAt: null,
    blocks: [{ kind: 'paragraph', id: 'p', runs: [{ text }] }],
  })
  const mention = (start: number, end: number, surface: string): Mention => ({
    block: 'p',
    start,
    end,
    surface,
    entity: 'place.qa',
    headword: surface,
    kind: 'place',
    tier: 'basic',
    refersTo: null,
    undecided: false,
    candidates: [],
    why: [],
  })

  it('words of the dictionary are no names, unless a title follows', () => {
    expect(['メダル', 'フリーバッティング'].map(isCommon)).toEqual([true, true])
    expect(['カタール', 'クオリプス'].map(isCommon)).toEqual([false, false])
    const coverage = new Coverage(isCommon)
    coverage.add(document('ライトの下でメダルを見たライト長官。'), [])
    expect(coverage.forms()).toEqual([{ form: 'ライト', count: 1, covered: 0, documents: 1 }])
  })

  it('counts texts before occurrences, and knows a form where most of it is found', () => {
    const coverage = new Coverage(isCommon)
    coverage.add(document('カタールとカタール、クオリプスとクオリプス'), [
      mention(0, 4, 'カタール'),
      mention(5, 9, 'カタール'),
    ])
    coverage.add(document('クオリプス'), [])
    const counted = coverage.forms()
    expect(counted).toEqual([
      { form: 'クオリプス', count: 3, covered: 0, documents: 2 },
      { form: 'カタール', count: 2, covered: 2, documents: 1 },
    ])
    expect(counted.map(isKnown)).toEqual([false, true])
  })
})
