/** Several numbers that share one unit: 22、23日, 7、8両日, 1〜3月期, 2024〜26年. */
import { WEEKDAY_IN_BRACKETS } from './day-parts'
import { NUMERAL, numberOf } from './numerals'
import { type Parsed, type Point, value } from './spec'
import { matchAt, sticky } from './sticky'

const LIST = sticky(
  `(?<first>${NUMERAL})${WEEKDAY_IN_BRACKETS}(?<middle>(?:[、,・]${NUMERAL}${WEEKDAY_IN_BRACKETS}){0,6})(?<sign>[、,・~\\-ー]|から|と)(?<last>${NUMERAL})(?<unit>両日|日(?!本|経|銀|目)|月(?:期)?|年(?=[^度間]|$)|年度)(?!間|[前後]|ごと|おき|ほど|程度|連続|目|分|以内|かけ|ぶり)${WEEKDAY_IN_BRACKETS}`,
)

type Unit = 'day' | 'month' | 'year'
const LIMIT: Record<Unit, number> = { day: 31, month: 12, year: 2999 }

/**
 * The list at `index`, whose first expression begins at `start` and has `prefix` before it
 * (昨年12月, 2025年). Numbers that follow each other, or that a sign of range joins, are one range;
 * others are expressions of their own.
 */
export function listAt(text: string, start: number, index: number, prefix: Point): Parsed[] | null {
  const match = matchAt(LIST, text, index)
  if (!match) return null
  const g = match.groups ?? {}
  const mark = g.unit ?? ''
  const unit: Unit = mark.startsWith('年') ? 'year' : mark.startsWith('月') ? 'month' : 'day'
  if (unit === 'day' ? prefix.day : prefix.month || (unit === 'year' && prefix.year)) return null
  const items = numbersIn(match, index)
  const numbers = items.map((item) => item.n)
  const [first = 0] = numbers
  const last = numbers.at(-1) ?? 0
  if (unit === 'year' && first < 1000) return null
  if (numbers.some((n) => !(n >= 1 && n <= LIMIT[unit]))) return null
  if (mark === '両日' && numbers.length !== 2) return null
  const extra: Point = mark === '月期' ? {} : mark === '年度' ? { fiscal: true } : {}
  const pointOf = (n: number): Point => ({
    ...prefix,
    ...extra,
    [unit]: value(unit === 'year' && n < 100 ? first - (first % 100) + n : n),
  })
  const end = index + match[0].length
  const joined =
    mark === '両日' ||
    /[~\-ー]|から/.test(g.sign ?? '') ||
    numbers.every((n, k) => k === 0 || n === (numbers[k - 1] ?? 0) + 1)
  if (joined) {
    if (unit === 'year' && last >= 100 && last <= first) return null
    return [{ start, end, spec: { kind: 'range', from: pointOf(first), to: pointOf(last) } }]
  }
  return items.map((item, k) => ({
    start: k === 0 ? start : item.start,
    end: k === items.length - 1 ? end : item.end,
    spec: {
      kind: 'point',
      point: k === 0 ? pointOf(item.n) : { ...extra, [unit]: value(item.n) },
    },
  }))
}

function numbersIn(
  match: RegExpExecArray,
  index: number,
): { n: number; start: number; end: number }[] {
  const found: { n: number; start: number; end: number }[] = []
  const pattern = new RegExp(NUMERAL, 'gu')
  const body = match[0].slice(0, match[0].length - (match.groups?.unit?.length ?? 0))
  for (const numeral of body.matchAll(pattern)) {
    // 日 in 22(日) and 土 are no numerals; 十 in brackets does not occur.
    const start = index + numeral.index
    found.push({ n: numberOf(numeral[0]), start, end: start + numeral[0].length })
  }
  return found
}
