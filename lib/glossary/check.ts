/** What must hold of the assets as a whole, beyond what the schema says of each row. */
import { checkForms } from './check-forms'
import { checkGlosses } from './check-glosses'
import { checkHistory } from './check-history'
import { checkStories } from './check-stories'
import { checkTenures } from './check-tenures'
import type { Assets } from './load'
import type { Kind } from './schema'
import type { Finding } from './yaml-file'

const PREFIX: Record<Kind, string> = {
  person: 'person',
  organisation: 'org',
  office: 'office',
  document: 'doc',
  concept: 'concept',
  framework: 'framework',
  event: 'event',
  place: 'place',
  object: 'object',
}

/** Every finding of the whole; none where the assets are sound. */
export const checkAssets = (assets: Assets): Finding[] => [
  ...checkIds(assets),
  ...checkReferences(assets),
  ...checkForms(assets),
  ...checkTenures(assets),
  ...checkGlosses(assets),
  ...checkHistory(assets),
  ...checkStories(assets),
]

function checkIds({ data, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const report = (of: object, entry: string, message: string) =>
    findings.push({ ...origin(of), entry, message })
  for (const rows of [data.entities, data.events, data.stories, data.publications]) {
    const seen = new Map<string, object>()
    for (const row of rows) {
      const other = seen.get(row.id)
      if (other) report(row, row.id, `id stands already in ${place(origin(other))}`)
      seen.set(row.id, row)
    }
  }
  const headwords = new Map<string, string>()
  for (const entity of data.entities) {
    const { id, kind, headword } = entity
    if (id.split('.')[0] !== PREFIX[kind])
      report(entity, id, `the id of a ${kind} begins with ${PREFIX[kind]}.`)
    const key = `${kind} ${headword}`
    const other = headwords.get(key)
    if (other !== undefined && other !== id)
      report(entity, id, `same headword as ${other}: ${headword}`)
    headwords.set(key, id)
  }
  return findings
}

function checkReferences({ data, origin }: Assets): Finding[] {
  const findings: Finding[] = []
  const entities = new Map(data.entities.map((entity) => [entity.id, entity]))
  const events = new Set(data.events.map((event) => event.id))
  const publications = new Set(data.publications.map((publication) => publication.id))
  const need = (of: object, entry: string, known: boolean, what: string) => {
    if (!known) findings.push({ ...origin(of), entry, message: `${what} is not there` })
  }
  const needSources = (of: object, entry: string, sources: { publication: string }[]) => {
    for (const { publication } of sources)
      need(of, entry, publications.has(publication), `publication ${publication}`)
  }
  for (const entity of data.entities) {
    for (const { to } of entity.relations) need(entity, entity.id, entities.has(to), to)
    if (entity.replacedBy)
      need(entity, entity.id, entities.has(entity.replacedBy), entity.replacedBy)
    needSources(entity, entity.id, entity.sources)
    if (entity.basis === 'article' && entity.sources.length === 0)
      findings.push({ ...origin(entity), entry: entity.id, message: 'basis article, no source' })
  }
  for (const tenure of data.tenures) {
    need(tenure, tenure.person, entities.get(tenure.office)?.kind === 'office', tenure.office)
    need(tenure, tenure.office, entities.get(tenure.person)?.kind === 'person', tenure.person)
    needSources(tenure, tenure.person, tenure.sources)
  }
  for (const event of data.events) {
    const named = [...event.participants, ...event.topics, ...(event.place ? [event.place] : [])]
    for (const id of named) need(event, event.id, entities.has(id), id)
    for (const id of event.follows) need(event, event.id, events.has(id), `event ${id}`)
    needSources(event, event.id, event.sources)
    if (event.basis === 'article' && event.sources.length === 0)
      findings.push({ ...origin(event), entry: event.id, message: 'basis article, no source' })
  }
  return findings
}

const place = ({ file, line }: { file: string; line: number }): string => `${file}:${line}`
