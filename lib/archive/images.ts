/** Keeping an article's pictures («図表も保存»): fetched once, within limits, kept by their content. */
import type { Image } from '../article/document'
import type { BunmyakuDatabase } from '../db/database'
import type { RevisionRow } from '../db/rows'
import { sha256 } from './hash'

export interface ImageLimits {
  /** Bytes of one picture, and of all of an article. */
  each: number
  all: number
}

const LIMITS: ImageLimits = { each: 8_000_000, all: 60_000_000 }

export interface KeptImages {
  kept: number
  /** Addresses that gave no picture, and why. */
  failed: { src: string; reason: 'unreachable' | 'not-an-image' | 'too-large' }[]
}

/** The pictures of a revision, the leading one first. */
function imagesOf({ leadImage, blocks }: Pick<RevisionRow, 'leadImage' | 'blocks'>): Image[] {
  const figures = blocks.flatMap((block) => (block.kind === 'figure' ? [block.image] : []))
  return leadImage ? [leadImage, ...figures] : figures
}

/** Match patterns of the hosts whose pictures are not kept yet: what has to be permitted first. */
export const imageHosts = (revision: Pick<RevisionRow, 'leadImage' | 'blocks'>): string[] => [
  ...new Set(
    imagesOf(revision).flatMap(({ src, stored }) =>
      stored || !URL.canParse(src) ? [] : [`${new URL(src).protocol}//${new URL(src).hostname}/*`],
    ),
  ),
]

/**
 * Fetches and keeps what the article's latest revision shows and is not kept yet. Every picture is
 * written whole with its mark in the revision; stopping anywhere keeps those that came.
 * @throws StorageError's cause where the disk is full.
 */
export async function keepImages(
  db: BunmyakuDatabase,
  article: string,
  { limits = LIMITS, signal }: { limits?: ImageLimits; signal?: AbortSignal } = {},
): Promise<KeptImages> {
  const result: KeptImages = { kept: 0, failed: [] }
  const row = await db.articles.get(article)
  const revision = row && (await db.revisions.get(row.revision))
  if (!revision) return result
  const sources = new Set(imagesOf(revision).flatMap(({ src, stored }) => (stored ? [] : [src])))
  let left = limits.all
  for (const src of sources) {
    signal?.throwIfAborted()
    const fetched = await fetchImage(src, Math.min(left, limits.each), signal)
    if ('reason' in fetched) {
      result.failed.push({ src, reason: fetched.reason })
      continue
    }
    left -= fetched.bytes.length
    await keep(db, revision.id, src, fetched)
    result.kept++
  }
  return result
}

interface Fetched {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

async function fetchImage(
  src: string,
  most: number,
  signal?: AbortSignal,
): Promise<Fetched | { reason: KeptImages['failed'][number]['reason'] }> {
  try {
    // No cookies and no referrer: the picture's host learns no more than that somebody asked.
    const response = await fetch(src, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      ...(signal && { signal }),
    })
    const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
    if (!response.ok) return { reason: 'unreachable' }
    if (!/^image\/[a-z0-9.+-]+$/.test(type)) return { reason: 'not-an-image' }
    const bytes = await readUpTo(response, most)
    return bytes ? { type, bytes } : { reason: 'too-large' }
  } catch (error) {
    if (signal?.aborted) throw error
    return { reason: 'unreachable' }
  }
}

/** The body's bytes; null, and no more is read, where there are more than `most`. */
async function readUpTo(response: Response, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let length = 0
  for await (const chunk of response.body ?? []) {
    length += chunk.length
    if (length > most) return null
    chunks.push(chunk)
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer())
}

async function keep(
  db: BunmyakuDatabase,
  id: string,
  src: string,
  { type, bytes }: Fetched,
): Promise<void> {
  const hash = await sha256(bytes)
  await db.transaction('rw', db.images, db.revisions, async () => {
    const revision = await db.revisions.get(id)
    if (!revision) return
    if (!(await db.images.get(hash)))
      await db.images.add({ hash, type, bytes, width: null, height: null })
    for (const image of imagesOf(revision)) if (image.src === src) image.stored = hash
    await db.revisions.put(revision)
  })
}
