/** Names whose title stands before them: wrestlers by their rank (横綱 豊昇龍), elders (芝田山親方). */

import { edgeBefore } from '../read/boundary'
import type { Reading } from '../read/reading'
import type { NameSpan } from './facts'

const RANKED =
  /(?:横綱|大関|関脇|小結|前頭(?:\d{1,2}枚目)?|平幕|十両)[ ・](?!横綱|大関|関脇|小結|\p{Script=Han}+[戦陣])(\p{Script=Han}{1,3}[ノの]?\p{Script=Han}{1,3})(?!\p{Script=Han})/gu
const ELDER = /\p{Script=Han}{2,4}親方/gu

/** Wrestlers and elders whom a block introduces. */
export function ringNames(reading: Reading): NameSpan[] {
  const { text } = reading
  if (!/綱|大関|関脇|小結|前頭|平幕|十両|親方/u.test(text)) return []
  const spans: NameSpan[] = []
  for (const match of text.matchAll(RANKED)) {
    const name = match[1] ?? ''
    spans.push(span(match.index + match[0].length - name.length, name))
  }
  for (const match of text.matchAll(ELDER))
    if (edgeBefore(reading, match.index) === 'free') spans.push(span(match.index, match[0]))
  return spans
}

const span = (start: number, name: string): NameSpan => ({
  start,
  nameEnd: start + name.length,
  end: start + name.length,
  name,
  kind: 'new',
  title: null,
  things: [],
  family: null,
})
