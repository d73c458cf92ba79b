/** What pages say about themselves, as data: each list with lines that it means and lines that it does not. */
import { describe, expect, it } from 'vitest'
import furniture from '../../assets/page/furniture.json'
import notices from '../../assets/page/notices.json'
import { anyOf } from '../../lib/article/any-of'

/** These are asked of all of a line or a word; the others stand in a line. */
const WHOLE = new Set(['labels', 'names'])

describe.each([notices, furniture])('each list', ({ why, is, not, ...lists }) => {
  const examples = (of: object, name: string) => (of as Record<string, string[]>)[name] ?? []
  describe.each(Object.entries<string[]>(lists))('%s', (name, patterns) => {
    const source = WHOLE.has(name) ? `^(${anyOf(patterns)})$` : anyOf(patterns)
    const means = (line: string) => (new RegExp(source, 'i').exec(line)?.[0].length ?? 0) > 1

    it('says why it is there', () =>
      expect((why as Record<string, string>)[name]?.length).toBeGreaterThan(10))
    it.each(examples(is, name))('means %s', (line) => expect(means(line)).toBe(true))
    it.each(examples(not, name))('does not mean %s', (line) => expect(means(line)).toBe(false))
    it('names nothing twice', () => expect(new Set(patterns).size).toBe(patterns.length))
  })
})
