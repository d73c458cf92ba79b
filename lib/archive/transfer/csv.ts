/** Rows of a CSV file by the names in its first line, whatever their case. */
import Papa from 'papaparse'
import { decodePlain } from '../../article/decode-page'
import { FileRefused } from './read-lines'

export type Row = Readonly<Record<string, string>>

/**
 * The text of a list that another program wrote, in whatever encoding.
 * @throws FileRefused `garbled` where it is in none.
 */
export async function listText(file: Blob, decode = decodePlain): Promise<string> {
  const text = decode(new Uint8Array(await file.arrayBuffer()))
  if (text === null) throw new FileRefused('garbled', 'in no encoding that is known')
  return text
}

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

/** Before this nobody saved a page of the web, and no year has five digits. */
const EARLIEST = Date.UTC(1990)
const LATEST = Date.UTC(9999)

/** A moment in seconds since 1970, or as ISO 8601 and its like; null where it is neither. */
export function momentOf(value: string | undefined): Date | null {
  const text = value?.trim() ?? ''
  const seconds = /^\d{9,11}$/.test(text)
  if (!seconds && !/^\d{4}-\d{2}-\d{2}([T ][\d:.]+ ?(Z|UTC|[+-]\d{2}:?\d{2})?)?$/.test(text))
    return null
  const moment = new Date(seconds ? Number(text) * 1000 : text)
  return moment.getTime() >= EARLIEST && moment.getTime() < LATEST ? moment : null
}

/** Tags in one cell, parted by any of these. */
export const tagsOf = (cell: string | undefined, parted: RegExp): string[] =>
  (cell ?? '')
    .split(parted)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '')
