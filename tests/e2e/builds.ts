/** Where `npm run build:test` leaves the builds whose card can be looked into. */
import { join } from 'node:path'
import type { Family } from '../../scripts/launch'
import { ROOT } from '../../scripts/setup.mjs'

export const extensionFor = (family: Family): string =>
  join(ROOT, '.output', family === 'chromium' ? 'chrome-mv3-e2e' : 'firefox-mv3-e2e')
