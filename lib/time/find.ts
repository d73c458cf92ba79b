/** All time expressions of a document, each with its value. */
import { blockText } from '../article/block-text'
import type { Document } from '../article/document'
import { sentences } from '../text/sentences'
import { Context } from './context'
import { type Direction, directionOf } from './direction'
import type { TimeExpression } from './expression'
import { type Day, dayNumber, referenceDay } from './reference'
import { type Resolved, resolvePoint, resolveRange, type Surroundings } from './resolve'
import { scan } from './scan'
import type { Parsed, Point, Spec } from './spec'
import { squeeze } from './squeeze'

interface ReadBlock {
  readonly id: string
  readonly original: string
  readonly text: string
  readonly from: Int32Array
  readonly to: Int32Array
  readonly parsed: readonly Parsed[]
  /** Ends of the sentences in `text`. */
  readonly sentenceEnds: readonly number[]
  /** Whether `parsed[k]` stands inside a quotation. */
  readonly quoted: readonly boolean[]
  readonly dateline: boolean
  /** A line of a list or agenda that begins with its day. */
  readonly row: boolean
}

/**
 * Time expressions in reading order, none overlapping. Offsets are UTF-16 units of each block's
 * text. Values count from `document.publishedAt`; without one from the first full date of the text,
 * and without that the unknown stays unknown (`XXXX-03-22`). Days that do not exist (2月30日) and
 * years that no era has (令和99年) are no dates. Linear in the text's length; never throws.
 *
 * Conventions: annotation guidelines (EDTF level 1, TIMEX3 parts of the day, durations and sets).
 */
export function findTimes(document: Document): TimeExpression[] {
  const blocks = document.blocks.map((block) => readBlock(block.id, blockText(block)))
  const now = referenceDay(document.publishedAt) ?? firstFullDate(blocks)
  const first = new Context(now, null)
  const found = blocks.flatMap((block) => resolveBlock(block, first))
  // A quotation can come before the sentence that says when it was spoken.
  const spoken = (block: ReadBlock) =>
    block.parsed.some(({ spec }, k) => block.quoted[k] && countsFromToday(spec))
  const needsStory = first.mainDay !== null && blocks.some(spoken)
  if (!needsStory) return found
  const second = new Context(now, first.mainDay)
  return blocks.flatMap((block) => resolveBlock(block, second))
}

function readBlock(id: string, original: string): ReadBlock {
  const squeezed = squeeze(original)
  const { text, from, to } = squeezed
  const parsed = scan(squeezed)
  const ends = parsed.length ? sentences(text).map((sentence) => sentence.end) : []
  const quoted: boolean[] = []
  let depth = 0
  let at = 0
  for (const { start } of parsed) {
    for (; at < start; at++) {
      if (text[at] === '「' || text[at] === '『') depth++
      else if ((text[at] === '」' || text[at] === '』') && depth > 0) depth--
    }
    quoted.push(depth > 0)
  }
  const full = parsed.some((p) => p.spec.kind === 'point' && isFullDate(p.spec.point))
  const dateline = full && text.length <= 40 && !text.includes('。')
  const row =
    parsed[0] !== undefined &&
    parsed[0].start <= ROW_MARK &&
    text.length <= (text.includes('。') ? HEADING : ROW)
  return { id, original, text, from, to, parsed, sentenceEnds: ends, quoted, dateline, row }
}

/** A row of a list is at most so long, a heading or a row that is a sentence so long. */
const ROW = 120
const HEADING = 40
/** And at most so much (・, ▽) stands before its day. */
const ROW_MARK = 1

const isFullDate = (point: Point): boolean =>
  point.year?.at === 'value' && point.month?.at === 'value' && point.day?.at === 'value'

function firstFullDate(blocks: readonly ReadBlock[]): Day | null {
  for (const { parsed } of blocks)
    for (const { spec } of parsed) {
      if (spec.kind !== 'point') continue
      const { year, month, day } = spec.point
      if (year?.at === 'value' && month?.at === 'value' && day?.at === 'value')
        return { year: year.n, month: month.n, day: day.n }
    }
  return null
}

interface Previous {
  readonly end: number
  readonly sentence: number
  readonly day: Day
  /** The text itself names the year or the month. */
  readonly explicit: boolean
}

/** Words that coordinate two dates: the second takes over what it leaves unsaid. */
const COORDINATE =
  /^(?:と|や|、|・|および|及び|または|か|から|より|,|\((?:[^()]{0,8}時間の?)?|)(?:翌)?$/u
/** How far behind a date its sentence is read, so that one endless sentence costs no more than many. */
const SIGHT = 600
/** Days after which a date is no longer of the current story. */
const STORY = 45

function resolveBlock(block: ReadBlock, context: Context): TimeExpression[] {
  if (block.parsed.length === 0 && block.text.length > 0) context.row = null
  const found: TimeExpression[] = []
  let previous: Previous | null = null
  let sentence = 0
  block.parsed.forEach((parsed, k) => {
    while (parsed.start >= (block.sentenceEnds[sentence] ?? Number.POSITIVE_INFINITY)) sentence++
    const { spec } = parsed
    if (
      spec.kind === 'duration' ||
      spec.kind === 'set' ||
      spec.kind === 'vague' ||
      spec.kind === 'fixed'
    ) {
      const type = spec.kind === 'fixed' ? 'date' : spec.kind
      found.push(expression(block, parsed, type, spec.value))
      return
    }
    const around = surroundings(block, parsed, previous, sentence, context)
    if (k === 0 && block.row) around.joined = context.rowBefore(firstPoint(spec))
    let spoken = context.now
    if (block.quoted[k] && countsFromToday(spec)) {
      const before = previous?.sentence === sentence ? context.lastDay : null
      spoken = context.spokenDay(before ?? dayBehind(block, k, sentence, context))
    }
    const resolved = resolveSpec(spec, context, { ...around, today: spoken })
    if (!resolved) return
    context.note(resolved.day, resolved.range, {
      dateline: block.dateline,
      deictic: countsFromToday(spec),
      back: countsBack(spec),
    })
    if (k === 0) context.row = block.row || isYearHeading(block, spec) ? resolved.day : null
    previous = { end: parsed.end, sentence, day: resolved.day, explicit: isExplicit(spec) }
    found.push(expression(block, parsed, isTime(spec) ? 'time' : 'date', resolved.value))
  })
  return found
}

/** 「きょう…」と17日述べた: the day that the rest of the sentence gives to what is quoted. */
function dayBehind(block: ReadBlock, k: number, sentence: number, context: Context): Day | null {
  for (let n = k + 1; n < block.parsed.length; n++) {
    const parsed = block.parsed[n]
    if (!parsed || parsed.start >= (block.sentenceEnds[sentence] ?? block.text.length)) return null
    if (block.quoted[n] || firstPoint(parsed.spec).day?.at !== 'value') continue
    const around = surroundings(block, parsed, null, sentence, context)
    return resolveSpec(parsed.spec, context, { ...around, today: context.now })?.day ?? null
  }
  return null
}

const resolveSpec = (spec: Spec, context: Context, around: Surroundings): Resolved | null =>
  spec.kind === 'point'
    ? resolvePoint(spec.point, context, around)
    : spec.kind === 'range'
      ? resolveRange(spec.from, spec.to, context, around)
      : null

const firstPoint = (spec: Spec): Point =>
  spec.kind === 'point' ? spec.point : spec.kind === 'range' ? spec.from : {}
const countsFromToday = (spec: Spec): boolean => firstPoint(spec).day?.at === 'now'
/** 前日, 前夜. */
const countsBack = (spec: Spec): boolean => {
  const { day } = firstPoint(spec)
  return day?.at === 'context' && day.offset < 0
}
/** 2026年の主な予定: a year and nothing closer, above a list. */
const isYearHeading = ({ text }: ReadBlock, spec: Spec): boolean => {
  const { year, month, day, fiscal } = firstPoint(spec)
  return year !== undefined && !month && !day && !fiscal && text.length <= HEADING
}
const isTime = (spec: Spec): boolean => Boolean(firstPoint(spec).clock ?? firstPoint(spec).part)
const isExplicit = (spec: Spec): boolean => {
  const { year, month, day } = firstPoint(spec)
  return Boolean(year) || (month?.at === 'value' && day !== undefined)
}

function surroundings(
  block: ReadBlock,
  parsed: Parsed,
  previous: Previous | null,
  sentence: number,
  context: Context,
): { -readonly [key in keyof Omit<Surroundings, 'today'>]: Surroundings[key] } {
  const direction = () => directionBehind(block, parsed, sentence)
  if (!previous) return { direction, joined: null, anchor: null }
  const between = block.text.slice(previous.end, parsed.start)
  const joined = COORDINATE.test(between) ? previous.day : null
  return { direction, joined, anchor: anchorOf(parsed, previous, sentence, context) }
}

function directionBehind(
  { text, sentenceEnds }: ReadBlock,
  { end }: Parsed,
  sentence: number,
): Direction {
  const last = Math.min(sentenceEnds[sentence] ?? text.length, end + SIGHT)
  const direction = directionOf(text.slice(end, last))
  // 4月の訪中について述べた: the verb is not that of the visit.
  return direction === 'past' && text[end] === 'の' ? 'near' : direction
}

/** 2024年3月5日に…した。7日には…: the story told is not of this month. */
function anchorOf(
  parsed: Parsed,
  previous: Previous,
  sentence: number,
  context: Context,
): Day | null {
  if (!previous.explicit || !context.now || sentence - previous.sentence > 1) return null
  const point = firstPoint(parsed.spec)
  const { day } = previous
  if (point.day && !point.month) {
    if (!day.month || !day.day) return null
    return Math.abs(dayNumber(context.now) - dayNumber(day)) > STORY ? day : null
  }
  return sentence === previous.sentence && day.year && day.year !== context.now.year ? day : null
}

function expression(
  block: ReadBlock,
  parsed: Parsed,
  type: TimeExpression['type'],
  value: string,
): TimeExpression {
  const start = block.from[parsed.start] ?? 0
  const end = block.to[parsed.end - 1] ?? start + 1
  return { block: block.id, start, end, surface: block.original.slice(start, end), type, value }
}
