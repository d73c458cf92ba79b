/** Makes a card out of what glossary, history and archive say. */
import type { Card, EntityLine, EventLine, SourceLine } from '../card'
import type { Entity, Publication, Source, Tenure } from '../glossary/schema'
import type { LocalEntity, Mention } from '../linking/mention'
import { entityLine } from './entity-line'
import { postsOf } from './posts'

/** What a card is made of; everything has been looked up before. */
export interface CardInput {
  entity: Entity
  /** Every entity that tenures, relations, mention or role may name. */
  entities: ReadonlyMap<string, Entity>
  /** Tenures of the entity as office or as person. */
  tenures: readonly Tenure[]
  publications: ReadonlyMap<string, Publication>
  before: EventLine[]
  after: EventLine[]
  /** The mark that led here; absent for a term opened from a list or another card. */
  mention?: Mention | undefined
  /** Terms within gloss and text. */
  terms: Mention[]
  /** `YYYY-MM-DD` of the article in Japan, or null. */
  day: string | null
  savedArticles: number
  followed: boolean
  known: boolean
}

/** As many as fit without scrolling. */
const RELATED = 8

/** The card of an entity. */
export function makeCard(input: CardInput): Card {
  const { entity, entities, mention } = input
  return {
    id: entity.id,
    kind: entity.kind,
    headword: entity.headword,
    reading: entity.reading,
    english: entity.english,
    gloss: entity.gloss,
    text: entity.text,
    terms: input.terms,
    posts: postsOf(input.tenures, entities, input.day),
    before: input.before,
    after: input.after,
    related: related(entity, entities),
    alternatives: mention?.undecided ? alternatives(mention, entity.id, entities) : [],
    why: mention?.why ?? [],
    sources: entity.sources.map((source) => sourceLine(source, input.publications)),
    basis: entity.basis,
    asOf: entity.asOf,
    securitiesCode: entity.securitiesCode ?? null,
    industry: entity.industry ?? null,
    savedArticles: input.savedArticles,
    followed: input.followed,
    known: input.known,
  }
}

/** Holders of posts are shown with their days; here is what else stands beside the entity. */
function related(entity: Entity, entities: ReadonlyMap<string, Entity>): EntityLine[] {
  const ids = entity.relations
    .filter(({ type }) => type !== 'holder-of' && type !== 'held-by')
    .map(({ to }) => to)
  return lines(ids, entity.id, entities).slice(0, RELATED)
}

const alternatives = (
  mention: Mention,
  shown: string,
  entities: ReadonlyMap<string, Entity>,
): EntityLine[] =>
  lines(
    mention.candidates.map((candidate) => candidate.entity),
    shown,
    entities,
  )

const lines = (
  ids: readonly string[],
  except: string,
  entities: ReadonlyMap<string, Entity>,
): EntityLine[] =>
  [...new Set(ids)].flatMap((id) => {
    const entity = id === except ? undefined : entities.get(id)
    return entity ? [entityLine(entity)] : []
  })

const sourceLine = (
  source: Source,
  publications: ReadonlyMap<string, Publication>,
): SourceLine => ({
  name: publications.get(source.publication)?.name ?? source.publication,
  title: source.title ?? null,
  date: source.date ?? null,
  url: source.url ?? null,
  article: null,
})

/**
 * The card of a name that the glossary does not know: what this article says of it, and no more.
 * @param local what the text introduces; absent where the engine kept nothing but the name
 */
export function makeLocalCard(
  mention: Mention,
  local: LocalEntity | undefined,
  savedArticles: number,
): Card {
  const said = local?.says ?? []
  return {
    id: null,
    kind: mention.kind,
    headword: mention.headword,
    reading: null,
    english: null,
    gloss: said[0] ?? '',
    text: said.slice(1).join('\n'),
    terms: [],
    posts: { atArticle: [], now: [] },
    before: [],
    after: [],
    related: [],
    alternatives: [],
    why: mention.why,
    sources: [],
    basis: 'article',
    asOf: null,
    securitiesCode: null,
    industry: null,
    savedArticles,
    followed: false,
    known: false,
  }
}
