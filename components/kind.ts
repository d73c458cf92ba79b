/** Each kind's name. */
import type { Kind } from '../lib/glossary/schema'
import { type MessageKey, t } from '../lib/i18n'

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
