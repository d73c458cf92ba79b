/** Saving: what the reader saw becomes an article, whole or not at all. */
import * as v from 'valibot'
import type { Annotation, Reads } from '../annotation'
import { ExtractedArticle, toDocument } from '../article/extracted'
import type { BunmyakuDatabase } from '../db/database'
import { toStorageError } from '../db/failure'
import type { ArticleRow, RevisionRow } from '../db/rows'
import { recordArticleEvents } from '../events/history'
import type { Mention } from '../linking/mention'
import type { SaveResult } from '../messages'
import { readerEvidence } from './corrections'
import { binTables, forgetBinned, restoreArticles } from './delete'
import { textHash } from './hash'
import { identify, namingAddresses } from './identity'
import { firstPage, placePage, type Whole } from './pages'
import { isPageAddress } from './schema'
import { addToSearch } from './search/text'

/** Everything a save writes, made before the transaction opens. */
interface Prepared {
  /** Under the addresses that are its own. */
  input: ExtractedArticle
  /** `textHash` of it. */
  hash: string
  /** What it was made from: where that is another by now, it is made again. */
  old: ArticleRow | undefined
  latest: RevisionRow | undefined
  /** null where the save brings nothing new. */
  news: { step: 'save' | 'join' | 'revise'; article: ArticleRow; revision: RevisionRow } | null
  annotation: Annotation | null
}

/**
 * Saves an article, or tells that it is there already, or adds a revision where its text changed.
 *
 * Article, revision, events and searchable text are written in one transaction: after a kill at any
 * moment all of them are there or none. A paywalled look at an article that is kept whole changes
 * nothing, and an article in the bin comes back. A page of an article whose other pages are kept is
 * joined with them.
 * @returns never throws: `full`, `not-article` and `failed` say why nothing was written.
 */
export async function saveArticle(
  db: BunmyakuDatabase,
  engine: Reads,
  input: unknown,
  now: Date = new Date(),
): Promise<SaveResult> {
  const parsed = v.safeParse(ExtractedArticle, input)
  if (!parsed.success) return { result: 'failed', reason: whatIsWrong(parsed.issues) }
  const article = parsed.output
  if (!isPageAddress(article.url)) return { result: 'failed', reason: 'no address of a page' }
  if (article.title.trim() === '' || article.blocks.length === 0) return { result: 'not-article' }
  return saveExtracted(db, engine, article, now)
}

/** As `saveArticle`, for an article that was parsed already; one without a body is a bookmark. */
export async function saveExtracted(
  db: BunmyakuDatabase,
  engine: Reads,
  article: ExtractedArticle,
  now: Date,
): Promise<SaveResult> {
  try {
    const hash = await textHash(article)
    for (;;) {
      const prepared = await prepare(db, engine, article, hash, now.toISOString())
      const result = await write(db, prepared)
      // Another save of the same article came between: what it wrote is to be built upon.
      if (result !== 'stale') return result
    }
  } catch (thrown) {
    const error = toStorageError(thrown)
    return error.problem === 'full'
      ? { result: 'full' }
      : { result: 'failed', reason: error.message }
  }
}

const whatIsWrong = (issues: readonly v.BaseIssue<unknown>[]): string =>
  issues
    .slice(0, 3)
    .map((issue) => `${v.getDotPath(issue) ?? 'article'}: ${issue.message}`)
    .join('; ')

async function prepare(
  db: BunmyakuDatabase,
  engine: Reads,
  extracted: ExtractedArticle,
  hash: string,
  savedAt: string,
): Promise<Prepared> {
  const { page: input, old } = await identify(db, extracted, hash)
  const latest = old && (await db.revisions.get(old.revision))
  const placed =
    latest && (await placePage({ article: old, revision: latest }, input, hash, savedAt))
  if (placed?.step === 'same') return { input, hash, old, latest, news: null, annotation: null }
  const whole = placed?.whole ?? firstPage(input, hash, savedAt)
  const id = old?.id ?? crypto.randomUUID()
  const stays = old && whatStays(old, input)
  // An update often replaces the day of publication by its own; an earlier page knows it better.
  const first = placed?.step === 'join' ? (input.publishedAt ?? old?.publishedAt) : null
  const publishedAt = first ?? old?.publishedAt ?? input.publishedAt
  const facts = { ...newArticle(id, whole, savedAt), ...stays, publishedAt }
  const told = placed && !placed.facts ? whatGrows(old, whole, input) : facts
  const reader = await readerEvidence(db, told.url)
  const annotation = await engine.annotate(toDocument({ ...told, blocks: whole.blocks }), reader)
  const revision = newRevision(id, whole, annotation, savedAt)
  // A join only adds to the latest revision: it stays the one it is.
  const grown = placed?.step === 'join' && latest && { id: latest.id, savedAt: latest.savedAt }
  const kept = { ...revision, ...grown }
  const article = { ...told, revision: kept.id, entities: entitiesOf(kept) }
  const news = { step: placed?.step ?? ('save' as const), article, revision: kept }
  return { input, hash, old, latest, news, annotation }
}

const write = (
  db: BunmyakuDatabase,
  { input, hash, old, latest: before, news, annotation }: Prepared,
): Promise<SaveResult | 'stale'> =>
  db.transaction('rw', binTables(db), async (): Promise<SaveResult | 'stale'> => {
    const { old: there } = await identify(db, input, hash)
    const latest = there && (await db.revisions.get(there.revision))
    const unchanged =
      JSON.stringify([there, latest?.blocks]) === JSON.stringify([old, before?.blocks])
    if (!unchanged) return 'stale'
    if (there && latest && !news) {
      await meetAgain(db, there, input)
      return { result: 'already', article: there.id, savedAt: latest.savedAt }
    }
    if (!news || !annotation) return { result: 'failed', reason: 'the article is gone' }
    const { step, article, revision } = news
    if (there && there.deletedAt !== null) await forgetBinned(db, there.id)
    await db.revisions.put(revision)
    await db.articles.put(article)
    await addToSearch(db, article, revision)
    const telling = { article: article.id, revision: revision.id, publishedAt: article.publishedAt }
    await recordArticleEvents(db, telling, annotation.events)
    const saved = { article: article.id, revision: revision.id }
    if (!old || step === 'save') return { result: 'saved', ...saved }
    return step === 'join'
      ? { result: 'joined', ...saved, pages: article.pages ?? { total: 1, kept: [1], known: [] } }
      : { result: 'revised', ...saved, previous: old.revision }
  })

function newRevision(
  article: string,
  whole: Whole,
  annotation: Annotation,
  savedAt: string,
): RevisionRow {
  const { modifiedAt, title, leadImage, blocks, hash, parts } = whole
  const { locals } = annotation
  const mentions = annotation.mentions.map(withoutLosers)
  const told = { modifiedAt, title, leadImage, blocks, mentions, locals, ...(parts && { parts }) }
  return { id: crypto.randomUUID(), article, hash, savedAt, ...told }
}

/** Where the text decided, the meanings it decided against are not kept: half of all bytes were theirs. */
const withoutLosers = (mention: Mention): Mention =>
  mention.undecided ? mention : { ...mention, candidates: [] }

function newArticle(id: string, whole: Whole, savedAt: string): ArticleRow {
  const { url, title, publisher, byline, section, keywords, publishedAt, truncated, pages } = whole
  return {
    id,
    url,
    addresses: namingAddresses(whole).slice(1),
    title,
    publisher,
    byline,
    section,
    keywords,
    publishedAt,
    truncated,
    savedAt,
    revision: '',
    entities: [],
    ...(pages && { pages }),
    note: '',
    deletedAt: null,
  }
}

/** Entities that a revision names, the persons behind bare roles included. */
const entitiesOf = ({ mentions }: Pick<RevisionRow, 'mentions'>): string[] => [
  ...new Set(
    mentions.flatMap(({ entity, refersTo }) => [entity, refersTo].filter((id) => id !== null)),
  ),
]

/** What a further save never takes away: identity, the reader's own words, what the page no longer says. */
function whatStays(old: ArticleRow, input: ExtractedArticle): Partial<ArticleRow> {
  return {
    url: old.url,
    addresses: joined(old, input),
    savedAt: old.savedAt,
    note: old.note,
    ...(old.otherNotes && { otherNotes: old.otherNotes }),
    ...(old.noted && { noted: old.noted }),
    publisher: input.publisher ?? old.publisher,
    byline: input.byline ?? old.byline,
    section: input.section ?? old.section,
  }
}

/** A later page tells nothing new of the article but its text and its addresses. */
function whatGrows(
  old: ArticleRow,
  { truncated, pages }: Whole,
  input: ExtractedArticle,
): ArticleRow {
  const addresses = joined(old, input)
  return { ...old, truncated, ...(pages && { pages }), addresses, deletedAt: null }
}

const joined = (old: ArticleRow, input: ExtractedArticle): string[] =>
  [...new Set([...old.addresses, ...namingAddresses(input)])].filter((other) => other !== old.url)

/** The same text again: new addresses are learnt, the bin gives it back, nothing else changes. */
async function meetAgain(
  db: BunmyakuDatabase,
  old: ArticleRow,
  input: ExtractedArticle,
): Promise<void> {
  const addresses = joined(old, input)
  if (addresses.length > old.addresses.length) await db.articles.update(old.id, { addresses })
  if (old.deletedAt !== null) await restoreArticles(db, [old.id])
}
