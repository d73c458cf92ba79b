/** Looks up what a card is made of. */
import { dayName, japanDay } from '../../lib/archive/day'
import { isFollowed } from '../../lib/archive/follows'
import type { Card } from '../../lib/card'
import { makeCard, makeLocalCard } from '../../lib/cards/make'
import { eventsAround } from '../../lib/events/timeline'
import type { Entity, Tenure } from '../../lib/glossary/schema'
import type { Mention } from '../../lib/linking/mention'
import { countNaming } from './archive'
import { db, engine, publications, seeded } from './glossary'
import { type Handlers, Refused } from './router'

/** Events that a card shows on each side of the article. */
const BEFORE = 3
const AFTER = 2

/** The entity itself, or the one it was merged into. */
async function find(id: string): Promise<Entity | undefined> {
  let entity = await db.entities.get(id)
  for (let step = 0; entity?.replacedBy && step < 5; step++)
    entity = await db.entities.get(entity.replacedBy)
  return entity
}

/** A person's posts, or the office's holders. */
async function tenuresOf({ kind, id }: Entity, role: Mention | undefined): Promise<Tenure[]> {
  if (kind === 'person') return db.tenures.where('person').equals(id).toArray()
  if (kind === 'office') return db.tenures.where('office').equals(id).toArray()
  return role?.refersTo ? db.tenures.where('person').equals(role.refersTo).toArray() : []
}

/** Terms inside the card's own texts that deserve a card, each where it first stands. */
async function termsIn(entity: Entity, day: string | null): Promise<Mention[]> {
  const paragraph = (id: string, text: string) => ({
    kind: 'paragraph' as const,
    id,
    runs: [{ text }],
  })
  const { mentions } = (await engine()).mentions({
    url: null,
    publisher: null,
    publishedAt: day ?? entity.asOf,
    blocks: [paragraph('gloss', entity.gloss), paragraph('text', entity.text)],
  })
  const met = new Set<string | null>([entity.id])
  return mentions.filter(({ entity: id, tier }) => {
    const wanted = tier === 'key' && !met.has(id)
    met.add(id)
    return wanted
  })
}

const countSaved = (id: string): Promise<number> =>
  db.articles
    .where('entities')
    .equals(id)
    .filter(({ deletedAt }) => deletedAt === null)
    .count()

async function cardOf(
  id: string,
  mention: Mention | undefined,
  publishedAt: string | null,
): Promise<Card> {
  await seeded()
  const entity = await find(id)
  if (!entity) throw new Refused({ code: 'failed', detail: `no such entry: ${id}` })
  const names = await publications()
  const number = japanDay(publishedAt)
  const day = number === null ? null : dayName(number)
  const tenures = await tenuresOf(entity, mention)
  const named = [
    ...tenures.flatMap(({ office, person }) => [office, person]),
    ...entity.relations.map(({ to }) => to),
    ...(mention?.candidates.map((candidate) => candidate.entity) ?? []),
  ]
  const [rows, { before, after }, terms, savedArticles, followed, known] = await Promise.all([
    db.entities.bulkGet([...new Set(named)]),
    eventsAround(db, entity.id, day, BEFORE, AFTER, names),
    termsIn(entity, day),
    countSaved(entity.id),
    isFollowed(db, { type: 'entity', entity: entity.id }),
    db.corrections
      .where('entity')
      .equals(entity.id)
      .filter(({ type }) => type === 'known')
      .count(),
  ])
  return makeCard({
    entity,
    entities: new Map([entity, ...rows].flatMap((row) => (row ? [[row.id, row] as const] : []))),
    tenures,
    publications: names,
    before,
    after,
    mention,
    terms,
    day,
    savedArticles,
    followed,
    known: known > 0,
  })
}

export const cards: Pick<Handlers, 'card'> = {
  card: async ({ entity, mention, local, publishedAt }) => {
    if (entity !== null) return cardOf(entity, mention, publishedAt)
    if (!mention) throw new Refused({ code: 'bad-request', detail: 'neither entity nor mention' })
    // No index of entities knows this name: the words themselves are looked for.
    return makeLocalCard(mention, local, await countNaming(mention.headword))
  },
}
