import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { textHash } from '../../lib/archive/hash'
import { saveArticle } from '../../lib/archive/save'
import { savedState } from '../../lib/archive/saved-state'
import { extracted, freshDatabase, listEngine } from './example'

it('tells a page that is new, saved, changed since, or only shown in part', async () => {
  const db = freshDatabase()
  const whole = extracted(['首脳会談を開いた。', '共同声明を出した。'])
  const of = async (page: typeof whole) =>
    (
      await savedState(db, {
        url: page.url,
        hash: await textHash(page),
        truncated: page.truncated,
      })
    ).state
  expect(await of(whole)).toBe('new')
  await saveArticle(db, listEngine({}), whole)
  expect(await of(whole)).toBe('saved')
  expect(await of(extracted(['首脳会談を開いた。', '共同声明は見送った。']))).toBe('changed')
  expect(await of(extracted(['首脳会談を開いた。'], { truncated: true }))).toBe('saved')
  expect((await savedState(db, { url: whole.url, hash: null })).state).toBe('saved')
})
