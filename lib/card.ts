/** What a card and a story show, made by the background out of glossary, history and archive. Plain JSON. */
import * as v from 'valibot'
import { EventStatus, EventType, type Level } from './events/schema'
import { Basis, Kind } from './glossary/schema'
import { Evidence, Mention } from './linking/mention'

/** A source as a reader sees it. */
export const SourceLine = v.object({
  name: v.string(),
  title: v.nullable(v.string()),
  date: v.nullable(v.string()),
  url: v.nullable(v.string()),
  /** Set where the source is an article of the reader's own archive. */
  article: v.nullable(v.string()),
})
export type SourceLine = v.InferOutput<typeof SourceLine>

/** Another entity, to be named and opened. */
export const EntityLine = v.object({
  id: v.string(),
  headword: v.string(),
  kind: Kind,
  gloss: v.string(),
})
export type EntityLine = v.InferOutput<typeof EntityLine>

/** An event as a list shows it. */
export const EventLine = v.object({
  id: v.string(),
  date: v.string(),
  status: EventStatus,
  type: EventType,
  title: v.string(),
  text: v.string(),
  participants: v.array(EntityLine),
  place: v.nullable(v.string()),
  topics: v.array(EntityLine),
  sources: v.array(SourceLine),
  /** Figures or dates in which the sources differ, each with who says so. */
  disagreements: v.array(
    v.object({
      label: v.string(),
      values: v.array(v.object({ value: v.string(), source: v.string() })),
    }),
  ),
})
export type EventLine = v.InferOutput<typeof EventLine>

/** An office and its holder at one time, or a person and the post they held. */
export const PostLine = v.object({
  office: EntityLine,
  person: EntityLine,
  from: v.string(),
  to: v.nullable(v.string()),
  acting: v.boolean(),
  asOf: v.string(),
})
export type PostLine = v.InferOutput<typeof PostLine>

export const Card = v.object({
  /** null for a name that only this text knows. */
  id: v.nullable(v.string()),
  kind: Kind,
  headword: v.string(),
  reading: v.nullable(v.string()),
  english: v.nullable(v.string()),
  gloss: v.string(),
  text: v.string(),
  /** Terms inside `gloss` (block `gloss`) and `text` (block `text`), to open inside the card. */
  terms: v.array(Mention),
  /** Office: its holders. Person: the posts held. At the article's date, and now. */
  posts: v.object({ atArticle: v.array(PostLine), now: v.array(PostLine) }),
  before: v.array(EventLine),
  after: v.array(EventLine),
  related: v.array(EntityLine),
  /** Other meanings, where the text does not decide. */
  alternatives: v.array(EntityLine),
  why: v.array(Evidence),
  sources: v.array(SourceLine),
  basis: Basis,
  asOf: v.nullable(v.string()),
  securitiesCode: v.nullable(v.string()),
  industry: v.nullable(v.string()),
  /** Saved articles that name it. */
  savedArticles: v.number(),
  followed: v.boolean(),
  known: v.boolean(),
})
export type Card = v.InferOutput<typeof Card>

/** An event of a story; `level` is null where a saved article alone tells of it. */
export interface StoryStep {
  event: EventLine
  level: Level | null
}

export interface StoryAnswer {
  /** ISO day of the article; null where it has none. */
  day: string | null
  /** Steps that led to the article, and what came after it, oldest first. */
  story: StoryStep[]
  after: StoryStep[]
}

export interface MoreOfStory {
  /** What the bundled history has beside the story, the most fitting first. */
  curated: StoryStep[]
  /** What saved articles tell, oldest first. */
  saved: StoryStep[]
}
