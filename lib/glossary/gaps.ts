/** What the glossary lacks without being wrong: a list for those who write it, not a fault. */
import { claimedTerms, recordOf } from './claimed-terms'
import type { GlossaryData } from './data'

/** A gloss under this many characters seldom says why its subject is in the news. */
const THIN = 25

export interface Gaps {
  /** Ids of entries whose gloss is under `THIN` characters. */
  thin: string[]
  /** Ids of entries that no relation, event or tenure touches: nothing leads on from their cards. */
  alone: string[]
  /** Persons whose gloss gives a post with its years that no tenure of theirs records. */
  unrecorded: { person: string; post: string; from: number; to: number | null }[]
}

/** All gaps of `data`; entries that another one replaced count for nothing. */
export function gapsOf(data: GlossaryData): Gaps {
  const live = data.entities.filter(({ replacedBy }) => !replacedBy)
  const offices = new Map(data.entities.map((entity) => [entity.id, entity]))
  const tenures = Map.groupBy(data.tenures, ({ person }) => person)
  const touched = touchedIn(data)
  const unrecorded = live
    .filter(({ kind }) => kind === 'person')
    .flatMap(({ id, gloss }) =>
      claimedTerms(gloss)
        .filter(
          (claim) =>
            recordOf(claim, tenures.get(id) ?? [], (office) => offices.get(office)).as ===
            'nothing',
        )
        .map((claim) => ({ person: id, ...claim })),
    )
  return {
    thin: live.filter(({ gloss }) => [...gloss].length < THIN).map(({ id }) => id),
    alone: live.filter(({ id }) => !touched.has(id)).map(({ id }) => id),
    unrecorded,
  }
}

function touchedIn({ entities, tenures, events }: GlossaryData): Set<string> {
  const touched = new Set<string>()
  for (const { id, relations } of entities) for (const { to } of relations) touched.add(id).add(to)
  for (const { office, person } of tenures) touched.add(office).add(person)
  for (const { participants, topics, place } of events)
    for (const id of [...participants, ...topics, ...(place ? [place] : [])]) touched.add(id)
  return touched
}
