/**
 * `npm run --silent gaps -- [--json]`: what the glossary lacks. One line each, tab-separated: `thin`
 * glosses with their length, entries that stand `alone` (no relation, event or tenure touches
 * them), posts with years in a person's gloss that are `unrecorded` as tenures. The counts come
 * last.
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureCompiled } from '../lib/glossary/compiled'
import { gapsOf } from '../lib/glossary/gaps'

const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } })
const { data } = await ensureCompiled(join(import.meta.dirname, '..'))
const { thin, alone, unrecorded } = gapsOf(data)
const counts = {
  entities: data.entities.length,
  thin: thin.length,
  alone: alone.length,
  unrecorded: unrecorded.length,
}
if (values.json) console.log(JSON.stringify({ ...counts, lists: { thin, alone, unrecorded } }))
else {
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]))
  const name = (id: string): string => `${id}\t${entities.get(id)?.headword ?? ''}`
  for (const id of thin) console.log(`thin\t${name(id)}\t${entities.get(id)?.gloss}`)
  for (const id of alone) console.log(`alone\t${name(id)}`)
  for (const { person, post, from, to } of unrecorded)
    console.log(`unrecorded\t${name(person)}\t${post}\t${from} to ${to ?? 'now'}`)
  console.log(
    `${counts.thin} of ${counts.entities} glosses are thin, ${counts.alone} entries stand alone, ` +
      `${counts.unrecorded} posts told in glosses have no tenure`,
  )
}
