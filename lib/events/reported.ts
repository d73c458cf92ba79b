/** 「国防省は18日、…を迎撃したと発表した」: dates of reports, not of what is reported. */
import type { TimeExpression } from '../time/expression'
import type { Head } from './heads'
import type { EventType } from './schema'
import type { Placed } from './units'

/** Behind the date a comma, or words of the occasion: 3日の会見で, 20日記者団に対し. */
const OCCASION = /^(?:(?:に)?は|に)?、|^の(?:会見|記者会見|取材)|^[^、]{0,12}に対し/u
/** A clause that a reporting verb takes up. */
const CONTENT = /(?:と|こと(?:を|について|に対|など)|として)(?![はも])/u
/** 会談を行い、…と述べた goes on; 会談を行ったと述べた reports. */
const GOES_ON = /^(?:[ぁ-ん]{0,6}(?:[いしきりみちびえけせてべめれ]|て|で))?、/u
/** Acts of force are announced on their day. */
const FORCE = new Set<EventType>(['attack', 'test', 'military', 'disaster'])

/**
 * The report that a date between topic and comma belongs to, with the act that it announces where
 * that is of the same day; null where the sentence is no report.
 *
 * @param first the first event that the date reaches otherwise
 */
export function reportOf(
  text: string,
  date: Placed<TimeExpression>,
  heads: readonly Head[],
  first: Head | undefined,
): Head[] | null {
  if (!OCCASION.test(text.slice(date.end)) || !isDay(date.of.value)) return null
  const main = heads.findLast(({ kind, at }) => kind === 'verbal' && at >= date.end)
  if (!main || main === first || main.hit.type !== 'statement' || main.relative) return null
  const from = first?.end ?? date.end
  if (!isOfTopic(text, date, main) || !CONTENT.test(text.slice(from, main.at))) return null
  if (first && GOES_ON.test(text.slice(first.end))) return null
  const announced =
    first &&
    /た(?:と|ことを)$/u.test(text.slice(first.end, main.start)) &&
    FORCE.has(first.hit.type)
  return announced ? [main, first] : [main]
}

/** Speeches are dated by their day: 昨秋 belongs to what is spoken of. */
const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}/.test(value)

/** The date stands just behind the topic, or behind a subject without another topic to come. */
function isOfTopic(text: string, date: Placed<TimeExpression>, main: Head): boolean {
  const before = text.slice(0, date.start)
  if (/(?:は|も)、?$/u.test(before)) return true
  return /が、?$/u.test(before) && !/[^でにと]は/u.test(text.slice(date.end, main.at))
}
