/**
 * The tables. A version, once released, is never edited: a change is a new version with an upgrade
 * in `versions.ts` and a fixture database in `tests/db/fixtures`.
 *
 * `&` unique, `*` one index entry for each element, `[a+b]` compound, `++` counted up.
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
  articles: 'id, &url, *addresses, savedAt, publishedAt, publisher, *entities, deletedAt, noted',
  revisions: 'id, article, [article+hash]',
  highlights: 'id, article',
  images: 'hash',
  corrections: 'id, type, url, entity',
  follows: 'id',
  /** Binary records: the compiled matcher of each set of packs. */
  compiled: 'key',
  /**
   * What search reads (`lib/archive/search`). A text is written with its article and stays `tail`
   * until a segment takes it in; a segment's header is written after its shards.
   */
  searchTexts: '++seq, &article, tail',
  searchSegments: 'id',
  searchShards: '[segment+shard]',
  /** Texts that a segment still holds but that no longer count. */
  searchDead: 'seq',
} as const

/** The tail is a range of the numbers: see `lib/archive/search/tail.ts`. */
export const STORES_2 = { searchTexts: '++seq, &article' } as const
