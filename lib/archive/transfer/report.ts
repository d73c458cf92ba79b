/** What an import did, in numbers and by name. */
import * as v from 'valibot'
import { LINE_PROBLEMS } from './parse-record'

export const Refusal = v.object({
  /** Line of the file, or its place among the files of a folder, counted from 1. */
  line: v.number(),
  problem: v.picklist([...LINE_PROBLEMS, 'no-text', 'no-address', 'garbled']),
  detail: v.string(),
})
export type Refusal = v.InferOutput<typeof Refusal>

export const ImportReport = v.object({
  /** Records that were not there. */
  new: v.number(),
  /** Records that were there, equal. */
  same: v.number(),
  /** Records that were there and differ: what the reader has stands, what was missing was added. */
  different: v.number(),
  refused: v.number(),
  /** The first of them. */
  refusals: v.array(Refusal),
})
export type ImportReport = v.InferOutput<typeof ImportReport>

/** So many refusals are told one by one. */
const TOLD = 200

export const emptyReport = (): ImportReport => ({
  new: 0,
  same: 0,
  different: 0,
  refused: 0,
  refusals: [],
})

export function refuseLine(report: ImportReport, refusal: Refusal): void {
  report.refused++
  if (report.refusals.length < TOLD) report.refusals.push(refusal)
}
