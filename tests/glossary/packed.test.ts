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
  fc.dictionary(fc.constantFrom('id', 'text', 'basis', 'aliases', 'place'), value),
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

  it('gives each row a value of its own', () => {
    const data = { version: 'v', entities: [{ aliases: [] }, { aliases: [] }] }
    const { entities } = unpackGlossary(packGlossary(data as unknown as GlossaryData))
    expect(entities[0]?.aliases).not.toBe(entities[1]?.aliases)
  })
})
