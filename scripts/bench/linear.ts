/**
 * What the engine's time grows with: forty patterns of text that no newspaper prints, each a stretch
 * said again and again, at three lengths. A rule that looks ahead from every unit shows here first.
 */
import { join } from 'node:path'
import type { Document } from '../../lib/article/document'
import { openEngine } from '../../lib/engine'
import { ensureCompiled } from '../../lib/glossary/compiled'
import { type Figure, rounded } from './measure'

/** UTF-16 units of one block. */
const LENGTHS = [25_000, 50_000, 100_000] as const
const RUNS = 3
/** Of time over length, log to log: 1 is linear. */
const EXPONENT = 1.2
const MOST_MS = 400
/** Below this the clock's grain and the collector say more than the code. */
const GRAIN_MS = 8

/** What is repeated; the name of a figure is its key. */
const PATTERNS: Readonly<Record<string, string>> = {
  digits: '1',
  'digits.full': '１２３',
  'digits.kanji': '二',
  'digits.slashed': '2026/3/18/',
  'digits.dotted': '1.2.',
  'digits.colons': '12:34:',
  'digits.ranges': '1～2～',
  'digits.yen': '3万5千',
  'dates.days': '3月18日',
  'dates.days.listed': '18、19日、',
  'dates.years': '2026年',
  'dates.relative': '前日',
  'dates.relative.comma': '翌週、',
  'dots.ellipsis': '…',
  'dots.middle': '・',
  'dots.names': 'ア・',
  'dots.full': '。',
  'dots.ascii': '.',
  'brackets.open': '（',
  'brackets.quote': '「',
  'brackets.nested': '「（',
  'brackets.short': '機構（KKO）',
  'brackets.bylines': '【東京=',
  equals: 'A=',
  surrogates: '𠮷',
  'surrogates.half': '\ud842',
  emoji: '👩‍👩‍👧‍👦',
  combining: 'か\u3099',
  spaces: '　',
  lines: '\n',
  'letters.han': '国',
  'letters.han.mixed': '東京都知事選',
  'letters.kana': 'の',
  'letters.katakana': 'ン',
  'letters.katakana.words': 'システム',
  'letters.latin': 'a',
  'names.surnames': '田中',
  'names.people': '田中太郎氏は',
  'names.countries': '日米',
  'names.offices': '大統領の首相は',
  'names.foreign': 'トム・ハンダー大統領は',
  'names.quoted': '「全国連絡会」',
  'events.verbs': '会談した',
  'events.clauses': '首相は会談し、',
}

export async function measure(): Promise<Figure[]> {
  const { engine: record } = await ensureCompiled(join(import.meta.dirname, '../..'))
  const engine = openEngine(record)
  engine.annotate(documentOf('首相は18日、ワシントンで大統領と会談した。'.repeat(500)))
  return Object.entries(PATTERNS).flatMap(([name, pattern]) => {
    const times: number[] = []
    for (const length of LENGTHS) {
      const text = documentOf(pattern.repeat(Math.ceil(length / pattern.length)).slice(0, length))
      const first = timed(() => engine.annotate(text))
      const again = first < MOST_MS ? RUNS - 1 : 0
      const more = Array.from({ length: again }, () => timed(() => engine.annotate(text)))
      times.push(Math.min(first, ...more))
      // Who is far over the bound at half the length need not be waited for at the whole.
      if (first > 2 * MOST_MS) break
    }
    const [short = 1] = times
    const long = times.at(-1) ?? short
    const doublings = Math.max(1, times.length - 1)
    const growth = Math.log2(long / Math.max(short, Math.min(long, GRAIN_MS))) / doublings
    const figure = (what: string, value: number, unit: string, budget: number): Figure => ({
      name: `linear.${name}.${what}`,
      value: rounded(value),
      unit,
      better: 'lower',
      budget,
      peer: `${(LENGTHS[times.length - 1] ?? 0) / 1000}k units`,
    })
    return [
      figure('growth', Math.max(0, growth), 'exponent', EXPONENT),
      figure('time', long, 'ms', MOST_MS),
    ]
  })
}

function timed(job: () => unknown): number {
  const start = performance.now()
  job()
  return performance.now() - start
}

const documentOf = (text: string): Document => ({
  url: null,
  publisher: null,
  publishedAt: '2026-03-19',
  blocks: [{ kind: 'paragraph', id: 'p0', runs: [{ text }] }],
})
