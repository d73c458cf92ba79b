/** The history as the choice reads it: events by entity and by word, each with its places in stories. */
import type { Level, Story } from '../events/schema'
import { type Pairs, pairsOf } from './pairs'
import type { StoryWeights } from './weights'

/** An event of the bundled history, as any store gives it. */
export interface HistoryEvent {
  readonly id: string
  readonly date: string
  readonly status: 'planned' | 'occurred' | 'cancelled'
  readonly title: string
  readonly text: string
  readonly participants: readonly string[]
  readonly topics: readonly string[]
  readonly place: string | null
  readonly level: Level
}

/** What the choice needs of an event; what it says is read from the database once it is chosen. */
export interface HistoryLine {
  readonly id: string
  readonly date: string
  readonly status: HistoryEvent['status']
  readonly title: string
  readonly level: Level
  readonly entities: readonly string[]
}

/** The history as it comes with the extension: plain JSON, made by {@link recordHistory}. */
export interface HistoryRecord {
  readonly events: readonly HistoryLine[]
  readonly stories: readonly Story[]
  /** Events by the pairs of characters of their titles and texts, as places in `events`. */
  readonly pairs: Readonly<Record<string, readonly number[]>>
  readonly weights: StoryWeights
}

export interface IndexedEvent {
  readonly event: HistoryLine
  /** Place in each story, by the story's index. */
  readonly places: readonly { readonly story: number; readonly level: Level }[]
  /** Sum over its pairs of their squared rarity: what a text that has all of them shares. */
  readonly weight: number
}

export interface HistoryIndex {
  readonly events: readonly IndexedEvent[]
  readonly stories: readonly Story[]
  readonly weights: StoryWeights
  /** Pairs of each story's title and sentence. */
  readonly storyWords: readonly Pairs[]
  /** Places in `events` of those that name the entity, or have the pair. */
  eventsOf(entity: string): readonly number[]
  eventsWith(pair: string): readonly number[]
  /** Places in `events` of a story's steps. */
  stepsOf(story: number): readonly number[]
  /** How telling an entity or a pair of characters is: the log of how few events have it. */
  rarity(entity: string): number
  rarityOfPair(pair: string): number
}

/** Reads the whole history once, where it is compiled. */
export function recordHistory(
  events: readonly HistoryEvent[],
  stories: readonly Story[],
  weights: StoryWeights,
): HistoryRecord {
  const pairs = postings(events.map(({ title, text }) => pairsOf(`${title}\n${text}`)))
  const lines = events.map(({ id, date, status, title, level, participants, topics, place }) => {
    const entities = [...new Set([...participants, ...topics, ...(place ? [place] : [])])]
    return { id, date, status, title, level, entities }
  })
  return { events: lines, stories, pairs: Object.fromEntries(pairs), weights }
}

/** Opens a record; no text is read again. */
export function openHistory(record: HistoryRecord): HistoryIndex {
  const { events, stories, weights: numbers } = record
  const pairs = new Map(Object.entries(record.pairs))
  const ofEntity = postings(events.map(({ entities }) => entities))
  const rarity = (known: ReadonlyMap<string, readonly number[]>) => (key: string) =>
    Math.log((events.length + 1) / ((known.get(key)?.length ?? 0) + 1))
  const rarityOfPair = rarity(pairs)
  const weights = new Float64Array(events.length)
  for (const [pair, having] of pairs) {
    const weight = rarityOfPair(pair) ** 2
    for (const k of having) weights[k] = (weights[k] ?? 0) + weight
  }
  const at = new Map(events.map(({ id }, k) => [id, k]))
  const places = events.map((): { story: number; level: Level }[] => [])
  const steps = stories.map((told, story) =>
    told.steps.flatMap(({ event, level }) => {
      const k = at.get(event)
      if (k === undefined) return []
      places[k]?.push({ story, level })
      return [k]
    }),
  )
  return {
    events: events.map((event, k) => ({
      event,
      places: places[k] ?? [],
      weight: weights[k] ?? 0,
    })),
    stories,
    weights: numbers,
    storyWords: stories.map(({ title, about }) => pairsOf(`${title}\n${about}`)),
    eventsOf: (entity) => ofEntity.get(entity) ?? [],
    eventsWith: (pair) => pairs.get(pair) ?? [],
    stepsOf: (story) => steps[story] ?? [],
    rarity: rarity(ofEntity),
    rarityOfPair,
  }
}

function postings(lists: readonly Iterable<string>[]): Map<string, number[]> {
  const known = new Map<string, number[]>()
  lists.forEach((list, k) => {
    for (const key of list) {
      const having = known.get(key)
      if (having) having.push(k)
      else known.set(key, [k])
    }
  })
  return known
}
