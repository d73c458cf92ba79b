/** The steps that led to an article, and what came after it. */
import { daySpan } from '../glossary/day-span'
import type { ArticleProfile } from './article'
import type { HistoryIndex } from './history'
import { likenessOfHead, type Scored, scoreEvents } from './score'

export interface ChosenStory {
  /** Steps that led here, oldest first: none, or up to {@link BEFORE}. */
  readonly story: readonly Scored[]
  /** What came after the article, oldest first. */
  readonly after: readonly Scored[]
}

const BEFORE = 9
const AFTER = 5
const FURTHER = 40

/** The story of an article out of the history; empty where nothing fits. Pure. */
export function chooseStory(article: ArticleProfile, history: HistoryIndex): ChosenStory {
  const day = article.day ?? '9999-12-31'
  const scored = belonging(article, history).filter(({ score }) => score >= history.weights.least)
  const past: Scored[] = []
  const next: Scored[] = []
  for (const one of scored) {
    const { first } = daySpan(one.indexed.event.date)
    if (first === null) continue
    if (isOwn(one, article, history)) continue
    // What happened on the day itself is what the article reports, or the news beside it.
    if (first === day && daySpan(one.indexed.event.date).last === day) continue
    // A plan whose day has passed, and nobody says that it came true, led nowhere.
    if (first >= day) next.push(one)
    else if (one.indexed.event.status !== 'planned') past.push(one)
  }
  return { story: best(past, BEFORE, history), after: best(next, AFTER, history) }
}

/** What belongs to the article beside its story, the most fitting first; at most {@link FURTHER}. */
export function furtherEvents(article: ArticleProfile, history: HistoryIndex): Scored[] {
  const { story, after } = chooseStory(article, history)
  const told = new Set([...story, ...after].map(({ indexed }) => indexed))
  return belonging(article, history)
    .filter((one) => !told.has(one.indexed) && !isOwn(one, article, history))
    .sort((a, b) => b.score - a.score)
    .slice(0, FURTHER)
}

/** Two reasons at least: a telling entity, a second one, the thread. */
const belonging = (article: ArticleProfile, history: HistoryIndex): Scored[] =>
  scoreEvents(article, history).filter(
    ({ shared, why }) =>
      shared.length >= 2 ||
      why.some(({ part, value }) => part === 'thread' && value > history.weights.reason),
  )

/** The event that the article itself reports: no step that led to it. */
function isOwn({ indexed }: Scored, article: ArticleProfile, history: HistoryIndex): boolean {
  const { first } = daySpan(indexed.event.date)
  if (!article.day || !first) return false
  const from = new Date(Date.parse(article.day) - OWN_DAYS * 86_400_000).toISOString().slice(0, 10)
  if (first < from || first > article.day) return false
  return likenessOfHead(article, indexed, history) >= OWN
}
const OWN_DAYS = 1
const OWN = 0.4

/** The best ones, oldest first: of several steps of one story within days only the first counts in full. */
function best(list: readonly Scored[], most: number, history: HistoryIndex): Scored[] {
  const sorted = [...list].sort((a, b) => b.score - a.score)
  const limit = (sorted[0]?.score ?? 0) * history.weights.share
  const chosen: Scored[] = []
  const left = new Set(sorted)
  while (chosen.length < most) {
    let next: Scored | null = null
    let highest = limit
    for (const one of left) {
      const crowded = chosen.filter((other) => areNear(one, other)).length
      const score = one.score * history.weights.crowded ** crowded
      if (score >= highest && (next === null || score > highest)) [next, highest] = [one, score]
    }
    if (!next) break
    chosen.push(next)
    left.delete(next)
  }
  return chosen.sort((a, b) => (a.indexed.event.date < b.indexed.event.date ? -1 : 1))
}

const areNear = ({ indexed: a }: Scored, { indexed: b }: Scored): boolean =>
  a.places.some(({ story }) => b.places.some((place) => place.story === story)) &&
  Math.abs(daysOf(a.event.date) - daysOf(b.event.date)) <= NEAR
const daysOf = (date: string): number => Date.parse(daySpan(date).first ?? '') / 86_400_000
const NEAR = 4
