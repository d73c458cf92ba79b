/** The one database: typed tables, opened when first used, its condition told to who asks. */
import Dexie, { type EntityTable, type Table } from 'dexie'
import { StorageError, toStorageError } from './failure'
import type {
  ArticleRow,
  ClaimRow,
  CompiledRow,
  CorrectionRow,
  EntityRow,
  EventRow,
  FollowRow,
  HighlightRow,
  ImageRow,
  JoinRow,
  MetaRow,
  PackRow,
  RevisionRow,
  SearchDeadRow,
  SearchSegmentRow,
  SearchShardRow,
  SearchTextRow,
  TenureRow,
} from './rows'
import { DATABASE } from './schema'
import { type DatabaseVersion, VERSIONS } from './versions'

export type DatabaseState =
  | { state: 'init' }
  | { state: 'ok' }
  /** An older page of ours still holds the database and has to be closed. */
  | { state: 'blocked' }
  | { state: 'unavailable'; error: StorageError }

export class BunmyakuDatabase extends Dexie {
  declare meta: EntityTable<MetaRow, 'key'>
  declare packs: EntityTable<PackRow, 'id'>
  declare entities: EntityTable<EntityRow, 'id'>
  declare tenures: Table<TenureRow, [office: string, person: string, from: string]>
  declare events: EntityTable<EventRow, 'id'>
  declare claims: EntityTable<ClaimRow, 'id'>
  declare joins: EntityTable<JoinRow, 'id'>
  declare articles: EntityTable<ArticleRow, 'id'>
  declare revisions: EntityTable<RevisionRow, 'id'>
  declare highlights: EntityTable<HighlightRow, 'id'>
  declare images: EntityTable<ImageRow, 'hash'>
  declare corrections: Table<CorrectionRow, string>
  declare follows: EntityTable<FollowRow, 'id'>
  declare compiled: EntityTable<CompiledRow, 'key'>
  declare searchTexts: Table<SearchTextRow, number>
  declare searchSegments: EntityTable<SearchSegmentRow, 'id'>
  declare searchShards: Table<SearchShardRow, [segment: string, shard: number]>
  declare searchDead: EntityTable<SearchDeadRow, 'seq'>

  #state: DatabaseState = { state: 'init' }
  readonly #listeners = new Set<(state: DatabaseState) => void>()

  /** @param versions all versions, where a proof tries one that is not released. */
  constructor(
    name: string,
    readonly versions: readonly DatabaseVersion[] = VERSIONS,
  ) {
    // A save that was acknowledged must survive a power cut: Chromium's default since 121 does not.
    super(name, { chromeTransactionDurability: 'strict' })
    for (const { version, stores, upgrade } of versions) {
      const declared = this.version(version).stores({ ...stores })
      if (upgrade) declared.upgrade(upgrade)
    }
    this.on('ready', () => this.#welcome(), true)
    this.on('blocked', () => this.#become({ state: 'blocked' }))
    // A newer copy of the extension waits for us: let go, and say so to whoever asks next.
    this.on('versionchange', () => {
      this.close()
      this.#become({ state: 'unavailable', error: new StorageError('closed', 'a newer version') })
    })
  }

  get state(): DatabaseState {
    return this.#state
  }

  /** Calls `listener` at each change of state; returns how to stop. */
  watch(listener: (state: DatabaseState) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /**
   * Opens, or says by name why not. Any query opens too; this is for telling the reader.
   * @throws StorageError
   */
  async ready(): Promise<void> {
    try {
      await this.open()
    } catch (thrown) {
      const error = toStorageError(thrown)
      this.#become({ state: 'unavailable', error })
      throw error
    }
  }

  /** Runs before any query does; what it throws fails the opening. */
  #welcome(): void {
    // Dexie would open a newer version's tables as if they were ours. It counts versions in tens.
    const found = Math.floor(this.backendDB().version / 10)
    const ours = this.versions.at(-1)?.version ?? 0
    if (found > ours) throw new StorageError('newer', `version ${found}, we know ${ours}`)
    this.#become({ state: 'ok' })
  }

  #become(state: DatabaseState): void {
    this.#state = state
    for (const listener of this.#listeners) listener(state)
  }
}

/** The database under its own name, or another for tests. It opens at the first query. */
export const openDatabase = (name: string = DATABASE): BunmyakuDatabase =>
  new BunmyakuDatabase(name)
