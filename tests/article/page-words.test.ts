/** What pages say about themselves, as data: each list with lines that it means and lines that it does not. */
import { describe, expect, it } from 'vitest'
import notices from '../../assets/page/notices.json'
import { anyOf } from '../../lib/article/any-of'

const { why, is, not, ...lists } = notices

describe.each(Object.entries(lists))('%s', (name, patterns) => {
  const key = name as keyof typeof lists
  // A label is all of its line; the others stand in one.
  const pattern = new RegExp(name === 'labels' ? `^(${anyOf(patterns)})$` : anyOf(patterns), 'i')
  const found = (line: string) => (pattern.exec(line)?.[0].length ?? 0) > 1

  it('says why it is there', () => expect(why[key].length).toBeGreaterThan(10))
  it.each(is[key])('means %s', (line) => expect(found(line)).toBe(true))
  it.each(not[key])('does not mean %s', (line) => expect(found(line)).toBe(false))
  it('names nothing twice', () => expect(new Set(patterns).size).toBe(patterns.length))
})
