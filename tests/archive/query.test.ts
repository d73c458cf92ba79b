import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allTerms,
  lastDay,
  parseQuery,
  type Query,
  shownTerms,
} from '../../lib/archive/search/query'

/** A query as one line, to compare by eye. */
function show(query: Query | null): string {
  if (!query) return '∅'
  if (query.type === 'term') return query.text
  if (query.type === 'not') return `¬${show(query.of)}`
  return `(${query.of.map(show).join(query.type === 'and' ? ' ∧ ' : ' ∨ ')})`
}
const read = (text: string) => show(parseQuery(text).query)

describe('a query', () => {
  it.each([
    ['安全保障', '安全保障'],
    ['日米　会談', '(日米 ∧ 会談)'],
    ['日米 AND 会談', '(日米 ∧ 会談)'],
    ['日米 ＯＲ 日中', '(日米 ∨ 日中)'],
    ['日米 会談 OR 日中', '((日米 ∧ 会談) ∨ 日中)'],
    ['(日米 OR 日中) 会談', '((日米 ∨ 日中) ∧ 会談)'],
    ['会談 -朝鮮', '(会談 ∧ ¬朝鮮)'],
    ['会談 NOT (朝鮮 OR 韓国)', '(会談 ∧ ¬(朝鮮 ∨ 韓国))'],
    ['"White House" 声明', '(white house ∧ 声明)'],
    ['「首脳 会談」', '首脳 会談'],
    ['ＮＡＴＯ ﾌｧｰｳｪｲ 髙市', '(nato ∧ ファーウェイ ∧ 高市)'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it.each([
    ['', '∅'],
    ['  ', '∅'],
    ['OR', '∅'],
    ['日米 OR', '日米'],
    ['AND 日米', '日米'],
    ['NOT', '∅'],
    ['(日米', '日米'],
    ['日米) 会談', '(日米 ∨ 会談)'],
    ['"日米', '日米'],
    ['「」', '∅'],
    ['ORDER', 'order'],
    ['F-35', 'f-35'],
    ['-5', '-5'],
  ])('that is not finished is read as far as it goes: %s', (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  it('says which words are too short to look for', () => {
    expect(parseQuery('の 米 a 会談')).toMatchObject({ ignored: ['の', 'a'] })
    expect(read('の 米 a 会談')).toBe('(米 ∧ 会談)')
  })

  it('filters by publisher and days', () => {
    expect(parseQuery('会談 媒体:NHK 以降:2026-03 以前:2026-03')).toMatchObject({
      query: { type: 'term', text: '会談' },
      publisher: 'NHK',
      from: 20_513,
      to: 20_543,
    })
    expect(parseQuery('after:yesterday')).toMatchObject({ query: null, from: null })
    expect(lastDay('2026')).toBe(lastDay('2026-12-31'))
    expect(lastDay('2024-02')).toBe(lastDay('2024-02-29'))
  })

  it('shows the words it looks for, and not those it shuns', () => {
    const { query } = parseQuery('会談 -朝鮮 会談 (日米 OR NOT 韓国)')
    expect(shownTerms(query)).toEqual(['会談', '日米'])
    expect(allTerms(query)).toEqual(['会談', '朝鮮', '日米', '韓国'])
  })

  it('can be any string, and any depth of brackets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { query } = parseQuery(text)
        for (const term of allTerms(query)) expect(term).not.toMatch(/[\n\r\t]/)
      }),
    )
    const unit = fc.constantFrom(
      '(',
      ')',
      '-',
      '"',
      '「',
      '」',
      'OR',
      'AND',
      'NOT',
      ' ',
      '会',
      '談',
    )
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), (units) => void parseQuery(units.join(' '))),
    )
    parseQuery('('.repeat(1_000))
    parseQuery(`${'-('.repeat(300)}会談`)
  })
})
