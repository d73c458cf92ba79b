/**
 * `npm run compile`: assets → `public/data/seed.bin` and `engine.bin`, and the schemas by which
 * editors complete the YAML.
 *
 * Findings of the checks are listed and do not stop the build; `npm test` fails on them.
 */
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { toJsonSchema } from '@valibot/to-json-schema'
import type { GenericSchema } from 'valibot'
import { checkAssets } from '../lib/glossary/check'
import { ensureCompiled } from '../lib/glossary/compiled'
import {
  CountryFile,
  EntryFile,
  EventFile,
  PublicationFile,
  SenseFile,
  StoryFile,
  TenureFile,
} from '../lib/glossary/files'
import { LexiconFile, RuleFile, WeightFile } from '../lib/glossary/grammar'
import { readAssets } from '../lib/glossary/load'
import { StoryWeightFile } from '../lib/glossary/story-weights'
import { AssetError, describeFinding } from '../lib/glossary/yaml-file'

const SCHEMAS: Record<string, GenericSchema> = {
  'glossary/schema.json': EntryFile,
  'glossary/tenures/schema.json': TenureFile,
  'glossary/countries.schema.json': CountryFile,
  'glossary/publications.schema.json': PublicationFile,
  'glossary/senses.schema.json': SenseFile,
  'events/schema.json': EventFile,
  'stories/schema.json': StoryFile,
  'lexicon/schema.json': LexiconFile,
  'rules/schema.json': RuleFile,
  'weights.schema.json': WeightFile,
  'story-weights.schema.json': StoryWeightFile,
}

const root = join(import.meta.dirname, '..')

try {
  for (const [name, schema] of Object.entries(SCHEMAS)) {
    const json = toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' })
    const file = join(root, 'assets', name)
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, `${JSON.stringify(json, null, 2)}\n`)
  }
  const findings = checkAssets(await readAssets(join(root, 'assets')))
  for (const finding of findings) console.error(describeFinding(finding))
  const { data, engine } = await ensureCompiled(root)
  const seed = await stat(join(root, 'public/data/seed.bin'))
  console.error(
    `glossary ${data.version}: ${data.entities.length} entities, ${data.tenures.length} tenures, ` +
      `${data.events.length} events in ${data.stories.length} stories; seed ${kib(seed.size)}, engine ${kib(engine.length)}; ` +
      `${findings.length} findings`,
  )
} catch (error) {
  if (!(error instanceof AssetError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`
}
