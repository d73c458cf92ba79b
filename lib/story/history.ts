/** The history as the choice reads it: entities by rarity, events with their stories, words by rarity. */
import type { Level, Story } from '../events/schema'
import { type Pairs, pairsOf } from './pairs'

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

export interface IndexedEvent {
  readonly event: HistoryEvent
  readonly entities: readonly string[]
  readonly words: Pairs
  /** Place in each story, by the story's index. */
  readonly places: readonly { readonly story: number; readonly level: Level }[]
}

export interface HistoryIndex {
  readonly events: readonly IndexedEvent[]
  readonly stories: readonly Story[]
  /** Pairs of each story's title and sentence. */
  readonly storyWords: readonly Pairs[]
  /** How telling an entity or a pair of characters is: the log of how few events have it. */
  rarity(entity: string): number
  rarityOfPair(pair: string): number
}

/** Reads the whole history once. */
export function indexHistory(
  events: readonly HistoryEvent[],
  stories: readonly Story[],
): HistoryIndex {
  const places = new Map<string, { story: number; level: Level }[]>()
  stories.forEach(({ steps }, story) => {
    for (const { event, level } of steps) {
      const list = places.get(event) ?? []
      list.push({ story, level })
      places.set(event, list)
    }
  })
  const indexed = events.map(
    (event): IndexedEvent => ({
      event,
      entities: entitiesOf(event),
      words: pairsOf(`${event.title}\n${event.text}`),
      places: places.get(event.id) ?? [],
    }),
  )
  const ofEntity = countsOf(indexed.map(({ entities }) => entities))
  const ofPair = countsOf(indexed.map(({ words }) => words))
  const rarity = (counts: ReadonlyMap<string, number>) => (key: string) =>
    Math.log((events.length + 1) / ((counts.get(key) ?? 0) + 1))
  return {
    events: indexed,
    stories,
    storyWords: stories.map(({ title, about }) => pairsOf(`${title}\n${about}`)),
    rarity: rarity(ofEntity),
    rarityOfPair: rarity(ofPair),
  }
}

const entitiesOf = ({ participants, topics, place }: HistoryEvent): string[] => [
  ...new Set([...participants, ...topics, ...(place ? [place] : [])]),
]

function countsOf(lists: readonly Iterable<string>[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const list of lists) for (const key of list) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}
