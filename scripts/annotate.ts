/**
 * `npm run --silent annotate -- [--why] PATH...`: what the engine says about text files.
 *
 * PATH is a `.txt` file or a folder of them; `NAME.meta.json` beside `NAME.txt` may give
 * `published`, `publisher` and `url`. Prints one line of JSON a file. A file that cannot be read is
 * named on standard error and makes the exit code 2; the others are still done.
 */
import { join } from 'node:path'
import type { Annotation } from '../lib/annotation'
import { openEngine } from '../lib/engine'
import { ensureCompiled } from '../lib/glossary/compiled'
import type { PlainDocument } from '../lib/text/plain'
import { textFiles } from './text-files'

const args = process.argv.slice(2)
const why = args.includes('--why')
const paths = args.filter((arg) => !arg.startsWith('--'))
if (paths.length === 0) {
  console.error('annotate: give text files or folders')
  process.exit(2)
}

const { data, engine: record } = await ensureCompiled(join(import.meta.dirname, '..'))
if (!record) throw new Error('the glossary has no compiled engine')
const engine = openEngine(record)
const entities = new Map(data.entities.map((entity) => [entity.id, entity]))

for await (const { id, plain, document } of textFiles('annotate', paths))
  console.log(JSON.stringify({ id, ...inRaw(engine.annotate(document), plain) }))

/** The annotation in the offsets and names of the contract: raw text, headwords instead of ids. */
function inRaw({ mentions, locals, dates, events }: Annotation, { offsets }: PlainDocument) {
  const at = (block: string) => offsets.get(block) ?? 0
  const headword = (id: string | null) =>
    id === null ? null : (entities.get(id)?.headword ?? id.replace(/^local:/, ''))
  const span = (place: { block: string; start: number; end: number }) => ({
    start: at(place.block) + place.start,
    end: at(place.block) + place.end,
  })
  const aliasesOf = (mention: Annotation['mentions'][number]) =>
    mention.entity === null
      ? (locals.find((local) => local.headword === mention.headword)?.aliases ?? [])
      : (entities.get(mention.entity)?.aliases ?? []).map(({ form }) => form)
  return {
    mentions: mentions.map((mention) => ({
      ...span(mention),
      surface: mention.surface,
      entity: mention.entity,
      headword: mention.headword,
      aliases: aliasesOf(mention),
      type: mention.kind,
      tier: mention.tier,
      refersTo: headword(mention.refersTo),
      ...(why ? { why: mention.why, candidates: mention.candidates } : {}),
    })),
    dates: dates.map((date) => ({ ...span(date), surface: date.surface, value: date.value })),
    events: events.map((event) => ({
      date: event.date.split('/')[0],
      dateEnd: event.date.split('/')[1] ?? null,
      status: event.status,
      type: event.type,
      title: event.title,
      participants: event.participants.map(headword),
      place: headword(event.place),
      evidence: span(event.evidence),
      alsoEvidence: event.alsoEvidence.map(span),
    })),
  }
}
