/**
 * Takes a joined page out of an article again: it becomes an article of its own, with all that is its.
 *
 * Text, marked passages, mentions and what the text tells go with the page; the note and the earlier
 * revisions stay where they are. The article remembers which pages were taken out, so that opening
 * one of them does not join it again.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { blockText } from '../article/block-text'
import type { Block } from '../article/document'
import { TITLE_BLOCK } from '../article/title-block'
import type { BunmyakuDatabase } from '../db/database'
import type { ArticleRow, ClaimRow, RevisionRow } from '../db/rows'
import { claimIdOf, settleEvent } from '../events/history'
import type { TextSpan } from '../events/schema'
import { binTables } from './delete'
import { hashedText } from './hash'
import { keptPages, partsOf } from './pages'
import { addToSearch } from './search/text'
import { markNoted } from './write-note'

/** There is no such page that could be taken out. */
class NoSuchPage extends Error {
  override name = 'NoSuchPage'
}

/**
 * Takes page `page` out of the article; all of it is done or nothing.
 *
 * @returns id of the article that the page is now
 * @throws NoSuchPage for the first page that is kept, and for one that is not
 */
export const takeOutPage = (
  db: BunmyakuDatabase,
  article: string,
  page: number,
  now: Date = new Date(),
): Promise<string> =>
  db.transaction('rw', [...binTables(db), db.highlights], async () => {
    const old = await db.articles.get(article)
    const whole = old && (await db.revisions.get(old.revision))
    const all = whole?.parts ? partsOf(whole.parts, whole.blocks) : []
    const out = all.find(({ part }) => part.page === page)
    if (!old || !whole || !out || out === all[0] || old.deletedAt !== null)
      throw new NoSuchPage(`${article} ${page}`)
    const left = all.filter((one) => one !== out)
    const names = new Map(out.blocks.map(({ id }) => [id, id.replace(`${page}.`, '')]))
    const own = ownArticle(old, await addressOf(db, old, page), out.part.truncated, now)

    const blocks = out.blocks.map((block) => ({ ...block, id: names.get(block.id) ?? block.id }))
    const taken: RevisionRow = {
      ...partOf(whole, blocks, names),
      id: own.revision,
      article: own.id,
      hash: out.part.hash,
      savedAt: out.part.savedAt,
      leadImage: pictureIn(blocks),
    }
    const stays = left.flatMap((one) => one.blocks)
    const parts = left.map(({ part }) => part)
    const rest: RevisionRow = {
      ...partOf(whole, stays, new Map(stays.map(({ id }) => [id, id]))),
      hash: bytesToHex(sha256(utf8ToBytes(hashedText({ title: whole.title, blocks: stays })))),
      parts,
    }
    const apart = [...new Set([...(old.pages?.apart ?? []), page])].sort((a, b) => a - b)
    const remains: ArticleRow = {
      ...old,
      truncated: parts.some(({ truncated }) => truncated),
      addresses: old.addresses.filter((one) => one !== own.url),
      entities: entitiesOf(rest),
      pages: keptPages(parts, old.pages?.known ?? [], apart),
    }
    await db.revisions.bulkPut([rest, taken])
    await db.articles.bulkPut([remains, { ...own, entities: entitiesOf(taken) }])
    await moveHighlights(db, old.id, own.id, names)
    await moveClaims(db, old.id, own, names)
    await addToSearch(db, remains, rest)
    await addToSearch(db, own, taken)
    await markNoted(db, old.id)
    await markNoted(db, own.id)
    return own.id
  })

/** Where the page was met; where that is another article by now, a place in the one it comes from. */
async function addressOf(db: BunmyakuDatabase, old: ArticleRow, page: number): Promise<string> {
  const known = old.pages?.known.find((one) => one.page === page)?.url
  const within = `${old.url}#page-${page}`
  for (const url of [known ?? within, within])
    if ((await db.articles.where('url').equals(url).count()) === 0) return url
  return `${within}-${crypto.randomUUID()}`
}

/** The page as an article; what the reader wrote stays with the one it comes from. */
function ownArticle(old: ArticleRow, url: string, truncated: boolean, now: Date): ArticleRow {
  const { pages: _, noted: __, otherNotes: ___, ...facts } = old
  const id = crypto.randomUUID()
  const made = { id, url, addresses: [], truncated, revision: crypto.randomUUID(), note: '' }
  return { ...facts, ...made, savedAt: now.toISOString(), entities: [] }
}

/** A revision with its headline and some of its blocks, these under new names. */
function partOf(
  { parts: _, ...whole }: RevisionRow,
  blocks: Block[],
  names: ReadonlyMap<string, string>,
): RevisionRow {
  const mentions = whole.mentions.flatMap((mention) => {
    const block = mention.block === TITLE_BLOCK ? TITLE_BLOCK : names.get(mention.block)
    return block === undefined ? [] : [{ ...mention, block }]
  })
  const text = [whole.title, ...blocks.map(blockText)].join('\n')
  const locals = whole.locals.filter(({ headword }) => text.includes(headword))
  return { ...whole, blocks, mentions, locals }
}

const pictureIn = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === 'figure' ? [block.image] : []))[0] ?? null

const entitiesOf = ({ mentions }: RevisionRow): string[] => [
  ...new Set(
    mentions.flatMap(({ entity, refersTo }) => [entity, refersTo].filter((id) => id !== null)),
  ),
]

/** Passages that were marked in the page are marked in its own article. */
async function moveHighlights(
  db: BunmyakuDatabase,
  from: string,
  to: string,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = await db.highlights.where('article').equals(from).toArray()
  await db.highlights.bulkPut(
    rows.flatMap((row) => {
      const block = names.get(row.hint.block)
      return block === undefined ? [] : [{ ...row, article: to, hint: { ...row.hint, block } }]
    }),
  )
}

/** What the page alone tells is told by its own article; what both tell stays where it is, and goes with both. */
async function moveClaims(
  db: BunmyakuDatabase,
  from: string,
  own: ArticleRow,
  names: ReadonlyMap<string, string>,
): Promise<void> {
  const claims = await db.claims.where('article').equals(from).toArray()
  const moved = (claim: ClaimRow, evidence: TextSpan[]): ClaimRow => ({
    ...claim,
    id: claimIdOf(claim, own.id),
    article: own.id,
    source: { from: 'article', article: own.id, revision: own.revision },
    evidence: evidence.map((span) => ({ ...span, block: names.get(span.block) ?? span.block })),
  })
  for (const claim of claims) {
    const [there, here] = [true, false].map((inside) =>
      claim.evidence.filter(({ block }) => names.has(block) === inside),
    )
    if (!there?.length) continue
    await db.claims.put(moved(claim, there))
    if (here?.length) await db.claims.put({ ...claim, evidence: here })
    else await db.claims.delete(claim.id)
    await settleEvent(db, claim.event)
  }
}
