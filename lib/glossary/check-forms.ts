/** A form that several entries share is told apart by a rule, and a sentence tests the rule. */
import { daySpan } from './day-span'
import type { Assets } from './load'
import type { Alias, Entity } from './schema'
import type { Finding } from './yaml-file'

interface Use {
  entity: Entity
  /** The alias that gives the form; null where it is the headword. */
  alias: Alias | null
}

/**
 * Finds forms that two entries claim without a rule to choose by, and entries that claim a shared
 * form without a sentence in `senses.yaml`. Surnames need none: the text introduces the person.
 */
export function checkForms({ data, senses, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const tested = new Set(senses.map(({ sense }) => `${sense.form} ${sense.means}`))
  for (const [form, uses] of usesByForm(data.entities)) {
    if (uses.length < 2) continue
    const shared = new Set<Use>()
    for (const [index, a] of uses.entries())
      for (const b of uses.slice(index + 1)) {
        if (isSurname(a) || isSurname(b)) continue
        shared.add(a).add(b)
        if (toldApart(a, b)) continue
        const message = `「${form}」 also means ${b.entity.id}, and no rule tells them apart`
        findings.push({ ...origin(a.entity), entry: a.entity.id, message })
      }
    for (const { entity } of shared) {
      if (tested.has(`${form} ${entity.id}`)) continue
      const others = [...shared].map((use) => use.entity.id).filter((id) => id !== entity.id)
      const message = `「${form}」, shared with ${others.join(', ')}, has no sentence in senses.yaml`
      findings.push({ ...origin(entity), entry: entity.id, message })
    }
  }
  return findings
}

function usesByForm(entities: readonly Entity[]): Map<string, Use[]> {
  const uses = new Map<string, Use[]>()
  const add = (form: string, use: Use) => {
    const list = uses.get(form)
    if (!list) uses.set(form, [use])
    else if (list.every(({ entity }) => entity.id !== use.entity.id)) list.push(use)
  }
  for (const entity of entities) {
    if (entity.replacedBy) continue
    add(entity.headword, { entity, alias: null })
    for (const alias of entity.aliases) add(alias.form, { entity, alias })
  }
  return uses
}

const isSurname = ({ alias }: Use): boolean => alias?.kind === 'surname'

function toldApart(a: Use, b: Use): boolean {
  if (a.alias?.when || b.alias?.when) return true
  if (a.alias?.kind === 'role' || b.alias?.kind === 'role') return true
  if (a.entity.country && b.entity.country && a.entity.country !== b.entity.country) return true
  return Boolean(a.entity.valid && b.entity.valid && disjoint(a.entity.valid, b.entity.valid))
}

function disjoint(a: string, b: string): boolean {
  const [x, y] = [daySpan(a), daySpan(b)]
  const before = (first: typeof x, second: typeof x) =>
    first.last !== null && second.first !== null && first.last < second.first
  return before(x, y) || before(y, x)
}
