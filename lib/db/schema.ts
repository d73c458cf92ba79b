/**
 * The tables. A version, once released, is never edited: a change is a new version with an upgrade.
 *
 * `&` unique, `*` one index entry for each element, `[a+b]` compound.
 */
export const DATABASE = 'bunmyaku'

export const STORES_1 = {
  /** key → value: versions of what was seeded, the sentinel, the last backup. Written last. */
  meta: 'key',
  /** Glossary packs: bundled, imported, the reader's own. */
  packs: 'id',
  entities: 'id, kind, pack, headword',
  tenures: '[office+person+from], office, person, pack',
  /** `sort` is the first day of the date, so that a range of the timeline is a range of the index. */
  events: 'id, sort, *entities, pack',
  claims: 'id, event, article',
  /** Splits and joins by hand. */
  joins: 'id, *events',
  articles: 'id, &url, *addresses, savedAt, publishedAt, publisher, *entities, deletedAt',
  revisions: 'id, article, [article+hash]',
  highlights: 'id, article',
  images: 'hash',
  corrections: 'id, type, url, entity',
  follows: 'id',
  /** Binary records: the compiled matcher of each set of packs. */
  compiled: 'key',
} as const
