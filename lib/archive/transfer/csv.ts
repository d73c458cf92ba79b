/** Rows of a CSV file by the names in its first line, whatever their case. */
import Papa from 'papaparse'

export type Row = Readonly<Record<string, string>>

/** RFC 4180 and what programs make of it; never throws. Values of columns without a name are left out. */
export function csvRows(text: string): Row[] {
  const { data } = Papa.parse<Record<string, unknown>>(text.replace(/^\ufeff/, ''), {
    header: true,
    skipEmptyLines: 'greedy',
    transformHeader: (name) => name.trim().toLowerCase(),
  })
  return data.map((row) =>
    Object.fromEntries(
      Object.entries(row).flatMap(([name, value]) =>
        typeof value === 'string' ? [[name, value]] : [],
      ),
    ),
  )
}

/** A moment in seconds since 1970, or as ISO 8601; null where it is neither. */
export function momentOf(value: string | undefined): Date | null {
  if (!value) return null
  const moment = /^\d{9,11}$/.test(value) ? new Date(Number(value) * 1000) : new Date(value)
  return Number.isNaN(moment.getTime()) ? null : moment
}

/** Tags in one cell, parted by any of these. */
export const tagsOf = (cell: string | undefined, parted: RegExp): string[] =>
  (cell ?? '')
    .split(parted)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
