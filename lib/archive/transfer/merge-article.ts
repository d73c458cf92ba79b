/** Merges one article with its latest text, inside the caller's transaction. */
import type { BunmyakuDatabase } from '../../db/database'
import type { ArticleRow, ClaimRow, RevisionRow } from '../../db/rows'
import {
  ARCHIVE,
  claimIdOf,
  recordClaims,
  removeArticleEvents,
  settleEvent,
} from '../../events/history'
import { binClaims, binnedClaims } from '../delete'
import { findSaved } from '../identity'
import { sameNotes, unitedNotes } from '../note-texts'
import { keptPages } from '../pages'
import { addToSearch } from '../search/text'
import { markNoted } from '../write-note'
import type { ArticleRecord } from './format'
import type { Place } from './merge-belonging'
import { unitePages } from './unite-pages'

/**
 * `isNew` where the archive does not know the article under any of its addresses; otherwise its
 * latest text and its addresses are added to those that are there, and its notes stand beside the
 * reader's.
 * @param fresh the archive held no article before this file.
 */
export async function mergeArticle(
  db: BunmyakuDatabase,
  record: ArticleRecord,
  fresh: boolean,
): Promise<Place> {
  const old = await findSaved(db, record.article)
  // An id that stands for something else here is a stranger's: the record gets ids of its own.
  const id = old?.id ?? (await freeId(db.articles, record.article.id))
  const own = await underId(db, record, id)
  const told = old ? await mergeInto(db, old, own) : await addArticle(db, own, fresh)
  return { from: record.article.id, to: id, isNew: !old, told }
}

interface Own {
  article: ArticleRow
  revision: RevisionRow
  claims: ClaimRow[]
}

interface Keyed {
  get(id: string): PromiseLike<unknown>
}

const freeId = async (table: Keyed, id: string): Promise<string> =>
  (await table.get(id)) ? crypto.randomUUID() : id

/** The record's rows under an article's id; a revision whose id is another article's gets a new one. */
async function underId(db: BunmyakuDatabase, record: ArticleRecord, article: string): Promise<Own> {
  const there = await db.revisions.get(record.revision.id)
  const mine = there === undefined || there.article === article
  const revision = {
    ...record.revision,
    id: mine ? record.revision.id : crypto.randomUUID(),
    article,
  }
  const claims: ClaimRow[] = []
  for (const row of record.claims) {
    const { source } = row
    if (source.from !== 'article') continue
    const told = source.revision === record.revision.id ? revision.id : source.revision
    const id = claimIdOf(row, article)
    claims.push({ ...row, id, article, source: { from: 'article', article, revision: told } })
  }
  return { article: { ...record.article, id: article, revision: revision.id }, revision, claims }
}

async function addArticle(db: BunmyakuDatabase, own: Own, fresh: boolean): Promise<'new'> {
  const { article, revision, claims } = own
  await db.articles.add(article)
  await db.revisions.add(revision)
  await tellClaims(db, article, claims, fresh)
  await markNoted(db, article.id)
  if (article.deletedAt === null) await addToSearch(db, article, revision)
  return 'new'
}

/** Adds what the reader's own article does not have. */
async function mergeInto(
  db: BunmyakuDatabase,
  old: ArticleRow,
  own: Own,
): Promise<'same' | 'different'> {
  const here = await db.revisions.get(old.revision)
  const grown = await growLatest(db, old, here, own)
  const { hash, savedAt } = own.revision
  const known = await db.revisions.where('[article+hash]').equals([old.id, hash]).count()
  // There it was taken out, or never joined; here it is a page of the whole.
  const page = here?.parts?.some((part) => part.hash === hash) ?? false
  const added = known === 0 && !page && !grown.absorbed
  const notes = unitedNotes(old, own.article)
  const addresses = joinAddresses(old, own.article)
  const learnt =
    !sameNotes(notes, old) || addresses.length !== old.addresses.length || grown.latest !== null
  if (!added && !learnt) return 'same'
  if (added) await db.revisions.add(own.revision)
  const brought = added && (!here || savedAt > here.savedAt)
  const facts = brought ? told(own.article, own.revision) : grown.facts
  const { otherNotes: _, ...plain } = withoutPages(old, brought)
  const merged = { ...plain, ...facts, ...notes, addresses }
  await db.articles.put(merged)
  await markNoted(db, old.id)
  if (brought) await tellClaims(db, merged, own.claims, false)
  else if (grown.latest) await tellClaims(db, merged, grown.claims, false)
  const latest = brought ? own.revision : grown.latest
  if (latest && merged.deletedAt === null) await addToSearch(db, merged, latest)
  return 'different'
}

const withoutPages = ({ pages, ...plain }: ArticleRow, without: boolean): ArticleRow =>
  without || !pages ? plain : { ...plain, pages }

interface Grown {
  /** The article's latest revision with the pages that the file has more. */
  latest: RevisionRow | null
  /** The file's text brings nothing beyond it. */
  absorbed: boolean
  facts: Partial<ArticleRow>
  claims: ClaimRow[]
}

/** Pages that only the file has are joined with those that are here, as saving them would have done. */
async function growLatest(
  db: BunmyakuDatabase,
  old: ArticleRow,
  here: RevisionRow | undefined,
  { article, revision: there, claims }: Own,
): Promise<Grown> {
  const whole = here && unitePages(here, there, old.pages?.apart)
  if (!whole) return { latest: null, absorbed: false, facts: {}, claims: [] }
  if (whole.hash === here.hash) return { latest: null, absorbed: true, facts: {}, claims: [] }
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
  return { latest: whole, absorbed: true, facts, claims: [...both.values()] }
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
