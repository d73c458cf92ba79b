/** The steps that led to an article, and what came after it. */
import { daySpan } from '../glossary/day-span'
import type { ArticleProfile } from './article'
import type { HistoryIndex } from './history'
import { likenessOfHead, type Scored, scoreEvents, THREAD } from './score'

export interface ChosenStory {
  /** Steps that led here, oldest first: none, or up to {@link BEFORE}. */
  readonly story: readonly Scored[]
  /** What came after the article, oldest first. */
  readonly after: readonly Scored[]
}

const BEFORE = 9
const AFTER = 5
const FURTHER = 40
/** What an event must reach of the best one's score, and at least. */
const SHARE = 0.3
const LEAST = 5.3

/** The story of an article out of the history; empty where nothing fits. Pure. */
export function chooseStory(article: ArticleProfile, history: HistoryIndex): ChosenStory {
  const day = article.day ?? '9999-12-31'
  const scored = belonging(article, history).filter(({ score }) => score >= LEAST)
  const past: Scored[] = []
  const next: Scored[] = []
  for (const one of scored) {
    const { first } = daySpan(one.indexed.event.date)
    if (first === null) continue
    if (isOwn(one, article, history)) continue
    if (first < day || (first === day && one.indexed.event.status === 'occurred')) past.push(one)
    else next.push(one)
  }
  return { story: best(past, BEFORE), after: best(next, AFTER) }
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
      shared.length >= 2 || why.some(({ part, value }) => part === 'thread' && value > THREAD),
  )

/** The event that the article itself reports: no step that led to it. */
function isOwn({ indexed }: Scored, article: ArticleProfile, history: HistoryIndex): boolean {
  const { first, last } = daySpan(indexed.event.date)
  if (!article.day || !first || !last) return false
  const from = new Date(Date.parse(article.day) - OWN_DAYS * 86_400_000).toISOString().slice(0, 10)
  if (last < from || first > article.day) return false
  return likenessOfHead(article, indexed, history) >= OWN
}
const OWN_DAYS = 2
const OWN = 0.5

function best(list: readonly Scored[], most: number): Scored[] {
  const sorted = [...list].sort((a, b) => b.score - a.score)
  const limit = (sorted[0]?.score ?? 0) * SHARE
  return sorted
    .filter(({ score }) => score >= limit)
    .slice(0, most)
    .sort((a, b) => (a.indexed.event.date < b.indexed.event.date ? -1 : 1))
}
