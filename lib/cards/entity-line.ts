/** An entity as a list names it. */
import type { EntityLine } from '../card'
import type { Entity } from '../glossary/schema'

export const entityLine = ({ id, headword, kind, gloss }: Entity): EntityLine => ({
  id,
  headword,
  kind,
  gloss,
})
