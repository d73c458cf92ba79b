/** What a time expression says, before it is known which day it means. */

/** A number that stands in the text, or one counted from the publication day or from the day before in the text. */
export type Ref =
  | { readonly at: 'value'; readonly n: number }
  /** Two figures of a year: 24年. */
  | { readonly at: 'short'; readonly n: number }
  | { readonly at: 'now' | 'context'; readonly offset: number }
  /** The year in which this month lies nearest: 年末, 年明け. */
  | { readonly at: 'nearest'; readonly month: number }

export type PartOfDay = 'MO' | 'MI' | 'AF' | 'EV' | 'NI'
export type Edge = 'E' | 'M' | 'L'

export interface Clock {
  readonly hour: number
  readonly minute: number
  readonly second: number | null
}

/** A place on the calendar; every part is absent where the text does not say it. */
export interface Point {
  year?: Ref
  /** The year runs from April to March. */
  fiscal?: boolean
  /** The month closes an accounting year: 2026年3月期. */
  closing?: boolean
  decade?: boolean
  century?: boolean
  /** 21 spring … 24 winter, as EDTF counts. */
  season?: number
  quarter?: number
  half?: number
  month?: Ref
  week?: Ref
  /** 1 Monday … 7 Sunday. */
  weekday?: number
  weekend?: boolean
  day?: Ref
  /** 二日目 of what the text spoke of as lasting several days. */
  nth?: number
  part?: PartOfDay
  clock?: Clock
  zone?: string
  edge?: Edge
}

export type Spec =
  | { readonly kind: 'point'; readonly point: Point }
  | { readonly kind: 'range'; readonly from: Point; readonly to: Point }
  | { readonly kind: 'duration' | 'set' | 'vague'; readonly value: string }
  /** An interval that needs no resolving: 戦後. */
  | { readonly kind: 'fixed'; readonly value: string }

/** A stretch of the squeezed text and what it says. */
export interface Parsed {
  readonly start: number
  readonly end: number
  readonly spec: Spec
}

export const value = (n: number): Ref => ({ at: 'value', n })
export const fromNow = (offset: number): Ref => ({ at: 'now', offset })
export const fromContext = (offset: number): Ref => ({ at: 'context', offset })
