import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMatcher } from '../../lib/terms/compile-matcher'
import { openMatcher } from '../../lib/terms/matcher'

function found(forms: readonly string[], text: string): [number, string][] {
  const { triples, count } = openMatcher(compileMatcher(forms)).scan(text)
  return Array.from({ length: count }, (_, k): [number, string] => {
    const [start = 0, end = 0, number = 0] = triples.subarray(3 * k, 3 * k + 3)
    expect(text.slice(start, end)).toBe(forms[number])
    return [start, text.slice(start, end)]
  })
}

/** What a matcher has to say, by trying every form everywhere. */
function everywhere(forms: readonly string[], text: string): [number, string][] {
  const sorted = [...forms].sort((a, b) => a.length - b.length)
  return [...text.split('').keys()].flatMap((at) =>
    sorted.filter((form) => text.startsWith(form, at)).map((form): [number, string] => [at, form]),
  )
}

/** A string that counts how often one of its characters is looked at. */
function counting(text: string) {
  const steps = { count: 0 }
  const counted = {
    length: text.length,
    charCodeAt(at: number) {
      steps.count++
      return text.charCodeAt(at)
    },
  }
  return { steps, text: counted as unknown as string }
}

describe('the matcher', () => {
  it('finds every form everywhere, by start and then by length', () => {
    expect(found(['日', '日本', '日本国', '本国', 'EU'], '日本国のEU')).toEqual([
      [0, '日'],
      [0, '日本'],
      [0, '日本国'],
      [1, '本国'],
      [4, 'EU'],
    ])
  })

  it('finds nothing in nothing, and nothing without forms', () => {
    expect(found(['日本'], '')).toEqual([])
    expect(found([], '日本')).toEqual([])
  })

  it('agrees with trying every form at every place', () => {
    const unit = fc.constantFrom('日', '本', '米', 'ア', 'A', '\ud800', '\u0000')
    const word = fc.array(unit, { minLength: 1, maxLength: 6 }).map((units) => units.join(''))
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 30 }),
        fc.array(unit, { maxLength: 60 }).map((units) => units.join('')),
        (forms, text) => {
          expect(found(forms, text)).toEqual(everywhere(forms, text))
        },
      ),
    )
  })

  it('holds a form of thousands of characters', () => {
    const long = '日'.repeat(3_000)
    expect(found([long, `${long}本`], `${long}本`).map(([at]) => at)).toEqual([0, 0])
  })

  it('takes steps in proportion to the text, also where one form runs through all of it', () => {
    const matcher = openMatcher(compileMatcher(['日本', '日本日本日本日本', '本日本', '日日日']))
    const stepsFor = (n: number) => {
      const { steps, text } = counting('日本'.repeat(n))
      matcher.scan(text)
      return steps.count
    }
    expect(stepsFor(20_000)).toBeLessThan(2.01 * stepsFor(10_000))
    expect(stepsFor(10_000)).toBeLessThan(20_000 * 10)
  })

  it('refuses bytes that are no record, or only the start of one', () => {
    expect(() => openMatcher(new Uint8Array(64))).toThrow(/not a compiled/)
    expect(() => openMatcher(compileMatcher(['日本']).slice(0, 100))).toThrow(/cut off/)
  })
})
