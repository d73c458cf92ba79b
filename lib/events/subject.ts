/** Whom a sentence is about. */
import type { Mention } from '../linking/mention'
import { isActor } from './identity'
import { type Named, rolesIn } from './roles'
import type { Unit } from './units'

/** Between two names each with its own particle. */
const APART = /[はがもを]/u

/** Whom a sentence is about; its は, else its が, else its から. */
export function subjectOf(unit: Unit): Mention[] {
  const named = rolesIn(unit.text, unit.mentions).filter((name) => isActor(name.of))
  for (const role of ['topic', 'subject', 'source'] as const) {
    const group = lastGroup(unit.text, named, role)
    if (group.length) return group.map((name) => name.of)
  }
  return []
}

/** The last run of names that share a role: A、B、それにCは, but not Aは…で、Bが. */
export function lastGroup(text: string, named: readonly Named[], role: Named['role']): Named[] {
  const last = named.findLastIndex((name) => name.role === role)
  if (last < 0) return []
  let first = last
  while (
    first > 0 &&
    named[first - 1]?.role === role &&
    (named[first]?.start ?? 0) - (named[first - 1]?.end ?? 0) <= 14 &&
    !APART.test(text.slice(named[first - 1]?.end ?? 0, named[first]?.start ?? 0))
  )
    first--
  return named.slice(first, last + 1)
}
