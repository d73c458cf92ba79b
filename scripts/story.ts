/**
 * `npm run --silent story -- --history`: every event of the bundled history, one line of JSON each,
 * earliest first: `{ id, date, status, title, text, participants, level, stories }`. Participants
 * are the headwords of all that the event names; `stories` the ids of those that tell it.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { levelsOf } from '../lib/events/level'
import { ensureCompiled } from '../lib/glossary/compiled'

const { values } = parseArgs({ options: { history: { type: 'boolean', default: false } } })
if (!values.history) {
  console.error('story: give --history')
  process.exit(2)
}

const { data } = await ensureCompiled(join(import.meta.dirname, '..'))
const headwords = new Map(data.entities.map(({ id, headword }) => [id, headword]))
const levels = levelsOf(data.events, data.stories)
const storiesOf = new Map<string, string[]>()
for (const story of data.stories)
  for (const { event } of story.steps)
    storiesOf.set(event, [...(storiesOf.get(event) ?? []), story.id])

for (const { id, date, status, title, text, participants, topics, place } of data.events) {
  const named = [...participants, ...topics, ...(place ? [place] : [])]
  console.log(
    JSON.stringify({
      id,
      date,
      status,
      title,
      text,
      participants: [...new Set(named)].map((entity) => headwords.get(entity) ?? entity),
      level: levels.get(id),
      stories: storiesOf.get(id) ?? [],
    }),
  )
}
