/** The three tints of the kinds, and each kind's name. */
import type { Kind } from '../lib/glossary/schema'
import { type MessageKey, t } from '../lib/i18n'

export type Tint = 'person' | 'body' | 'word'

/** People; bodies and offices; words, frameworks, events and all the rest. */
export function tintOf(kind: Kind): Tint {
  if (kind === 'person') return 'person'
  if (kind === 'organisation' || kind === 'office') return 'body'
  return 'word'
}

const NAMES: Record<Kind, MessageKey> = {
  person: 'kindPerson',
  organisation: 'kindOrganisation',
  office: 'kindOffice',
  document: 'kindDocument',
  concept: 'kindConcept',
  framework: 'kindFramework',
  event: 'kindEvent',
  place: 'kindPlace',
  object: 'kindObject',
}

/** The kind in the reader's language. */
export const kindName = (kind: Kind): string => t(NAMES[kind])
