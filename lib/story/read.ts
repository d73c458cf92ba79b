/** The story of an article as surfaces show it: chosen from the index, told from the database. */
import type { MoreOfStory, StoryAnswer, StoryStep } from '../card'
import type { BunmyakuDatabase } from '../db/database'
import type { Level } from '../events/schema'
import { linesOf, type Publications } from '../events/timeline'
import type { ArticleProfile } from './article'
import { chooseStory, furtherEvents } from './choose'
import type { HistoryIndex } from './history'
import { savedEventsOf } from './saved'
import { tellingEntities } from './score'

/** Reads from the database only the events that were chosen. */
export async function readStory(
  db: BunmyakuDatabase,
  article: ArticleProfile,
  history: HistoryIndex,
  publications: Publications,
): Promise<StoryAnswer> {
  const { story, after } = chooseStory(article, history)
  const steps = [...story, ...after].map(({ indexed }) => indexed.event)
  const told = await stepsOf(db, steps, publications)
  const of = (list: typeof story) => list.flatMap(({ indexed }) => told.get(indexed.event.id) ?? [])
  return { day: article.day, story: of(story), after: of(after) }
}

/**
 * What else belongs to the article. A saved article's event is among `saved` only where no curated
 * one is the same: the merge has joined those, and they are curated ones then.
 * @param own the article itself, whose own events are no news to its reader
 */
export async function readMore(
  db: BunmyakuDatabase,
  article: ArticleProfile,
  history: HistoryIndex,
  publications: Publications,
  own: string | null,
): Promise<MoreOfStory> {
  const further = furtherEvents(article, history).map(({ indexed }) => indexed.event)
  const [told, saved] = await Promise.all([
    stepsOf(db, further, publications),
    savedEventsOf(db, tellingEntities(article, history), own, publications),
  ])
  return {
    curated: further.flatMap(({ id }) => told.get(id) ?? []),
    saved: saved.map((event) => ({ event, level: null })),
  }
}

async function stepsOf(
  db: BunmyakuDatabase,
  events: readonly { id: string; level: Level }[],
  publications: Publications,
): Promise<Map<string, StoryStep>> {
  const levels = new Map(events.map(({ id, level }) => [id, level]))
  const rows = await db.events.bulkGet([...levels.keys()])
  const lines = await linesOf(
    db,
    rows.flatMap((row) => row ?? []),
    publications,
  )
  return new Map(
    lines.map((event) => [event.id, { event, level: levels.get(event.id) ?? 'detail' }]),
  )
}
