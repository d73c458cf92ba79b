/** What storage refused, by name, out of the many errors that Dexie and the browsers throw. */
import type { Failure } from '../messages'

export type StorageProblem =
  /** The disk or the quota is full; what stood before still stands. */
  | 'full'
  /** The browser keeps nothing for us: site data blocked, a broken profile. */
  | 'refused'
  /** The database was written by a newer version of the extension. */
  | 'newer'
  /** Another copy of the extension upgraded or deleted the database while we held it. */
  | 'closed'
  /** Anything else; `cause` says what. */
  | 'failed'

/** An error of storage with its name. `cause` holds the browser's own. */
export class StorageError extends Error {
  override name = 'StorageError'
  constructor(
    readonly problem: StorageProblem,
    cause: unknown,
  ) {
    super(`storage ${problem}: ${describe(cause)}`, { cause })
  }
}

const NAMES: Record<string, StorageProblem> = {
  QuotaExceededError: 'full',
  // Firefox's name for a full disk, as a request's error.
  NS_ERROR_FILE_NO_DEVICE_SPACE: 'full',
  NS_ERROR_DOM_INDEXEDDB_QUOTA_ERR: 'full',
  SecurityError: 'refused',
  NotAllowedError: 'refused',
  MissingAPIError: 'refused',
  // What Firefox says with site data blocked, and with a profile it cannot read.
  InvalidStateError: 'refused',
  UnknownError: 'refused',
  OpenFailedError: 'refused',
  VersionError: 'newer',
  DatabaseClosedError: 'closed',
}

/** Looks through what Dexie wraps: an aborted transaction whose inner error is the quota is `full`. */
function problemOf(error: unknown, depth = 0): StorageProblem {
  if (!(error instanceof Object) || depth > 5) return 'failed'
  const { name, message, inner, cause, failures } = error as Record<string, unknown>
  const deeper = [inner, cause, ...(Array.isArray(failures) ? failures.slice(0, 3) : [])]
  for (const next of deeper) {
    const problem = next === undefined ? 'failed' : problemOf(next, depth + 1)
    if (problem !== 'failed') return problem
  }
  if (/quota|no space|disk is full/i.test(String(message))) return 'full'
  return NAMES[String(name)] ?? 'failed'
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

/** Gives any thrown value its name; a StorageError is passed on as it is. */
export const toStorageError = (error: unknown): StorageError =>
  error instanceof StorageError ? error : new StorageError(problemOf(error), error)

/** The failure as messages carry it. */
export function toFailure(error: unknown): Failure {
  const { problem, message } = toStorageError(error)
  if (problem === 'full') return { code: 'storage-full', detail: message }
  if (problem === 'failed') return { code: 'failed', detail: message }
  return { code: 'storage-refused', detail: message }
}
