/**
 * Parameters of addresses that say where a reader came from, whatever site they stand on.
 *
 * Only names that one campaign tool or network owns are listed: what may name a page anywhere
 * (`pid`, `cid`, `src`, `ref`, `source`) is left in the address, and two addresses of one text are
 * brought together by the text (`lib/archive/identity.ts`). Names are compared in lower case, with
 * `-` for `_`.
 */
import { tracking, trackingFamilies } from '../../assets/page/addresses.json'
import { anyOf } from './any-of'

const NAMES = new Set(Object.values(tracking).flat())
const FAMILIES = new RegExp(
  `^(${anyOf(trackingFamilies.tools)})_(${anyOf(trackingFamilies.tells)})$|^utm_`,
)

/** Whether a parameter of this name only tells where a reader came from. */
export const isTracking = (name: string): boolean => {
  const folded = name.toLowerCase().replace(/-/g, '_')
  return NAMES.has(folded) || FAMILIES.test(folded)
}
