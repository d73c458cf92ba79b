/** Where a text names people: full names and surnames with their titles, known or not. */

import { edgeAfter, edgeBefore } from '../read/boundary'
import { titleBehind } from '../read/name-title'
import { LEADERSHIP } from '../read/name-words'
import { type Hit, hitsUntil, type Reading } from '../read/reading'
import { isTitle, SURE } from '../read/titles'
import type { Tables } from '../record/tables'
import type { NameSpan } from './facts'
import { foreignNames } from './foreign-names'
import { givenBehind, givenInBrackets } from './given-names'
import { plainNames } from './plain-names'
import { ringNames } from './ring-names'

/** Words before which no particle stands: その後鳩山首相は, 6日高市首相は, 故安倍氏. */
const WORD_BEFORE =
  /(?:\d[日月年]|第\d次|[その今]後|直後|前後|最後|当時|現在|今回|以来|以降|同日|翌日|前日|昨年|今年|先月|今月|先週|今週|昨日|今日|日夜|日朝|日夕|午前|午後|未明|(?<!\p{Script=Han})[故亡])$/u

/** Every name in a block. A stretch may be read in more than one way. */
export function namesIn(reading: Reading, tables: Tables): NameSpan[] {
  const spans: NameSpan[] = []
  for (const hit of reading.hits)
    if (tables.isSurname(hit.form) || tables.peopleOf(hit.form).length > 0)
      spans.push(...namesAt(reading, tables, hit))
  spans.push(
    ...foreignNames(reading, tables),
    ...plainNames(reading, tables),
    ...ringNames(reading),
  )
  const known = new Set(spans.filter(({ kind }) => kind === 'full').map(({ start }) => start))
  return spans.filter(({ kind, start }) => (kind !== 'new' && kind !== 'part') || !known.has(start))
}

function namesAt(reading: Reading, tables: Tables, hit: Hit): NameSpan[] {
  if (!startsName(reading, tables, hit)) return []
  const people = tables.peopleOf(hit.form)
  const listed = tables.isSurname(hit.form)
  const { start, end } = hit
  const name = reading.text.slice(start, end)
  const spans: NameSpan[] = []
  const title = titleBehind(tables, reading, start, end)
  // イラン is no イ with a title ランなんとか: within one katakana word only a listed title begins anew.
  if (edgeAfter(reading, end) === 'inside' && !(title && isTitle(reading, title.core))) return []
  const full = people.filter(({ kind }) => kind !== 'surname' && kind !== 'role')
  const after = edgeAfter(reading, end)
  if (full.length > 0 && (title || after === 'free' || (after === 'joined' && name.length > 3)))
    spans.push({
      start,
      nameEnd: end,
      end: title?.end ?? end,
      name,
      kind: 'full',
      title,
      things: full.map(({ thing }) => thing),
      family: null,
    })
  const surnames = people.filter(({ kind }) => kind === 'surname').map(({ thing }) => thing)
  if (surnames.length === 0 && !listed) return spans
  const base = {
    start,
    nameEnd: end,
    name,
    kind: 'surname' as const,
    things: surnames,
    family: name,
  }
  const sure = title && (title.sure !== SURE.look || title.honorific)
  const whole =
    listed && !sure
      ? (givenInBrackets(reading, tables, hit) ?? givenBehind(reading, tables, hit, title))
      : null
  if (whole) spans.push(whole)
  else if (title) spans.push({ ...base, title, end: title.end })
  else if (
    (name.length > 1 && (after === 'free' || /[「『“]/u.test(reading.text[start - 1] ?? ''))) ||
    (surnames.length > 0 && LEADERSHIP.test(reading.text.slice(end, end + 8)))
  )
    spans.push({ ...base, title: null, end })
  return spans
}

/** A name starts where no letter of its script stands before it, or another word ends there. */
function startsName(reading: Reading, tables: Tables, hit: Hit): boolean {
  const edge = edgeBefore(reading, hit.start)
  if (edge !== 'joined') return edge === 'free'
  // 自民党|高市総裁, トランプ・|プーチン; but not the end of a longer word or foreign name.
  if (WORD_BEFORE.test(reading.text.slice(Math.max(0, hit.start - 3), hit.start))) return true
  return hitsUntil(reading, hit.start).some(
    (other) =>
      other.start < hit.start - 1 &&
      edgeBefore(reading, other.start) !== 'inside' &&
      tables.sensesOf(other.form).length > 0,
  )
}
