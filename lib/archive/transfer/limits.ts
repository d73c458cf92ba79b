/**
 * How large an archive's file may be. Reader and writer share these: what one writes the other reads,
 * and what could not be read back is never finished.
 */
export interface Limits {
  /** Longest line in bytes, and longest record in UTF-16 units of its JSON. */
  record: number
  /** Bytes in all, unpacked. */
  total: number
}

/**
 * A record may be several times what a page brings at once (48 MB as a saved file). No limit on how
 * well a file packs: one article may be a single word two million times, and what is read in pieces
 * fills no memory.
 */
export const LIMITS: Limits = { record: 256_000_000, total: 1_000_000_000_000 }

/** UTF-16 units of JSON above which a record is written in several lines. */
export const PART = 1_000_000
