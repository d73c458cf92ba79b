/** Every released version of the tables, oldest first, with how rows come from the one before. */
import type { Transaction } from 'dexie'
import { STORES_1, STORES_2 } from './schema'

export interface DatabaseVersion {
  version: number
  stores: Readonly<Record<string, string | null>>
  /** Runs inside the upgrade's transaction: done whole or not at all. */
  upgrade?: (transaction: Transaction) => PromiseLike<unknown>
}

export const VERSIONS: readonly DatabaseVersion[] = [
  { version: 1, stores: STORES_1 },
  { version: 2, stores: STORES_2 },
]
