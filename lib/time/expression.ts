/** A time expression found in a block. */
import * as v from 'valibot'

export const TimeExpression = v.object({
  block: v.string(),
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(1)),
  surface: v.string(),
  type: v.picklist(['date', 'time', 'duration', 'set', 'vague']),
  /** EDTF or TIMEX3: `2026-02-20TAF`, `PT40M`, `P1Y*`, `PAST_REF`. */
  value: v.string(),
})
export type TimeExpression = v.InferOutput<typeof TimeExpression>
