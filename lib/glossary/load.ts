/** Reads `assets/` into one `GlossaryData`. Node only. */
import { createHash } from 'node:crypto'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { countryEntities } from './countries'
import type { GlossaryData } from './data'
import {
  aliasOf,
  CountryFile,
  EntryFile,
  EventFile,
  PublicationFile,
  type Sense,
  SenseFile,
  StoryFile,
  stepOf,
  TenureFile,
} from './files'
import type { Entity } from './schema'
import { AssetError, type Finding, readYamlFile, type YamlFile } from './yaml-file'

/** Where something was written, for messages. */
interface Origin {
  file: string
  line: number
}

export interface Assets {
  data: GlossaryData
  senses: { sense: Sense; origin: Origin }[]
  /** Origin of an entity, a tenure, an event or a story object of `data`. */
  origin(of: object): Origin
}

type Parts = Omit<GlossaryData, 'version'> & Pick<Assets, 'senses'>
type Remember = (of: object, origin: Origin) => void

/**
 * Everything in `dir` (the project's `assets` folder), with countries made from `world-countries`.
 * An entry whose id is that of a generated country or capital takes its place.
 * @throws AssetError naming file, line and entry of everything that does not fit the schema.
 */
export async function readAssets(dir: string): Promise<Assets> {
  const origins = new Map<object, Origin>()
  const remember: Remember = (of, origin) => void origins.set(of, origin)
  const parts: Parts = {
    entities: [],
    tenures: [],
    events: [],
    stories: [],
    publications: [],
    senses: [],
  }
  const findings: Finding[] = []
  let generated: Entity[] = []

  const files = await Array.fromAsync(glob('{events,glossary,stories}/**/*.yaml', { cwd: dir }))
  for (const name of files.sort()) {
    const file = join(dir, name)
    try {
      if (name === 'glossary/countries.yaml') {
        const { value } = await readYamlFile(file, name, CountryFile)
        generated = countryEntities(value)
        for (const entity of generated) remember(entity, { file: name, line: 1 })
      } else await readInto(parts, file, name, remember)
    } catch (error) {
      if (!(error instanceof AssetError)) throw error
      findings.push(...error.findings)
    }
  }
  if (findings.length > 0) throw new AssetError(findings)

  const written = new Set(parts.entities.map((entity) => entity.id))
  const { senses, ...content } = parts
  content.entities.push(...generated.filter((entity) => !written.has(entity.id)))
  content.entities.sort((a, b) => compare(a.id, b.id))
  content.tenures.sort((a, b) => compare(a.office, b.office) || compare(a.from, b.from))
  content.events.sort((a, b) => compare(a.date, b.date) || compare(a.id, b.id))
  content.stories.sort((a, b) => compare(a.id, b.id))
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16)
  return {
    data: { version, ...content },
    senses,
    origin: (of) => origins.get(of) ?? { file: '(generated)', line: 0 },
  }
}

/** As `readAssets`, the data alone. */
export const loadAssets = async (dir: string): Promise<GlossaryData> => (await readAssets(dir)).data

async function readInto(parts: Parts, file: string, name: string, remember: Remember) {
  const [top, second] = name.split('/')
  if (top === 'events') {
    const { value, line } = await readYamlFile(file, name, EventFile)
    const found = value.events.map((event, index) => {
      const dated = {
        ...event,
        ...basisOf(value, event, at(name, line, ['events', index]), event.id),
      }
      remember(dated, at(name, line, ['events', index]))
      return dated
    })
    parts.events.push(...found)
  } else if (top === 'stories') {
    const { value, line } = await readYamlFile(file, name, StoryFile)
    value.stories.forEach((written, index) => {
      const story = { ...written, steps: written.steps.map(stepOf) }
      remember(story, at(name, line, ['stories', index]))
      parts.stories.push(story)
    })
  } else if (second === 'tenures') {
    const { value, line } = await readYamlFile(file, name, TenureFile)
    value.tenures.forEach((row, index) => {
      const origin = at(name, line, ['tenures', index])
      const { to = null, office = value.office, ...rest } = row
      const tenure = { ...rest, office, to, ...basisOf(value, row, origin, row.person) }
      remember(tenure, origin)
      parts.tenures.push(tenure)
    })
  } else if (second === 'publications.yaml') {
    const { value, line } = await readYamlFile(file, name, PublicationFile)
    value.publications.forEach((publication, index) => {
      remember(publication, at(name, line, ['publications', index]))
      parts.publications.push(publication)
    })
  } else if (second?.startsWith('senses')) {
    const { value, line } = await readYamlFile(file, name, SenseFile)
    value.senses.forEach((sense, index) => {
      parts.senses.push({ sense, origin: at(name, line, ['senses', index]) })
    })
  } else {
    const { value, line } = await readYamlFile(file, name, EntryFile)
    value.entries.forEach((entry, index) => {
      const origin = at(name, line, ['entries', index])
      const { kind = value.kind, aliases, ...rest } = entry
      const basis = basisOf(value, entry, origin, entry.id)
      const entity: Entity = { ...rest, kind, aliases: aliases.map(aliasOf), ...basis }
      remember(entity, origin)
      parts.entities.push(entity)
    })
  }
}

type Dated = { [Key in 'basis' | 'asOf']?: Entity[Key] | undefined }

/** Basis and day of checking: the entry's own, else the file's. */
function basisOf(file: Dated, entry: Dated, origin: Origin, name: string) {
  const basis = entry.basis ?? file.basis
  const asOf = entry.asOf ?? file.asOf
  if (basis && asOf) return { basis, asOf }
  const message = `no ${basis ? 'asOf' : 'basis'}, neither here nor at the top of the file`
  throw new AssetError([{ ...origin, entry: name, message }])
}

const at = (file: string, line: YamlFile<unknown>['line'], path: (string | number)[]): Origin => ({
  file,
  line: line(path),
})

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
