/** One part of a date as it is read: what it says and where it ends. */
import { fromContext, fromNow, type Point, type Ref } from './spec'

/** What a part adds to the point, and where it ends. */
export interface Part {
  readonly end: number
  readonly point: Point
}

/** A part that is the whole of a match. */
export const part = (match: RegExpExecArray, point: Point): Part => ({
  end: match.index + match[0].length,
  point,
})

/** 選挙の3日前 counts from the election, 3日前に from today. */
export function awayFrom(text: string, index: number, offset: number): Ref {
  const before = text.slice(Math.max(0, index - 2), index)
  const anchored = /[一-龥ァ-ヶー々](?:の|から)?$|(?:その|この|から)$/.test(before)
  const cut =
    /[、。,.「『(]$|^$/.test(before) ||
    /(?:今|いま)から$/.test(text.slice(Math.max(0, index - 4), index))
  return anchored && !cut ? fromContext(offset) : fromNow(offset)
}
