import { describe, expect, it } from 'vitest'
import { checkAssets } from '../../lib/glossary/check'
import type { GlossaryData } from '../../lib/glossary/data'
import type { Sense } from '../../lib/glossary/files'
import type { Alias } from '../../lib/glossary/schema'
import { entity, event, glossary, tenure } from './sample'

const findings = (parts: Partial<GlossaryData>, senses: Sense[] = []): string[] =>
  checkAssets({
    data: glossary('v', parts),
    senses: senses.map((sense) => ({ sense, origin: { file: 's', line: 1 } })),
    origin: () => ({ file: 'f', line: 1 }),
  }).map(({ entry, message }) => `${entry}: ${message}`)

const office = entity('office.us.x', { kind: 'office' })
const people = ['person.a', 'person.b'].map((id) => entity(id, { kind: 'person', family: id }))
const held = (...tenures: GlossaryData['tenures']) =>
  findings({ entities: [office, ...people], tenures })
const alias = (form: string, more: Partial<Alias> = {}): Alias => ({
  form,
  kind: 'variant',
  ...more,
})
const sense = (form: string, means: string): Sense => ({
  text: form,
  published: '2026-01-01',
  form,
  means,
})

describe('checking the assets', () => {
  it('an id is there once and begins with its kind', () => {
    expect(findings({ entities: [entity('concept.a'), entity('concept.a')] })).toHaveLength(1)
    expect(findings({ entities: [entity('org.a')] })).toEqual([
      'org.a: the id of a concept begins with concept.',
    ])
  })

  it('no headword twice in one kind', () => {
    const twice = [entity('concept.a', { headword: '語' }), entity('concept.b', { headword: '語' })]
    expect(findings({ entities: twice }).join()).toContain('same headword as concept.a')
  })

  it('what is referred to is there', () => {
    const lost = entity('concept.a', { relations: [{ to: 'org.lost', type: 'part-of' }] })
    expect(findings({ entities: [lost] })).toEqual(['concept.a: org.lost is not there'])
    const told = event('e', { participants: ['person.lost'], follows: ['never'], alone: 'step' })
    expect(findings({ events: [told] })).toEqual([
      'e: person.lost is not there',
      'e: event never is not there',
      'e: publication nhk is not there',
    ])
  })

  it('tenures may touch, acting ones overlap, dates of a month or year give way', () => {
    const [a, b] = ['person.a', 'person.b']
    expect(
      held(
        tenure(office.id, a, '2001-01-20', '2005-01-20'),
        tenure(office.id, b, '2005-01-20', '2009-05'),
        tenure(office.id, a, '2009', '2010-01-01'),
        tenure(office.id, b, '2009-12-01', '2010-02-01', { acting: true }),
        tenure(office.id, b, '2010-01'),
      ),
    ).toEqual([])
  })

  it('tenures may not contradict each other', () => {
    const [a, b] = ['person.a', 'person.b']
    expect(
      held(tenure(office.id, a, '2001', '2005-02'), tenure(office.id, b, '2004')),
    ).toHaveLength(1)
    expect(held(tenure(office.id, a, '2001'), tenure(office.id, b, '2004'))).toHaveLength(1)
    expect(held(tenure(office.id, a, '2004', '2001'))).toHaveLength(1)
  })

  it('a shared form needs a rule and a sentence for each meaning', () => {
    const share = (one: Partial<Alias>, more = {}) => [
      entity('org.a', { kind: 'organisation', aliases: [alias('NSC', one)], country: 'JP' }),
      entity('org.b', { kind: 'organisation', aliases: [alias('NSC')], country: 'JP', ...more }),
    ]
    const both = [sense('NSC', 'org.a'), sense('NSC', 'org.b')]
    expect(findings({ entities: share({}) }, both).join()).toContain('no rule tells them apart')
    expect(findings({ entities: share({ when: { bound: true } }) }, both)).toEqual([])
    expect(findings({ entities: share({}, { country: 'US' }) }, both)).toEqual([])
    expect(findings({ entities: share({}, { country: 'US' }) }, both.slice(1))).toHaveLength(1)
  })

  it('two times apart tell a form apart, surnames need no rule', () => {
    const old = entity('org.a', { kind: 'organisation', headword: '庁', valid: '1954/2007' })
    const now = entity('concept.b', { headword: '庁', valid: '2008/..' })
    expect(
      findings({ entities: [old, now] }, [sense('庁', 'org.a'), sense('庁', 'concept.b')]),
    ).toEqual([])
    const namesakes = ['person.a', 'person.b'].map((id) =>
      entity(id, { kind: 'person', family: '安倍', aliases: [alias('安倍', { kind: 'surname' })] }),
    )
    expect(findings({ entities: namesakes })).toEqual([])
  })
})
