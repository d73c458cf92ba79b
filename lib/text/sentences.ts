/** Where sentences end. */

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number
  readonly end: number
}

const OPEN = '「『（(【〈《“'
const CLOSE = '」』）)】〉》”'
const STOPS = '。！？!?'

/** What each character is: 0 nothing, 1 a stop, 2 + 2k an opening bracket of kind k, 3 + 2k its closing one. */
const ROLES = new Uint8Array(65536)
const STOP = 1
for (const stop of STOPS) ROLES[stop.charCodeAt(0)] = STOP
for (let kind = 0; kind < OPEN.length; kind++) {
  ROLES[OPEN.charCodeAt(kind)] = 2 + 2 * kind
  ROLES[CLOSE.charCodeAt(kind)] = 3 + 2 * kind
}

/**
 * Sentences of a block's text, original or folded. A stop inside quotation marks or brackets that
 * close again ends no sentence (「…。」と述べた); one in brackets that stay open does. Gaps of white
 * space belong to none. Linear time.
 */
export function sentences(text: string): Span[] {
  const marks = marksIn(text)
  const closed = closedBrackets(text, marks)
  const spans: Span[] = []
  let start = 0
  let depth = 0
  for (let k = 0; k < marks.length; k++) {
    const at = marks[k] ?? 0
    if (roleAt(text, at) !== STOP) depth += closed?.get(at) ?? 0
    else if (depth === 0) {
      // 「！？」 is one stop.
      while (marks[k + 1] === (marks[k] ?? 0) + 1 && roleAt(text, marks[k + 1] ?? 0) === STOP) k++
      const end = (marks[k] ?? 0) + 1
      addTrimmed(spans, text, start, end)
      start = end
    }
  }
  addTrimmed(spans, text, start, text.length)
  return spans
}

const roleAt = (text: string, at: number): number => ROLES[text.charCodeAt(at)] ?? 0

/** Offsets of all stops and brackets: few of a text's characters. */
function marksIn(text: string): number[] {
  const marks: number[] = []
  for (let at = 0; at < text.length; at++) if (ROLES[text.charCodeAt(at)] !== 0) marks.push(at)
  return marks
}

/** Adds a stretch without the white space around it, unless there is nothing else. */
function addTrimmed(spans: Span[], text: string, from: number, to: number): void {
  let start = from
  let end = to
  while (start < end && isBlank(text, start)) start++
  while (end > start && isBlank(text, end - 1)) end--
  if (start < end) spans.push({ start, end })
}

/** White space as `trim` knows it; asked only at the ends of a sentence. */
const isBlank = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return (
    (unit <= 0x20 || (unit >= 0xa0 && unit < 0x3001) || unit === 0xfeff) && !text.charAt(at).trim()
  )
}

/** Offsets of brackets that have their counterpart: 1 where one opens, −1 where one closes; null without any. */
function closedBrackets(text: string, marks: readonly number[]): Map<number, 1 | -1> | null {
  let closed: Map<number, 1 | -1> | null = null
  const stack: { at: number; kind: number }[] = []
  for (const at of marks) {
    const role = roleAt(text, at)
    if (role === STOP) continue
    const kind = role >> 1
    if ((role & 1) === 0) {
      stack.push({ at, kind })
      continue
    }
    // A bracket of another kind that never closed is thrown away, at most once each.
    while (stack.length > 0 && stack.at(-1)?.kind !== kind) stack.pop()
    const open = stack.pop()
    if (!open) continue
    closed ??= new Map()
    closed.set(open.at, 1).set(at, -1)
  }
  return closed
}
