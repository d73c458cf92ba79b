/** Merges one article with all that belongs to it, inside the caller's transaction. */
import type { BunmyakuDatabase } from '../../db/database'
import type { ArticleRow, ClaimRow, HighlightRow, RevisionRow } from '../../db/rows'
import { ARCHIVE, recordClaims, removeArticleEvents, settleEvent } from '../../events/history'
import { binClaims, binnedClaims } from '../delete'
import { findSaved } from '../identity'
import { markNoted } from '../notes'
import { keptPages } from '../pages'
import { addToSearch } from '../search/text'
import type { ArticleRecord } from './format'
import { unitePages } from './unite-pages'

/**
 * `new` where the archive does not know the article under any of its addresses; otherwise its
 * revisions, marks and addresses are added to those that are there. The note stays the reader's.
 * @param fresh the archive held no article before this file.
 */
export async function mergeArticle(
  db: BunmyakuDatabase,
  record: ArticleRecord,
  fresh: boolean,
): Promise<'new' | 'same' | 'different'> {
  const old = await findSaved(db, record.article)
  // An id that stands for something else here is a stranger's: the record gets ids of its own.
  const id = old?.id ?? (await freeId(db.articles, record.article.id))
  const own = await underId(db, record, id)
  return old ? mergeInto(db, old, own) : addArticle(db, own, fresh)
}

interface Own {
  article: ArticleRow
  revisions: RevisionRow[]
  highlights: HighlightRow[]
  claims: ClaimRow[]
}

interface Keyed {
  get(id: string): PromiseLike<unknown>
}

const freeId = async (table: Keyed, id: string): Promise<string> =>
  (await table.get(id)) ? crypto.randomUUID() : id

/** The record's rows under an article's id; rows whose id is another article's get a new one. */
async function underId(db: BunmyakuDatabase, record: ArticleRecord, article: string): Promise<Own> {
  const renamed = new Map<string, string>()
  const free = async (
    table: { get(id: string): PromiseLike<{ article?: string } | undefined> },
    id: string,
  ) => {
    const there = await table.get(id)
    const mine = there === undefined || there.article === article ? id : crypto.randomUUID()
    renamed.set(id, mine)
    return mine
  }
  const revisions: RevisionRow[] = []
  for (const row of record.revisions)
    revisions.push({ ...row, id: await free(db.revisions, row.id), article })
  const highlights: HighlightRow[] = []
  for (const row of record.highlights)
    highlights.push({ ...row, id: await free(db.highlights, row.id), article })
  const claims: ClaimRow[] = []
  for (const row of record.claims) {
    const { source } = row
    if (source.from !== 'article') continue
    const revision = renamed.get(source.revision) ?? source.revision
    // Claims are named after their article: see the history.
    const id = `${article}${row.id.slice(row.id.indexOf('|'))}`
    claims.push({ ...row, id, article, source: { from: 'article', article, revision } })
  }
  const latest = renamed.get(record.article.revision) ?? record.article.revision
  const own = { ...record.article, id: article, revision: latest }
  return { article: own, revisions, highlights, claims }
}

async function addArticle(db: BunmyakuDatabase, own: Own, fresh: boolean): Promise<'new'> {
  const { article, revisions, highlights, claims } = own
  const latest = revisions.find(({ id }) => id === article.revision)
  await db.articles.add(article)
  await db.revisions.bulkAdd(revisions)
  await db.highlights.bulkAdd(highlights)
  await tellClaims(db, article, claims, fresh)
  if (article.note !== '' || highlights.length > 0) await markNoted(db, article.id)
  if (latest && article.deletedAt === null) await addToSearch(db, article, latest)
  return 'new'
}

/** Adds what the reader's own article does not have. */
async function mergeInto(
  db: BunmyakuDatabase,
  old: ArticleRow,
  own: Own,
): Promise<'same' | 'different'> {
  const kept = await db.revisions.where('article').equals(old.id).toArray()
  const grown = await growLatest(db, old, kept, own)
  const revisions = missing([...kept, ...grown.absorbed], own.revisions, ({ hash }) => hash)
  const marks = await db.highlights.where('article').equals(old.id).toArray()
  const highlights = missing(marks, own.highlights, (mark) =>
    JSON.stringify([mark.prefix, mark.quote, mark.suffix, mark.note]),
  )
  const note = old.note === '' ? own.article.note : old.note
  const addresses = joinAddresses(old, own.article)
  const learnt =
    note !== old.note || addresses.length !== old.addresses.length || grown.latest !== null
  if (revisions.length + highlights.length === 0 && !learnt)
    return own.article.note === note ? 'same' : 'different'
  await db.revisions.bulkAdd(revisions)
  await db.highlights.bulkAdd(highlights)
  const latest = grown.latest ?? newest([...kept, ...revisions])
  const brought = latest !== undefined && revisions.includes(latest)
  const facts = brought ? told(own.article, latest) : grown.facts
  const merged = { ...withoutPages(old, brought), ...facts, note, addresses }
  await db.articles.put(merged)
  await markNoted(db, old.id)
  if (brought) await tellClaims(db, merged, own.claims, false)
  else if (grown.latest) await tellClaims(db, merged, grown.claims, false)
  if (latest && (brought || grown.latest) && merged.deletedAt === null)
    await addToSearch(db, merged, latest)
  return 'different'
}

const withoutPages = ({ pages, ...plain }: ArticleRow, without: boolean): ArticleRow =>
  without || !pages ? plain : { ...plain, pages }

interface Grown {
  /** The article's latest revision with the pages that the file has more. */
  latest: RevisionRow | null
  /** Revisions of the file that bring nothing beyond it. */
  absorbed: RevisionRow[]
  facts: Partial<ArticleRow>
  claims: ClaimRow[]
}

/** Pages that only the file has are joined with those that are here, as saving them would have done. */
async function growLatest(
  db: BunmyakuDatabase,
  old: ArticleRow,
  kept: readonly RevisionRow[],
  { article, revisions, claims }: Own,
): Promise<Grown> {
  const here = kept.find(({ id }) => id === old.revision)
  const there = revisions.find(({ id }) => id === article.revision)
  const whole = here && there && unitePages(here, there, old.pages?.apart)
  if (!whole) return { latest: null, absorbed: [], facts: {}, claims: [] }
  const absorbed = [there]
  if (whole.hash === here.hash) return { latest: null, absorbed, facts: {}, claims: [] }
  await db.revisions.put(whole)
  const known = [...(old.pages?.known ?? []), ...(article.pages?.known ?? [])]
  const facts: Partial<ArticleRow> = {
    title: whole.title,
    truncated: (whole.parts ?? []).some(({ truncated }) => truncated),
    entities: [...new Set([...old.entities, ...article.entities])],
    pages: keptPages(whole.parts ?? [], known, old.pages?.apart),
  }
  const own = await claimsOf(db, old)
  // What both tell stands where it stood here, and all of it in the revision that stays.
  const both = new Map([...claims, ...own].map((claim) => [claim.id, inRevision(claim, here.id)]))
  return { latest: whole, absorbed, facts, claims: [...both.values()] }
}

const inRevision = (claim: ClaimRow, revision: string): ClaimRow =>
  claim.source.from === 'article' ? { ...claim, source: { ...claim.source, revision } } : claim

const claimsOf = (db: BunmyakuDatabase, { id, deletedAt }: ArticleRow): Promise<ClaimRow[]> =>
  deletedAt === null ? db.claims.where('article').equals(id).toArray() : binnedClaims(db, id)

/** What an article takes from its latest revision. */
const told = (article: ArticleRow, latest: RevisionRow): Partial<ArticleRow> => ({
  revision: latest.id,
  title: latest.title,
  byline: article.byline,
  section: article.section,
  keywords: article.keywords,
  truncated: article.truncated,
  entities: article.entities,
  ...(article.pages && { pages: article.pages }),
})

const joinAddresses = (old: ArticleRow, other: ArticleRow): string[] =>
  [...new Set([...old.addresses, other.url, ...other.addresses])].filter(
    (address) => address !== old.url,
  )

/**
 * Sets what an article tells: joined into the history, or kept for when it leaves the bin. In a
 * fresh archive the file's events are the history, and their claims go where they were.
 */
async function tellClaims(
  db: BunmyakuDatabase,
  { id, deletedAt }: ArticleRow,
  claims: readonly ClaimRow[],
  fresh: boolean,
): Promise<void> {
  if (deletedAt !== null) return binClaims(db, id, claims)
  const homeless = fresh ? await putBack(db, claims) : claims
  if (!fresh) await removeArticleEvents(db, id)
  await recordClaims(db, homeless)
  // An event of the file whose claims all went to one that was here has nothing left to stand on.
  for (const event of new Set(homeless.map((claim) => claim.event))) await settleEvent(db, event)
}

/** Puts claims to the events they belonged to; gives back those whose event is not there. */
async function putBack(db: BunmyakuDatabase, claims: readonly ClaimRow[]): Promise<ClaimRow[]> {
  const events = await db.events.bulkGet(claims.map(({ event }) => event))
  const known = claims.filter((_, i) => events[i])
  await db.claims.bulkPut(known)
  // The file has its own events as their claims left them; of bundled ones only their names.
  for (const event of events) if (event && event.pack !== ARCHIVE) await settleEvent(db, event.id)
  return claims.filter((_, i) => !events[i])
}

function missing<T>(have: readonly T[], brought: readonly T[], key: (one: T) => string): T[] {
  const known = new Set(have.map(key))
  return brought.filter((one) => {
    if (known.has(key(one))) return false
    known.add(key(one))
    return true
  })
}

const newest = (revisions: readonly RevisionRow[]): RevisionRow | undefined =>
  revisions.toSorted((a, b) => b.savedAt.localeCompare(a.savedAt))[0]
