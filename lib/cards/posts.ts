/** Who held which office on a day. */
import type { Card, PostLine } from '../card'
import { daySpan } from '../glossary/day-span'
import type { Entity, Tenure } from '../glossary/schema'
import { entityLine } from './entity-line'

/**
 * True where the tenure covers the day. At the precision that is known the benefit of the doubt
 * goes to the holder: a tenure «from 2025-10» covers all of October.
 * @param day `YYYY-MM-DD`
 */
function holdsOn({ from, to }: Pick<Tenure, 'from' | 'to'>, day: string): boolean {
  const first = daySpan(from).first
  const last = to === null ? null : daySpan(to).last
  return (first === null || first <= day) && (last === null || day <= last)
}

/** Tenures on a day; where two meet on it, the one that began later holds. */
function on(tenures: readonly Tenure[], day: string): Tenure[] {
  const held = tenures.filter((tenure) => holdsOn(tenure, day))
  return held.filter(
    (tenure) =>
      tenure.to === null ||
      !held.some((other) => other.office === tenure.office && follows(other, tenure, day)),
  )
}

/** `later` took over from `earlier` on this very day, or in the month that is all we know. */
const follows = (later: Tenure, earlier: Tenure, day: string): boolean =>
  later !== earlier &&
  later.person !== earlier.person &&
  !later.acting &&
  later.from > earlier.from &&
  earlier.to !== null &&
  (daySpan(earlier.to).first ?? '') <= day

/**
 * Posts at the article's day and now, as lines for the card.
 * @param tenures those of the entity: of the office, or of the person
 * @param day `YYYY-MM-DD` of the article, or null where it is not known
 */
export function postsOf(
  tenures: readonly Tenure[],
  entities: ReadonlyMap<string, Entity>,
  day: string | null,
): Card['posts'] {
  const line = (tenure: Tenure): PostLine[] => {
    const office = entities.get(tenure.office)
    const person = entities.get(tenure.person)
    if (!office || !person) return []
    const { from, to, acting, asOf } = tenure
    return [{ office: entityLine(office), person: entityLine(person), from, to, acting, asOf }]
  }
  const lines = (held: readonly Tenure[]) => held.toSorted(byWeight).flatMap(line)
  return {
    atArticle: day === null ? [] : lines(on(tenures, day)),
    now: lines(tenures.filter(({ to }) => to === null)),
  }
}

/** A post of one's own stands before one that is only filled in for the time being. */
const byWeight = (a: Tenure, b: Tenure): number => Number(a.acting) - Number(b.acting)
