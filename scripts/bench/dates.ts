/** Time expressions against the npm package chrono-node: what each finds of hand-marked texts, and how fast. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as chrono from 'chrono-node'
import type { Document } from '../../lib/article/document'
import { plainDocument, readPlain } from '../../lib/text/plain'
import { findTimes } from '../../lib/time/find'
import { referenceDay } from '../../lib/time/reference'
import { type Figure, medians, rounded } from './measure'

const ROUNDS = 9
const GOLD = join(import.meta.dirname, '../../../shared/gold')

interface Marked {
  readonly text: string
  readonly document: Document
  readonly offsets: ReadonlyMap<string, number>
  readonly published: string
  readonly dates: readonly { start: number; end: number; value: string }[]
}

interface Said {
  readonly start: number
  readonly end: number
  readonly value: string
}

/** Share of the marked dates that each finds with the right day, and their times for the same texts. */
export async function measure(): Promise<Figure[]> {
  if (!existsSync(GOLD)) {
    console.error('bench: dates left out, the marked texts are not here')
    return []
  }
  const texts = readMarked()
  const peer = 'chrono-node (ja)'
  const figure = (
    name: string,
    value: number,
    rest: Pick<Figure, 'unit' | 'better' | 'budget' | 'peer'>,
  ): Figure => ({
    name,
    value: rounded(value),
    ...rest,
  })
  const [mine = 1, theirs = 1] = medians([() => texts.map(ours), () => texts.map(chronos)], ROUNDS)
  const share = { unit: 'of marked dates', better: 'higher' } as const
  return [
    figure('dates.value', found(texts, ours), { ...share, budget: 0.97, peer }),
    figure('dates.value.peer', found(texts, chronos), { ...share, budget: 0, peer: 'is the peer' }),
    figure('dates.time', mine / theirs, { unit: 'x', better: 'lower', budget: 0, peer }),
  ]
}

function readMarked(): Marked[] {
  const names = readdirSync(GOLD).filter((name) => name.endsWith('.dates.jsonl'))
  return names.map((name) => {
    const base = join(GOLD, name.replace('.dates.jsonl', ''))
    const text = readFileSync(`${base}.txt`, 'utf8')
    const { published } = JSON.parse(readFileSync(`${base}.meta.json`, 'utf8')) as {
      published: string
    }
    const plain = readPlain(text)
    const document = plainDocument(plain, { url: null, publisher: null, publishedAt: published })
    const dates = readFileSync(join(GOLD, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Marked['dates'][number])
      .filter(({ value }) => !value.endsWith('_REF'))
    return { text, document, offsets: plain.offsets, published, dates }
  })
}

const ours = ({ document, offsets }: Marked): Said[] =>
  findTimes(document).map(({ block, start, end, value }) => {
    const at = offsets.get(block) ?? 0
    return { start: start + at, end: end + at, value }
  })

function chronos({ text, published }: Marked): Said[] {
  const day = referenceDay(published)
  const from = new Date(day?.year ?? 2000, (day?.month || 1) - 1, day?.day || 1, 12)
  return chrono.ja.parse(text, from).map(({ index, text: surface, start, end }) => ({
    start: index,
    end: index + surface.length,
    value: end ? `${localDay(start.date())}/${localDay(end.date())}` : localDay(start.date()),
  }))
}

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((n) => String(n).padStart(2, '0'))
    .join('-')

/** To the day: parts of the day and clocks are left out of the comparison. */
const dayOf = (value: string): string => value.replace(/T[^/]*|~[EMLBF]/gu, '')

function found(texts: readonly Marked[], read: (text: Marked) => Said[]): number {
  let marked = 0
  let right = 0
  for (const text of texts) {
    const said = read(text)
    for (const date of text.dates) {
      marked++
      const same = (one: Said) =>
        one.start < date.end && one.end > date.start && dayOf(one.value) === dayOf(date.value)
      if (said.some(same)) right++
    }
  }
  return right / marked
}
