/** What an archive says, without the ids that differ from one making to the next; and what is half. */
import { textsOf } from '../../lib/archive/note-texts'
import type { BunmyakuDatabase } from '../../lib/db/database'

/** Article by article, by address: texts, notes, marked passages, how much it tells. */
export async function kept(db: BunmyakuDatabase, leaveOut = /^$/): Promise<string[]> {
  const found: string[] = []
  for (const article of await db.articles.toArray()) {
    if (leaveOut.test(article.url)) continue
    const own = { article: article.id }
    const revisions = await db.revisions.where(own).toArray()
    const marks = await db.highlights.where(own).toArray()
    const told = {
      url: article.url,
      binned: article.deletedAt !== null,
      notes: textsOf(article).sort(),
      latest: revisions.find(({ id }) => id === article.revision)?.hash,
      texts: revisions.map(({ hash }) => hash).sort(),
      marks: marks.map((mark) => [mark.quote, ...textsOf(mark).sort()].join('|')).sort(),
      claims: await db.claims.where(own).count(),
    }
    found.push(JSON.stringify(told))
  }
  return found.sort()
}

/** Rows that stand for only a part of an article, in words. */
export async function halves(db: BunmyakuDatabase): Promise<string[]> {
  const articles = new Map((await db.articles.toArray()).map((row) => [row.id, row]))
  const revisions = new Set(await db.revisions.toCollection().primaryKeys())
  const texts = new Set((await db.searchTexts.orderBy('article').keys()).map(String))
  const found: string[] = []
  for (const { id, revision, deletedAt } of articles.values()) {
    if (!revisions.has(revision)) found.push(`article ${id} without its revision`)
    if (texts.has(id) !== (deletedAt === null)) found.push(`article ${id} and its text in search`)
    const binned = (await db.meta.get(`bin:${id}`)) !== undefined
    if (binned !== (deletedAt !== null)) found.push(`article ${id} and its place in the bin`)
  }
  for (const id of texts) if (!articles.has(id)) found.push(`text of ${id} without its article`)
  await db.revisions.each(({ id, article }) => {
    if (!articles.has(article)) found.push(`revision ${id} without its article`)
  })
  await db.highlights.each(({ id, article }) => {
    if (!articles.has(article)) found.push(`marked passage ${id} without its article`)
  })
  const events = new Set(await db.events.toCollection().primaryKeys())
  await db.claims.each(({ id, article, event }) => {
    if (article && !articles.has(article)) found.push(`claim ${id} without its article`)
    if (!events.has(event)) found.push(`claim ${id} without its event`)
  })
  return found
}
