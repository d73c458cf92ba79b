import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KINDS } from '../../lib/glossary/schema'
import { readThing, storeThing } from '../../lib/linking/record/stored-tables'

const nothingOr = (text: fc.Arbitrary<string>) => fc.option(text.filter((t) => t !== ''))

describe('an entity in the compiled record', () => {
  it('is read as it was stored, whatever it lacks', () => {
    const thing = fc.record({
      id: fc.string(),
      headword: fc.string(),
      kind: fc.constantFrom(...KINDS),
      tier: fc.constantFrom('key' as const, 'basic' as const),
      country: nothingOr(fc.string()),
      family: nothingOr(fc.string()),
      titles: fc.array(fc.string(), { maxLength: 3 }),
      valid: nothingOr(fc.string()),
    })
    fc.assert(
      fc.property(thing, (row) => {
        expect(readThing(JSON.parse(JSON.stringify(storeThing(row))))).toEqual(row)
      }),
    )
  })

  it('takes no room for what it lacks', () => {
    const term = { id: 'concept.a', headword: '語', kind: 'concept', tier: 'key' } as const
    const stored = storeThing({ ...term, country: null, family: null, titles: [], valid: null })
    expect(stored).toHaveLength(3)
  })
})
