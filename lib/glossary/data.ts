/** The bundled glossary and history as one value: what the loader gives and the compiler takes. */
import type { BundledEvent, Story } from '../events/schema'
import type { Entity, Publication, Tenure } from './schema'

export interface GlossaryData {
  /** Hash of everything below: the same content has the same version on every machine. */
  version: string
  entities: Entity[]
  tenures: Tenure[]
  events: BundledEvent[]
  stories: Story[]
  publications: Publication[]
}
