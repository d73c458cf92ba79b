/** Where sentences end. */

export interface Span {
  /** UTF-16 offsets, end exclusive. */
  readonly start: number
  readonly end: number
}

const OPEN = '「『（(【〈《“'
const CLOSE = '」』）)】〉》”'

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
    const lead = head.length - head.trimStart().length
    if (head.trim()) spans.push({ start: start + lead, end: start + head.trimEnd().length })
    start = end
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (closed[i] === 1) depth++
    else if (closed[i] === 2) depth--
    else if (depth === 0 && '。！？!?'.includes(c)) {
      while (i + 1 < text.length && '。！？!?'.includes(text[i + 1] ?? '')) i++
      close(i + 1)
    }
  }
  close(text.length)
  return spans
}

/** 1 where a bracket opens that closes again, 2 where one closes. */
function closedBrackets(text: string): Uint8Array {
  const marks = new Uint8Array(text.length)
  const stack: number[] = []
  for (let i = 0; i < text.length; i++) {
    const c = text[i] ?? ''
    if (OPEN.includes(c)) stack.push(i)
    else if (CLOSE.includes(c)) {
      const kind = CLOSE.indexOf(c)
      // A bracket of another kind that never closed is thrown away, at most once each.
      while (stack.length && OPEN.indexOf(text[stack.at(-1) ?? 0] ?? '') !== kind) stack.pop()
      const open = stack.pop()
      if (open !== undefined) {
        marks[open] = 1
        marks[i] = 2
      }
    }
  }
  return marks
}
