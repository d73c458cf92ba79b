/**
 * Events are the join of claims: one claim from each source that tells of it.
 *
 * Removing a source removes its claims and nothing else; two sources may disagree side by side.
 */
import * as v from 'valibot'
import { Basis, EntityId, Source } from '../glossary/schema'
import { Edtf } from '../time/edtf'

export const EventType = v.picklist([
  'meeting',
  'visit',
  'call',
  'statement',
  'agreement',
  'publication',
  'appointment',
  'election',
  'legislation',
  'military',
  'test',
  'attack',
  'disaster',
  'court',
  'economic',
  'founding',
  'conference',
  'other',
])
export type EventType = v.InferOutput<typeof EventType>

export const EventStatus = v.picklist(['planned', 'occurred', 'cancelled'])
export type EventStatus = v.InferOutput<typeof EventStatus>

/** How much an event weighs in a story: a step nobody may miss, a further one, a detail of the day. */
export const Level = v.picklist(['main', 'step', 'detail'])
export type Level = v.InferOutput<typeof Level>

/** A number that a source gives, so that two sources can be set side by side. */
export const Figure = v.object({ label: v.string(), value: v.string() })

/** Offsets are UTF-16 units into the block's text, end exclusive. */
export const TextSpan = v.object({ block: v.string(), start: v.number(), end: v.number() })
export type TextSpan = v.InferOutput<typeof TextSpan>

/** What one source says of one event. */
export const Claim = v.object({
  id: v.string(),
  event: v.string(),
  /** A bundled claim names its publication; a claim of the archive names the saved revision. */
  source: v.variant('from', [
    v.object({ from: v.literal('bundled'), ...Source.entries }),
    v.object({ from: v.literal('article'), article: v.string(), revision: v.string() }),
  ]),
  date: Edtf,
  status: EventStatus,
  type: EventType,
  title: v.string(),
  participants: v.array(v.string()),
  place: v.nullable(v.string()),
  figures: v.optional(v.array(Figure), []),
  evidence: v.array(TextSpan),
  /** When its source told it, for the order of plans and cancellations; absent where that is unknown. */
  told: v.optional(v.string()),
})
export type Claim = v.InferOutput<typeof Claim>

export const Event = v.object({
  id: v.string(),
  /** EDTF, an interval where the event lasted. */
  date: Edtf,
  status: EventStatus,
  type: EventType,
  /** In our own words. */
  title: v.pipe(v.string(), v.minLength(1)),
  text: v.optional(v.string(), ''),
  /** Entity ids; a name that no glossary knows stands as itself behind `local:`. */
  participants: v.array(v.string()),
  place: v.nullable(v.string()),
  topics: v.optional(v.array(EntityId), []),
  /** The event that this one carries out, answers or follows. */
  follows: v.optional(v.array(v.string()), []),
})
export type Event = v.InferOutput<typeof Event>

/** An event as `assets/events/*.yaml` writes it: with the sources that tell of it. */
export const BundledEvent = v.object({
  ...Event.entries,
  place: v.optional(v.nullable(EntityId), null),
  participants: v.optional(v.array(EntityId), []),
  /** Its level where it belongs to no story; in a story the level stands at its place there. */
  alone: v.optional(Level),
  basis: Basis,
  asOf: v.pipe(v.string(), v.isoDate()),
  sources: v.array(v.object({ ...Source.entries, figures: v.optional(v.array(Figure), []) })),
})
export type BundledEvent = v.InferOutput<typeof BundledEvent>

/**
 * A story that comes back in the news: its events in order. `follows` keeps what led to what; a
 * story keeps what a reader reads one after the other, and one event may be a step of several.
 */
export const Story = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  title: v.pipe(v.string(), v.minLength(1)),
  /** One sentence: what the story is about. */
  about: v.pipe(v.string(), v.minLength(1)),
  /** What an article that belongs to the story speaks of. */
  entities: v.pipe(v.array(EntityId), v.minLength(1)),
  steps: v.array(v.object({ event: v.string(), level: Level })),
})
export type Story = v.InferOutput<typeof Story>

/** An event found in a text, before it is joined with what others tell. */
export const FoundEvent = v.object({
  /** Whether it is what the article is about; then its title is the article's headline. */
  main: v.optional(v.boolean(), false),
  date: Edtf,
  status: EventStatus,
  type: EventType,
  title: v.string(),
  participants: v.array(v.string()),
  place: v.nullable(v.string()),
  topics: v.array(v.string()),
  figures: v.array(Figure),
  evidence: TextSpan,
  alsoEvidence: v.array(TextSpan),
})
export type FoundEvent = v.InferOutput<typeof FoundEvent>
