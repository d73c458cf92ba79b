/** The schema of what a page says about its day: apart, so that it stays out of the content script. */
import * as v from 'valibot'
import type { DateEvidence as Evidence } from './date-evidence'

const short = v.pipe(v.string(), v.maxLength(2_000))
const several = <T extends v.GenericSchema>(one: T) => v.pipe(v.array(one), v.maxLength(200))

const PrintedDate = v.object({
  place: v.number(),
  attributes: v.record(short, short),
  text: short,
  before: short,
})

export const DateEvidence: v.GenericSchema<Evidence> = v.object({
  jsonLd: several(v.pipe(v.string(), v.maxLength(100_000))),
  metas: several(v.object({ names: short, content: short })),
  printed: several(PrintedDate),
  days: several(short),
})
