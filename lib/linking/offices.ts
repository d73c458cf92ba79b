/** Who is meant by a bare role: the holder on the article's day, before it or after it. */
import type { Context } from './context'
import { covers } from './people'
import { type Reading, sentenceAt } from './reading'
import type { Term, Thing } from './tables'

/** The holder of an office on a day; somebody acting only where nobody holds it. */
export function holderAt(context: Context, office: Thing, day: string): Term | null {
  const terms = (context.tables.byOffice.get(office.index) ?? []).filter((term) =>
    covers(term, day),
  )
  // On the day of a change the newcomer counts.
  return terms.findLast((term) => !term.acting) ?? terms.at(-1) ?? null
}

/** Holder that a prefix of the role points at: 前 the one before, 次期 the one to come. */
export function holderMeant(
  context: Context,
  reading: Reading,
  start: number,
  office: Thing,
  prefix: string | null,
): Term | null {
  const terms = context.tables.byOffice.get(office.index) ?? []
  const day = context.day
  if (prefix === '次期') return terms.find((term) => term.from > day) ?? null
  if (prefix === '代行') return terms.findLast((term) => term.acting && covers(term, day)) ?? null
  if (prefix === '前') {
    const now = holderAt(context, office, day)
    return terms.findLast((term) => term.to <= day && term.person !== now?.person) ?? null
  }
  if (prefix === '元' || prefix === '当時') {
    const year = yearNamed(reading, start)
    if (year) return holderAt(context, office, `${year}-07-01`)
    const former = terms.filter((term) => term.to <= day)
    const told = former.findLast(({ person }) => {
      const thing = context.tables.things[person]
      return thing !== undefined && context.introduced.has(thing)
    })
    return told ?? null
  }
  return holderAt(context, office, day)
}

/**
 * Countries whose holder of a like post the sentence has named as the other side: after
 * 「韓国の李明博大統領との共同会見で」 a bare 大統領 is the host.
 */
export function otherSides(context: Context, reading: Reading, start: number): Set<string> {
  const sentence = sentenceAt(reading, start)
  const sides = new Set<string>()
  for (const person of context.people.get(reading) ?? []) {
    if (person.start < sentence.start || person.end > start || !person.title) continue
    const country = person.choices[0]?.thing?.country
    if (
      country &&
      /^(?:との|と会|に会|を迎え|と電話)/u.test(reading.text.slice(person.end, person.end + 3))
    )
      sides.add(country)
  }
  return sides
}

function yearNamed(reading: Reading, start: number): string | null {
  const sentence = sentenceAt(reading, start)
  const words = reading.text.slice(sentence.start, start)
  return [...words.matchAll(/((?:19|20)\d\d)年/gu)].at(-1)?.[1] ?? null
}
