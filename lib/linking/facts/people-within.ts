/** People by where their names begin. */

import { lastUpTo, type Reading } from '../read/reading'
import type { Context, Person } from './facts'

/** The people of a block whose names begin from a folded offset on and before another, in order. */
export function peopleWithin(
  context: Pick<Context, 'people'>,
  reading: Reading,
  from: number,
  to: number,
): readonly Person[] {
  const people = context.people.get(reading) ?? []
  const startOf = ({ start }: Person) => start
  return people
    .slice(lastUpTo(people, from - 1, startOf), lastUpTo(people, to - 1, startOf) + 1)
    .filter(({ start }) => start >= from && start < to)
}
