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
for (const stop of STOPS) ROLES[stop.charCodeAt(0)] = 1
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
  const closed = closedBrackets(text)
  const spans: Span[] = []
  let start = 0
  let depth = 0
  const close = (end: number) => {
    const head = text.slice(start, end)
    const rest = head.trimStart()
    const lead = head.length - rest.length
    if (rest) spans.push({ start: start + lead, end: start + lead + rest.trimEnd().length })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const role = ROLES[text.charCodeAt(i)]
    if (role === 0) continue
    if (role !== 1) depth += closed?.get(i) ?? 0
    else if (depth === 0) {
      while (i + 1 < text.length && ROLES[text.charCodeAt(i + 1)] === 1) i++
      close(i + 1)
    }
  }
  close(text.length)
  return spans
}

/** Offsets of brackets that have their counterpart: 1 where one opens, −1 where one closes; null without any. */
function closedBrackets(text: string): Map<number, 1 | -1> | null {
  let marks: Map<number, 1 | -1> | null = null
  const stack: { at: number; kind: number }[] = []
  for (let i = 0; i < text.length; i++) {
    const role = ROLES[text.charCodeAt(i)] ?? 0
    if (role < 2) continue
    const kind = role >> 1
    if ((role & 1) === 0) {
      stack.push({ at: i, kind })
      continue
    }
    // A bracket of another kind that never closed is thrown away, at most once each.
    while (stack.length > 0 && stack.at(-1)?.kind !== kind) stack.pop()
    const open = stack.pop()
    if (!open) continue
    marks ??= new Map()
    marks.set(open.at, 1).set(i, -1)
  }
  return marks
}
