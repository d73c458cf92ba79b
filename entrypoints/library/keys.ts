/** The keys that the library answers wherever the focus is no field; said where keys are explained. */
import type { MessageKey } from '../../lib/i18n'

export const LIBRARY_KEYS: readonly { keys: readonly string[]; does: MessageKey }[] = [
  { keys: ['/'], does: 'keysSearch' },
  { keys: ['j', 'k'], does: 'keysMove' },
  { keys: ['Enter'], does: 'keysOpen' },
  { keys: ['s'], does: 'keysSentence' },
  { keys: ['h', 'n'], does: 'keysHighlight' },
  { keys: ['Delete'], does: 'keysDelete' },
  { keys: ['z'], does: 'keysUndo' },
  { keys: ['Esc'], does: 'keysBack' },
]
