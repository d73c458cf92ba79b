/** Small glossary data for tests of the rooms that read it. */
import type { BundledEvent } from '../../lib/events/schema'
import type { GlossaryData } from '../../lib/glossary/data'
import type { Entity, Tenure } from '../../lib/glossary/schema'

const checked = { basis: 'general', asOf: '2026-03-21' } as const

export const entity = (id: string, more: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'concept',
  headword: `語${id}`,
  reading: 'ご',
  english: id,
  gloss: '試験のための語。',
  text: '',
  tier: 'key',
  aliases: [],
  relations: [],
  titles: [],
  sources: [],
  ...checked,
  ...more,
})

export const tenure = (
  office: string,
  person: string,
  from: string,
  to: string | null = null,
  more: Partial<Tenure> = {},
): Tenure => ({ office, person, from, to, acting: false, sources: [], ...checked, ...more })

export const event = (id: string, more: Partial<BundledEvent> = {}): BundledEvent => ({
  id,
  date: '2026-02',
  status: 'occurred',
  type: 'meeting',
  title: `出来事${id}`,
  text: '',
  participants: [],
  place: null,
  topics: [],
  follows: [],
  sources: [{ publication: 'nhk', title: `記事${id}`, date: '2026-02-21', figures: [] }],
  ...checked,
  ...more,
})

export const glossary = (version: string, parts: Partial<GlossaryData> = {}): GlossaryData => ({
  version,
  entities: [],
  tenures: [],
  events: [],
  stories: [],
  publications: [],
  ...parts,
})
