/** Saving: what the reader saw becomes an article, whole or not at all. */
import * as v from 'valibot'
import type { Annotation, Engine } from '../annotation'
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
import { findSaved, namingAddresses } from './identity'
import { addToSearch } from './search/text'

/** Everything a save writes, made before the transaction opens. */
interface Prepared {
  input: ExtractedArticle
  hash: string
  annotation: Annotation
  savedAt: string
}

/**
 * Saves an article, or tells that it is there already, or adds a revision where its text changed.
 *
 * Article, revision, events and searchable text are written in one transaction: after a kill at any
 * moment all of them are there or none. A paywalled look at an article that is kept whole changes
 * nothing, and an article in the bin comes back.
 * @returns never throws: `full`, `not-article` and `failed` say why nothing was written.
 */
export async function saveArticle(
  db: BunmyakuDatabase,
  engine: Engine,
  input: unknown,
  now: Date = new Date(),
): Promise<SaveResult> {
  const parsed = v.safeParse(ExtractedArticle, input)
  if (!parsed.success) return { result: 'failed', reason: whatIsWrong(parsed.issues) }
  const article = parsed.output
  if (article.title.trim() === '' || article.blocks.length === 0) return { result: 'not-article' }
  return saveExtracted(db, engine, article, now)
}

/** As `saveArticle`, for an article that was parsed already; one without a body is a bookmark. */
export async function saveExtracted(
  db: BunmyakuDatabase,
  engine: Engine,
  article: ExtractedArticle,
  now: Date,
): Promise<SaveResult> {
  try {
    const hash = await textHash(article)
    const prepared = { input: article, hash, savedAt: now.toISOString() }
    const reader = await readerEvidence(db, article.url)
    const annotation = engine.annotate(toDocument(article), reader)
    return await write(db, { ...prepared, annotation })
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

const write = (db: BunmyakuDatabase, save: Prepared): Promise<SaveResult> =>
  db.transaction('rw', binTables(db), async (): Promise<SaveResult> => {
    const old = await findSaved(db, save.input)
    const latest = old && (await db.revisions.get(old.revision))
    const lessThanKept = old && save.input.truncated && !old.truncated
    if (old && latest && (latest.hash === save.hash || lessThanKept)) {
      await meetAgain(db, old, save.input)
      return { result: 'already', article: old.id, savedAt: latest.savedAt }
    }
    if (old && old.deletedAt !== null) await forgetBinned(db, old.id)
    const id = old?.id ?? crypto.randomUUID()
    const revision = newRevision(id, save)
    const article = { ...newArticle(id, revision, save), ...(old && whatStays(old, save.input)) }
    await db.revisions.add(revision)
    await db.articles.put(article)
    await addToSearch(db, article, revision)
    const telling = { article: id, revision: revision.id, publishedAt: article.publishedAt }
    await recordArticleEvents(db, telling, save.annotation.events)
    return old
      ? { result: 'revised', article: id, revision: revision.id, previous: old.revision }
      : { result: 'saved', article: id, revision: revision.id }
  })

function newRevision(article: string, { input, hash, annotation, savedAt }: Prepared): RevisionRow {
  const { modifiedAt, title, leadImage, blocks } = input
  const { locals } = annotation
  const mentions = annotation.mentions.map(withoutLosers)
  const id = crypto.randomUUID()
  return { id, article, hash, savedAt, modifiedAt, title, leadImage, blocks, mentions, locals }
}

/** Where the text decided, the meanings it decided against are not kept: half of all bytes were theirs. */
const withoutLosers = (mention: Mention): Mention =>
  mention.undecided ? mention : { ...mention, candidates: [] }

function newArticle(id: string, revision: RevisionRow, { input, savedAt }: Prepared): ArticleRow {
  const { url, title, publisher, byline, section, keywords, publishedAt, truncated } = input
  return {
    id,
    url,
    addresses: namingAddresses(input).slice(1),
    title,
    publisher,
    byline,
    section,
    keywords,
    publishedAt,
    truncated,
    savedAt,
    revision: revision.id,
    entities: entitiesOf(revision),
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
    ...(old.noted && { noted: old.noted }),
    publisher: input.publisher ?? old.publisher,
    byline: input.byline ?? old.byline,
    section: input.section ?? old.section,
    // An update often replaces the day of publication by its own.
    publishedAt: old.publishedAt ?? input.publishedAt,
  }
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
