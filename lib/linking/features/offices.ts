/** Who is meant by a bare role: the holder on the article's day, before it or after it. */

import type { Context, Person } from '../facts/facts'
import { lastUpTo, type Reading, sentenceAt } from '../read/reading'
import { daysBetween } from '../record/period'
import { covers, type Term, type Thing } from '../record/tables'
import { dayNamed, dayRemembered, leaves, onlyTerm, termsUnder } from './role-day'

/** So long after a change the press still calls the predecessor by the post. */
const CHANGE_DAYS = 3

/** The holder of an office on a day; somebody acting only where nobody holds it. */
function holderAt(context: Context, office: Thing, day: string): Term | null {
  const terms = (context.tables.byOffice.get(office.index) ?? []).filter((term) =>
    covers(term, day),
  )
  // On the day of a change the newcomer counts.
  return terms.findLast((term) => !term.acting) ?? terms.at(-1) ?? null
}

/**
 * Whom a role means: the holder of the day that its words name, else of the article's.
 *
 * @param end Folded offset behind the role.
 * @param prefix 前 means the one before, 次期 the one to come, 代行 who fills in.
 */
export function holderMeant(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  office: Thing,
  prefix: string | null,
): Term | null {
  const terms = context.tables.byOffice.get(office.index) ?? []
  const day = context.day
  // Those who fill in for a day are no predecessors.
  const held = terms.filter((term) => !term.acting)
  if (prefix === '次期') return held.find((term) => term.from > day) ?? null
  if (prefix === '代行') return actingFor(terms, reading, start, end, day)
  if (prefix === '前') {
    const now = held.findLast((term) => covers(term, day))
    return held.findLast((term) => term.to <= day && term.person !== now?.person) ?? null
  }
  if (prefix === '元' || prefix === '当時') {
    const year = yearNamed(reading, start)
    if (year) return holderAt(context, office, `${year}-07-01`)
    const remembered = prefix === '当時' ? dayRemembered(context, reading, start) : null
    if (remembered) return holderAt(context, office, remembered)
    const former = held.filter((term) => term.to <= day)
    // 元首相 alone is any of them, unless the text has named one.
    const named = former.findLast(({ person }) => {
      const thing = context.tables.things[person]
      return thing !== undefined && context.introduced.has(thing)
    })
    return named ?? null
  }
  const under = termsUnder(context, reading, start, end, office)
  if (under) return onlyTerm(under, null) ?? onlyTerm(under, day)
  const past = dayNamed(context, reading, start, end)
  if (past) return holderAt(context, office, past)
  const holder = holderAt(context, office, day)
  const last = held.findLast((term) => term.to <= day && term.person !== holder?.person)
  // Between two holders the press means the one before.
  if (!holder && last && daysBetween(last.to, day) <= CHANGE_DAYS) return last
  if (!last || daysBetween(last.to, day) > CHANGE_DAYS || prefix === '新') return holder
  // Of whom the clause says that they leave, and whom the sentence calls by another post than the
  // newcomer's, is the predecessor.
  if (leaves(reading, start, end)) return last
  const named = peopleBefore(context, reading, start).some(
    ({ things }) => holder !== null && things.some(({ index }) => index === holder.person),
  )
  return named ? last : holder
}

/** Who fills in on a day; of whom the clause tells the impeachment or leaving, the one just before. */
function actingFor(
  terms: readonly Term[],
  reading: Reading,
  start: number,
  end: number,
  day: string,
): Term | null {
  const acting = terms.filter((term) => term.acting)
  const now = acting.findLast((term) => covers(term, day)) ?? null
  const last = acting.findLast((term) => term.to <= day && term.person !== now?.person)
  const recent = last !== undefined && daysBetween(last.to, day) <= CHANGE_DAYS
  return recent && leaves(reading, start, end) ? last : now
}

/**
 * Countries whose holder of a like post the sentence has named as the other side: after
 * 「韓国の李明博大統領との共同会見で」 a bare 大統領 is the host.
 */
export function otherSides(context: Context, reading: Reading, start: number): Set<string> {
  const sides = new Set<string>()
  for (const person of peopleBefore(context, reading, start)) {
    const country = person.choices[0]?.thing?.country
    const behind = reading.text.slice(person.end, person.end + 3)
    if (country && /^(?:との|と会|に会|を迎え|と電話)/u.test(behind)) sides.add(country)
  }
  return sides
}

/** People with a title who are named before an offset in its sentence, the nearest first. */
function peopleBefore(context: Context, reading: Reading, start: number): Person[] {
  const sentence = sentenceAt(reading, start)
  const people = context.people.get(reading) ?? []
  const found: Person[] = []
  for (let k = lastUpTo(people, start, (person) => person.start); k >= 0; k--) {
    const person = people[k]
    if (!person || person.start < sentence.start || found.length > 8) break
    if (person.title && person.end <= start) found.push(person)
  }
  return found
}

function yearNamed(reading: Reading, start: number): string | null {
  const sentence = sentenceAt(reading, start)
  const words = reading.text.slice(sentence.start, start)
  return [...words.matchAll(/((?:19|20)\d\d)年/gu)].at(-1)?.[1] ?? null
}
