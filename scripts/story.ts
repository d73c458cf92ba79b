/**
 * `npm run --silent story -- PATH...`: the story behind text files, one line of JSON each:
 * `{ id, story, after }`, events as `{ id, date, title, text, participants, level, score, why }`,
 * `participants` the headwords of all that an event names, `why` the parts of its score.
 *
 * `npm run --silent story -- --history`: every event of the bundled history in that form, earliest
 * first, with the ids of the `stories` that tell it.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openEngine } from '../lib/engine'
import { levelsOf } from '../lib/events/level'
import { ensureCompiled } from '../lib/glossary/compiled'
import { profileOf } from '../lib/story/article'
import { chooseStory } from '../lib/story/choose'
import { type HistoryEvent, openHistory } from '../lib/story/history'
import type { Scored } from '../lib/story/score'
import { textFiles } from './text-files'

const { values, positionals } = parseArgs({
  options: { history: { type: 'boolean', default: false } },
  allowPositionals: true,
})
if (!values.history && positionals.length === 0) {
  console.error('story: give text files or folders, or --history')
  process.exit(2)
}

const {
  data,
  engine: record,
  history: recorded,
} = await ensureCompiled(join(import.meta.dirname, '..'))
const headwords = new Map(data.entities.map(({ id, headword }) => [id, headword]))
const levels = levelsOf(data.events, data.stories)
const events = data.events.map(
  (event): HistoryEvent => ({ ...event, level: levels.get(event.id) ?? 'detail' }),
)

const byId = new Map(events.map((event) => [event.id, event]))

if (values.history) printHistory()
else await printStories()

function printHistory(): void {
  const storiesOf = new Map<string, string[]>()
  for (const story of data.stories)
    for (const { event } of story.steps)
      storiesOf.set(event, [...(storiesOf.get(event) ?? []), story.id])
  for (const event of events)
    print({ ...line(event), status: event.status, stories: storiesOf.get(event.id) ?? [] })
}

async function printStories(): Promise<void> {
  const engine = openEngine(record)
  const history = openHistory(recorded)
  for await (const { id, document } of textFiles('story', positionals)) {
    const { story, after } = chooseStory(
      profileOf(document, engine.mentions(document), history.weights),
      history,
    )
    print({ id, story: story.map(scored), after: after.map(scored) })
  }
}

function line(event: HistoryEvent) {
  const { id, date, title, text, participants, topics, place, level } = event
  const named = [...new Set([...participants, ...topics, ...(place ? [place] : [])])]
  const names = named.map((entity) => headwords.get(entity) ?? entity)
  return { id, date, title, text, participants: names, level }
}

function scored({ indexed, score, why }: Scored) {
  return {
    ...line(byId.get(indexed.event.id) as HistoryEvent),
    score: Number(score.toFixed(2)),
    why: why.map(({ part, value, detail }) => `${part} ${value.toFixed(1)} ${detail}`.trim()),
  }
}

function print(value: unknown): void {
  console.log(JSON.stringify(value))
}
