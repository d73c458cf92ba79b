/** A person's gloss and tenures tell the same years. */
import { claimedTerms, recordOf } from './claimed-terms'
import type { Assets } from './load'
import type { Finding } from './yaml-file'

/** Finds glosses whose years in office the tenures of that office contradict. */
export function checkGlosses({ data, origin }: Assets): Finding[] {
  const offices = new Map(data.entities.map((entity) => [entity.id, entity]))
  const tenures = Map.groupBy(data.tenures, ({ person }) => person)
  return data.entities.flatMap((entity) => {
    if (entity.kind !== 'person') return []
    return claimedTerms(entity.gloss).flatMap((claim) => {
      const record = recordOf(claim, tenures.get(entity.id) ?? [], (id) => offices.get(id))
      if (record.as !== 'other') return []
      const said = `${claim.post} ${claim.from} to ${claim.to ?? 'now'}`
      const message = `gloss says ${said}, tenures say ${record.years}`
      return [{ ...origin(entity), entry: entity.id, message }]
    })
  })
}
