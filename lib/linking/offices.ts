/** Which office a bare role means, and who held it on the article's day. */
import type { Context } from './context'
import { covers } from './people'
import type { Term, Thing } from './tables'

/** The holder of an office on a day; of two, the one in acting capacity comes last. */
export function holderAt(context: Context, office: Thing, day: string): Term | null {
  const terms = (context.tables.byOffice.get(office.index) ?? []).filter((term) =>
    covers(term, day),
  )
  // On the day of a change the newcomer counts.
  return terms.findLast((term) => !term.acting) ?? terms.at(-1) ?? null
}

/** The last holder whose term had ended by a day. */
export function formerHolder(context: Context, office: Thing, day: string): Term | null {
  const terms = context.tables.byOffice.get(office.index) ?? []
  return terms.findLast((term) => term.to < day) ?? null
}

/** The first holder whose term begins after a day. */
export function nextHolder(context: Context, office: Thing, day: string): Term | null {
  return context.tables.byOffice.get(office.index)?.find((term) => term.from > day) ?? null
}
