import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { imageHosts, keepImages } from '../../lib/archive/images'
import { saveArticle } from '../../lib/archive/save'
import type { Block } from '../../lib/article/document'
import { extracted, freshDatabase, listEngine } from './example'

const picture = Uint8Array.from({ length: 500 }, (_, i) => i % 256)
const answers: Record<string, () => Response> = {
  'https://img.example/a.png': () =>
    new Response(picture, { headers: { 'content-type': 'image/png' } }),
  'https://img.example/copy.png': () =>
    new Response(picture, { headers: { 'content-type': 'image/png' } }),
  'https://img.example/page': () =>
    new Response('<p>', { headers: { 'content-type': 'text/html' } }),
  'https://img.example/big.png': () =>
    new Response(new Uint8Array(5_000), { headers: { 'content-type': 'image/png' } }),
  'https://cdn.example/gone.png': () => new Response('', { status: 404 }),
}

afterEach(() => vi.unstubAllGlobals())

it('keeps each picture once, within limits, and says which it could not', async () => {
  const asked: RequestInit[] = []
  vi.stubGlobal('fetch', async (src: string, init: RequestInit) => {
    asked.push(init)
    return answers[src]?.()
  })
  const blocks = Object.keys(answers).map(
    (src, i): Block => ({ kind: 'figure', id: `f${i}`, image: { src, alt: '' }, runs: [] }),
  )
  const db = freshDatabase()
  const leadImage = { src: 'https://img.example/a.png', alt: '' }
  const saved = await saveArticle(db, listEngine({}), extracted([], { blocks, leadImage }))
  const id = saved.result === 'saved' ? saved.article : ''
  const before = await db.revisions.toArray()
  expect(before.flatMap(imageHosts)).toEqual(['https://img.example/*', 'https://cdn.example/*'])
  const limits = { each: 1_000, all: 10_000 }
  expect(await keepImages(db, id, { limits })).toEqual({
    kept: 2,
    failed: [
      { src: 'https://img.example/page', reason: 'not-an-image' },
      { src: 'https://img.example/big.png', reason: 'too-large' },
      { src: 'https://cdn.example/gone.png', reason: 'unreachable' },
    ],
  })
  const [image, ...others] = await db.images.toArray()
  expect(others).toEqual([])
  expect(image).toMatchObject({ type: 'image/png', bytes: picture })
  const [revision] = await db.revisions.toArray()
  expect(revision?.leadImage?.stored).toBe(image?.hash)
  expect(asked.every(({ credentials }) => credentials === 'omit')).toBe(true)
  // The second time only what failed is asked for again.
  asked.length = 0
  await keepImages(db, id, { limits })
  expect(asked).toHaveLength(3)
})
