import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf, parseRoute, VIEWS } from '../../entrypoints/library/route'

describe('the library’s address', () => {
  it('says again where it led, whatever stands in it', () => {
    const word = fc.string({ unit: 'grapheme' })
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), fc.uuid(), word, word, (view, id, query, at) => {
        const route = { view, id, query, entity: null, at: at || null }
        expect(parseRoute(hashOf(route))).toEqual(route)
      }),
    )
  })

  it('is the archive where it says nothing, and never fails', () => {
    expect(parseRoute('')).toMatchObject({ view: 'archive', id: null })
    fc.assert(fc.property(fc.string(), (hash) => VIEWS.includes(parseRoute(`#${hash}`).view)))
    expect(parseRoute('#/read/%E0%A4%A')).toMatchObject({ view: 'archive', id: null })
  })

  it('is understood as other surfaces write it', () => {
    expect(parseRoute('#view=read&id=a1')).toMatchObject({ view: 'archive', id: 'a1' })
    expect(parseRoute('#view=settings')).toMatchObject({ view: 'settings' })
    expect(parseRoute('#view=timeline&id=person.a-b')).toMatchObject({
      view: 'timeline',
      id: null,
      entity: 'person.a-b',
    })
  })
})
