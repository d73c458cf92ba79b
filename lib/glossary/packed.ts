/**
 * The bundled glossary as it travels: each list a table by columns, what most rows say and what
 * other fields of an entity tell left out.
 * Like stands beside like, so that it packs a seventh smaller than a list of objects.
 */
import type { GlossaryData } from './data'
import { withoutTold, withTold } from './derived'

/** In a column: the row says what most rows say; the row has no such field. */
const USUAL = 0
const ABSENT = 1

type Row = Readonly<Record<string, unknown>>

const ENTITIES = 'entities'
const same = (row: Row): Row => row

interface Table {
  readonly rows: number
  /** By field: what most rows say, and what each row says. */
  readonly columns: Record<string, { readonly usual: unknown; readonly values: readonly unknown[] }>
}

export interface PackedGlossary {
  readonly version: string
  readonly tables: Record<string, Table>
}

/** A glossary by columns. No field of it may hold the bare numbers 0 and 1, which the schemas allow nowhere. */
export function packGlossary({ version, ...lists }: GlossaryData): PackedGlossary {
  const tables = Object.entries(lists).map(([name, rows]): [string, Table] => [
    name,
    tableOf(
      (rows as readonly object[] as readonly Row[]).map(name === ENTITIES ? withoutTold : same),
    ),
  ])
  return { version, tables: Object.fromEntries(tables) }
}

/** What {@link packGlossary} packed, equal to what it was given. */
export function unpackGlossary({ version, tables }: PackedGlossary): GlossaryData {
  const lists = Object.entries(tables).map(([name, table]) => [
    name,
    rowsOf(table).map(name === ENTITIES ? withTold : same),
  ])
  return { version, ...Object.fromEntries(lists) } as GlossaryData
}

function tableOf(rows: readonly Row[]): Table {
  const fields = new Set(rows.flatMap((row) => Object.keys(row)))
  const columns = [...fields].map((field) => {
    const written = rows.map((row) =>
      Object.hasOwn(row, field) ? JSON.stringify(row[field]) : null,
    )
    const usual = mostOf(written.filter((value) => value !== null))
    const values = rows.map((row, k) =>
      written[k] === null ? ABSENT : written[k] === usual ? USUAL : row[field],
    )
    return [field, { usual: usual === null ? null : JSON.parse(usual), values }] as const
  })
  return { rows: rows.length, columns: Object.fromEntries(columns) }
}

function mostOf(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let most: string | null = null
  for (const [value, count] of counts)
    if (count > (most === null ? 0 : (counts.get(most) ?? 0))) most = value
  return most
}

function rowsOf({ rows, columns }: Table): Row[] {
  const list: Record<string, unknown>[] = Array.from({ length: rows }, () => ({}))
  for (const [field, { usual, values }] of Object.entries(columns))
    values.forEach((value, k) => {
      const row = list[k]
      if (row && value !== ABSENT) row[field] = value === USUAL ? structuredClone(usual) : value
    })
  return list
}
