/** Names that the text has introduced with a title, wherever else they stand in it. */

import { KATAKANA, scriptOf } from '../../text/script'
import { edgeAfter, edgeBefore } from '../read/boundary'
import { titleBehind } from '../read/name-title'
import { hitsFrom, type Reading, scriptAt } from '../read/reading'
import type { Tables } from '../record/tables'
import type { NameSpan } from './facts'
import type { Locals } from './locals'

/** How a name must stand: whole with no title needed, or as a surname, with one or in katakana. */
type Use = 'full' | 'surname'

/** Finds the names of everybody introduced so far; made once for a document, linear in its text. */
export function knownNames(
  locals: Locals,
  tables: Tables,
): (reading: Reading, found: readonly NameSpan[]) => NameSpan[] {
  const uses = new Map<string, Use>()
  for (const { kind, name, short } of locals.all) {
    if (kind !== 'person') continue
    const foreign = scriptOf(name.charCodeAt(0)) === KATAKANA
    for (const form of short) {
      const listed = !foreign && tables.isSurname(tables.formOf(form))
      if (form.length > (foreign ? 2 : 1) && form !== name && !listed) uses.set(form, 'surname')
    }
  }
  for (const { kind, name, short } of locals.all)
    if (kind === 'person' && name.length > 1 && !short.includes(name)) uses.set(name, 'full')
  if (uses.size === 0) return () => []
  // Few names of one document begin with the same two letters: hardly ever is there one to try in vain.
  const byStart = Map.groupBy(uses, ([name]) => pairAt(name, 0))
  return (reading, found) => {
    const taken = new Set(
      found
        .filter(({ kind }) => kind === 'new' || kind === 'full' || kind === 'part')
        .map(({ start }) => start),
    )
    const spans: NameSpan[] = []
    const { text } = reading
    const at = (start: number, name: string, use: Use) => {
      const end = start + name.length
      const title = titleBehind(tables, reading, start, end)
      if (!stands(reading, tables, start, end, use === 'full', title !== null)) return
      spans.push({
        start,
        nameEnd: end,
        end: title?.end ?? end,
        name,
        kind: use === 'full' ? 'new' : 'part',
        title,
        things: [],
        family: null,
      })
    }
    for (let start = 0; start + 1 < text.length; start++)
      for (const [name, use] of byStart.get(pairAt(text, start)) ?? [])
        if (text.startsWith(name, start) && !taken.has(start)) at(start, name, use)
    return spans
  }
}

/** The two code units at an offset as one number. */
const pairAt = (text: string, at: number): number =>
  text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1)

/** Whether a known name stands as one here, and not within a longer word. */
function stands(
  reading: Reading,
  tables: Tables,
  start: number,
  end: number,
  full: boolean,
  titled: boolean,
): boolean {
  const before = edgeBefore(reading, start)
  const after = edgeAfter(reading, end)
  const foreign = scriptAt(reading, start) === KATAKANA
  if (before === 'inside' || (after === 'inside' && !titled)) return false
  if (foreign) {
    // Between ・ it may be part of another name.
    if (before === 'joined' || (after === 'joined' && !titled)) return false
    return !hitsFrom(reading, start).some(
      (hit) => hit.end >= end && tables.namedOf(hit.form).length > 0,
    )
  }
  if (full && end - start > 3) return true
  return before === 'free' && (full ? after === 'free' || titled : titled)
}
