import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { GlossaryData } from '../../lib/glossary/data'
import { packGlossary, unpackGlossary } from '../../lib/glossary/packed'

/** Rows of any shape: what is told of a glossary's fields does not matter to how it travels. */
const value = fc.oneof(
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.string(), { maxLength: 3 }),
  fc.constantFrom('', 'general', '2026-03-21', 'key'),
  fc.record({ form: fc.string(), when: fc.record({ bound: fc.boolean() }) }),
)
const rows = fc.array(
  fc.dictionary(
    fc.constantFrom('id', 'headword', 'reading', 'english', 'family', 'given', 'basis', 'aliases'),
    value,
  ),
)

describe('the glossary on its way into a browser', () => {
  it('arrives as it was sent: fields that are absent, usual, empty or null', () => {
    fc.assert(
      fc.property(rows, rows, rows, (entities, tenures, events) => {
        const data = { version: 'v', entities, tenures, events, stories: [], publications: [] }
        const sent = JSON.stringify(packGlossary(data as unknown as GlossaryData))
        expect(unpackGlossary(JSON.parse(sent))).toEqual(JSON.parse(JSON.stringify(data)))
      }),
    )
  })

  it('leaves out names that other fields of the entity tell, and tells them again', () => {
    const entities = [
      { id: 'person.rubio-marco', headword: 'マルコ・ルビオ', family: 'ルビオ', given: 'マルコ' },
      { id: 'person.oda-mari', headword: '小田真理', family: '小田', given: '真理' },
      {
        id: 'place.us.new-york',
        headword: 'ニューヨーク',
        reading: 'ニューヨーク',
        english: 'New York',
      },
      {
        id: 'concept.hat-trick',
        headword: '三得点',
        reading: 'さんとくてん',
        english: 'hat trick',
      },
      { id: 'person.smith-ann', headword: 'アン・スミス', english: 'Ann Smith' },
      { id: 'org.iaea', headword: 'IAEA', english: 'IAEA' },
    ]
    const data = { version: 'v', entities } as unknown as GlossaryData
    const sent = JSON.stringify(packGlossary(data))
    for (const text of ['マルコ・ルビオ', '小田真理', 'New York', 'hat trick', 'Ann Smith'])
      expect(sent).not.toContain(text)
    expect(unpackGlossary(JSON.parse(sent))).toEqual(data)
  })

  it('gives each row a value of its own', () => {
    const data = { version: 'v', entities: [{ aliases: [] }, { aliases: [] }] }
    const { entities } = unpackGlossary(packGlossary(data as unknown as GlossaryData))
    expect(entities[0]?.aliases).not.toBe(entities[1]?.aliases)
  })
})
