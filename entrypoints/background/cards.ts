/** Looks up what a card is made of. */
import type * as v from 'valibot'
import { dayName, japanDay } from '../../lib/archive/day'
import { isFollowed } from '../../lib/archive/follows'
import type { Card, EventLine } from '../../lib/card'
import { makeCard, makeLocalCard } from '../../lib/cards/make'
import { eventsAround, type Publications } from '../../lib/events/timeline'
import type { Entity, Tenure } from '../../lib/glossary/schema'
import type { Mention } from '../../lib/linking/mention'
import type { requests } from '../../lib/messages'
import { countNaming } from './archive'
import { db, engine, publications, seeded } from './glossary'
import { type Handlers, Refused } from './router'

/** Events that a card shows on each side of the article. */
const BEFORE = 3
const AFTER = 2
/** So many times as many are looked at for a plain card: the reader's own stand between them. */
const WIDER = 5

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
  const { mentions } = await (await engine()).mentions({
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

const isKnown = async (id: string): Promise<boolean> =>
  (await db.corrections
    .where('entity')
    .equals(id)
    .filter(({ type }) => type === 'known')
    .count()) > 0

const countSaved = (id: string): Promise<number> =>
  db.articles
    .where('entities')
    .equals(id)
    .filter(({ deletedAt }) => deletedAt === null)
    .count()

/** An event that others than the reader's own articles tell of. */
const isPublic = ({ sources }: EventLine): boolean => sources.some(({ article }) => !article)

/** The events on each side of the day; only the public ones, and as many as if there were no others. */
async function events(
  id: string,
  day: string | null,
  plain: boolean,
  names: Publications,
): Promise<{ before: EventLine[]; after: EventLine[] }> {
  const wider = plain ? WIDER : 1
  const { before, after } = await eventsAround(db, id, day, BEFORE * wider, AFTER * wider, names)
  if (!plain) return { before, after }
  return {
    before: before.filter(isPublic).slice(-BEFORE),
    after: after.filter(isPublic).slice(0, AFTER),
  }
}

/** @param plain as for a reader who has saved, followed and said nothing */
async function cardOf(
  id: string,
  mention: Mention | undefined,
  publishedAt: string | null,
  plain: boolean,
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
    events(entity.id, day, plain, names),
    termsIn(entity, day),
    plain ? 0 : countSaved(entity.id),
    !plain && isFollowed(db, { type: 'entity', entity: entity.id }),
    !plain && isKnown(entity.id),
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
    known,
  })
}

async function cardFor(
  { entity, mention, local, publishedAt }: v.InferOutput<(typeof requests)['card']>,
  plain: boolean,
): Promise<Card> {
  if (entity !== null) return cardOf(entity, mention, publishedAt, plain)
  if (!mention) throw new Refused({ code: 'bad-request', detail: 'neither entity nor mention' })
  // No index of entities knows this name: the words themselves are looked for.
  return makeLocalCard(mention, local, plain ? 0 : await countNaming(mention.headword))
}

export const cards: Pick<Handlers, 'card' | 'plain-card'> = {
  card: (request) => cardFor(request, false),
  'plain-card': (request) => cardFor(request, true),
}
