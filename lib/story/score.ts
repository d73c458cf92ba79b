/** How much an event of the history belongs to an article's story: a sum of named parts. */
import type { ArticleProfile } from './article'
import type { HistoryIndex, IndexedEvent } from './history'
import { type Pairs, pairsOf } from './pairs'

export interface Scored {
  readonly indexed: IndexedEvent
  readonly score: number
  /** What spoke for it, the strongest first: `entities 2.1: 日本銀行`. */
  readonly why: readonly {
    readonly part: string
    readonly value: number
    readonly detail: string
  }[]
  /** Telling entities that it shares with the article. */
  readonly shared: readonly string[]
}

const COUNTRY = /^place\.[a-z]{2}$/u
const BODY_OR_PLACE = /^(?:place|org)\./u
/** A place or body that more than one event in fifty-five has: Tokyo, the Diet, the ruling party. */
const TELLS_NOTHING = 4

/** Countries, capitals, parties and chambers: in every article, and so of none. */
const isCommon = (id: string, history: HistoryIndex): boolean =>
  COUNTRY.test(id) || (BODY_OR_PLACE.test(id) && history.rarity(id) < TELLS_NOTHING)

/** How much an entity says: who is in many events, like a head of government, says little of any. */
const telling = (id: string, history: HistoryIndex): number =>
  (history.rarity(id) / USUAL) ** history.weights.rarity *
  USUAL *
  (isCommon(id, history) ? history.weights.common : 1)
/** Rarity of an entity that one event in a hundred names. */
const USUAL = 4.6

/** What tells one article from another: its entities without those of every article, by id. */
export const tellingEntities = (
  { entities }: ArticleProfile,
  history: HistoryIndex,
): Map<string, number> =>
  new Map(
    [...entities].flatMap(([id, prominence]) =>
      isCommon(id, history) ? [] : [[id, prominence * history.rarity(id)] as const],
    ),
  )

/** Share of rare pairs of a text that another text has, 0 to 1. */
function likeness(of: Pairs, within: Pairs, history: HistoryIndex): number {
  let all = 0
  let shared = 0
  for (const pair of of) {
    const weight = history.rarityOfPair(pair) ** 2
    all += weight
    if (within.has(pair)) shared += weight
  }
  return all === 0 ? 0 : shared / all
}

/** Scores of the stories for an article, by story index; what is of no story has 0. */
function threadScores(article: ArticleProfile, history: HistoryIndex): number[] {
  return history.stories.map(({ entities }, k) => {
    let sum = 0
    for (const id of entities) {
      const prominence = article.entities.get(id)
      if (prominence) sum += Math.sqrt(prominence) * telling(id, history)
    }
    const words = history.storyWords[k]
    const like = words ? likeness(words, article.words, history) : 0
    const head = words ? likeness(words, article.head, history) : 0
    return (
      sum / Math.sqrt(4 + entities.length) +
      history.weights.storyWords * like +
      history.weights.storyHead * head
    )
  })
}

/** 1 on the day itself, a half after some years. */
function closeness(date: string, day: string | null, halfYears: number): number {
  if (day === null) return 0
  const years = Math.abs(yearsOf(day) - yearsOf(date))
  return 1 / (1 + years / halfYears)
}

const yearsOf = (date: string): number => {
  const [, year, month = '6', day = '15'] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/.exec(date) ?? []
  return Number(year) + (Number(month) - 1) / 12 + Number(day) / 365
}

/** How much of an event's title headline and lead tell, 0 to 1. */
export const likenessOfHead = (
  article: ArticleProfile,
  { event }: IndexedEvent,
  history: HistoryIndex,
): number => likeness(pairsOf(event.title), article.head, history)

/**
 * The events that may belong to the article, with their scores, unsorted: those that share a telling
 * entity with it, and the steps of the stories that it tells of. No other is looked at.
 */
export function scoreEvents(article: ArticleProfile, history: HistoryIndex): Scored[] {
  const threads = threadScores(article, history)
  const most = Math.max(1e-9, ...threads)
  const strengths = threads.map(
    (score) => history.weights.thread * score * (score / most) ** history.weights.apart,
  )
  const candidates = new Set<number>()
  for (const id of article.entities.keys())
    if (!isCommon(id, history)) for (const k of history.eventsOf(id)) candidates.add(k)
  strengths.forEach((strength, story) => {
    if (strength * history.weights.main > history.weights.reason)
      for (const k of history.stepsOf(story)) candidates.add(k)
  })
  const said = saidOf(article.words, history)
  return [...candidates].flatMap((k) => {
    const indexed = history.events[k]
    return indexed ? [scored(indexed, said[k] ?? 0, strengths, article, history)] : []
  })
}

/** By event, the summed weight of its pairs that the text has. */
function saidOf(words: Pairs, history: HistoryIndex): Float64Array {
  const said = new Float64Array(history.events.length)
  for (const pair of words) {
    const having = history.eventsWith(pair)
    const weight = history.rarityOfPair(pair) ** 2
    for (const k of having) said[k] = (said[k] ?? 0) + weight
  }
  return said
}

function scored(
  indexed: IndexedEvent,
  said: number,
  strengths: readonly number[],
  article: ArticleProfile,
  history: HistoryIndex,
): Scored {
  const { event, places, weight } = indexed
  const shared: string[] = []
  let entities = 0
  for (const id of event.entities) {
    const prominence = article.entities.get(id)
    if (!prominence) continue
    const common = isCommon(id, history)
    if (!common) shared.push(id)
    entities += prominence ** history.weights.prominence * telling(id, history)
  }
  entities = (history.weights.entities * entities) / Math.sqrt(3 + event.entities.length)
  let thread = 0
  let name = ''
  for (const { story, level } of places) {
    const value = (strengths[story] ?? 0) * history.weights[level]
    if (value > thread) [thread, name] = [value, history.stories[story]?.title ?? '']
  }
  const words = weight === 0 ? 0 : (history.weights.words * 10 * said) / weight
  const near = closeness(event.date, article.day, history.weights.halfYears)
  const closer = (entities + thread + words) * history.weights.closeness * near
  const why = [
    { part: 'entities', value: entities, detail: shared.join(' ') },
    { part: 'thread', value: thread, detail: name },
    { part: 'words', value: words, detail: '' },
    { part: 'closeness', value: closer, detail: '' },
  ]
  return {
    indexed,
    score: entities + thread + words + closer,
    why: why.filter(({ value }) => value > 0).sort((a, b) => b.value - a.value),
    shared,
  }
}
