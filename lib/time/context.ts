/** What a text has said so far about time: what 同日, 翌年 and a bare 午後3時 refer to. */
import { type Day, dayNumber } from './reference'
import type { Point } from './spec'

/** この日 means the day of the story, which is at most a month old. */
const STORY = 31

export class Context {
  /** The last expression resolved, as precise as it was. */
  last: Day | null = null
  /** The last one that named a day. */
  lastDay: Day | null = null
  /** The last one that stood for itself: not 前日, which may be said again of the same day. */
  ownDay: Day | null = null
  /** The last one that named several days. */
  lastRange: { from: Day; to: Day } | null = null
  /** The last one that is not still to come. */
  lastPastDay: Day | null = null
  /** The first day named outside of datelines and not counted from today. */
  mainDay: Day | null = null
  /** The day of the row of a list just before, or the year that its heading gives. */
  row: Day | null = null
  #latest: number | null = null

  constructor(
    /** Publication day, or the first full date of a text without one. */
    readonly now: Day | null,
    /** `mainDay` of an earlier reading of the same text: a quotation may come before the day it was said. */
    readonly storyDay: Day | null,
  ) {}

  /** Takes note of a resolved date. A dateline (「2026年2月9日」 above the text) is no day of the story. */
  note(
    day: Day,
    range: { from: Day; to: Day } | null,
    options: { dateline: boolean; deictic: boolean; back: boolean },
  ) {
    if (options.dateline) return
    this.last = day
    if (range) this.lastRange = range
    if (!day.month || !day.day) return
    this.lastDay = day
    if (!options.back) this.ownDay = day
    if (!options.deictic) this.mainDay ??= day
    if (!this.now) return
    const number = dayNumber(day)
    if (number <= dayNumber(this.now)) this.lastPastDay = day
    const age = dayNumber(this.now) - number
    if (age >= 0 && age <= STORY && number > (this.#latest ?? Number.NEGATIVE_INFINITY))
      this.#latest = number
  }

  /** The day that この日 means, as a day number, or null. */
  thisDay(): number | null {
    if (!this.lastDay) return this.now?.day ? dayNumber(this.now) : null
    const last = dayNumber(this.lastDay)
    const recent = this.now && dayNumber(this.now) - last <= STORY && last <= dayNumber(this.now)
    return recent && this.#latest !== null ? this.#latest : last
  }

  /**
   * What a row of an agenda takes its year from: the row or heading before it, as long as the days go up.
   * Published in December, a list that begins with 1月 is of the next year to its end.
   */
  rowBefore({ year, month, day }: Point): Day | null {
    const { row } = this
    if (!row?.year || year || month?.at !== 'value') return null
    if (month.n !== row.month) return month.n > row.month ? row : null
    return day?.at === 'value' && day.n >= row.day ? row : null
  }

  /** The day on which a quotation was spoken: of its sentence, of the story, or of publication. */
  spokenDay(sentenceDay: Day | null): Day | null {
    for (const day of [sentenceDay, this.lastDay, this.storyDay]) {
      if (!day || !this.now) continue
      const age = dayNumber(this.now) - dayNumber(day)
      if (age >= 0 && age <= 3) return day
    }
    return this.now
  }
}
