import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { deleteArticles } from '../../lib/archive/delete'
import { saveArticle } from '../../lib/archive/save'
import { savedAt, savedState } from '../../lib/archive/saved-state'
import { extracted, freshDatabase, listEngine } from './example'

it('tells a page that is new, saved, changed since, or only shown in part', async () => {
  const db = freshDatabase()
  const whole = extracted(['首脳会談を開いた。', '共同声明を出した。'])
  const of = async (page: typeof whole) => (await savedState(db, page)).state
  expect(await of(whole)).toBe('new')
  await saveArticle(db, listEngine({}), whole)
  expect(await of(whole)).toBe('saved')
  expect(await of(extracted(['首脳会談を開いた。', '共同声明は見送った。']))).toBe('changed')
  expect(await of(extracted(['首脳会談を開いた。'], { truncated: true }))).toBe('saved')
})

it('tells by the address alone whether an article is kept, and not of one in the bin', async () => {
  const db = freshDatabase()
  const page = extracted(['首脳会談を開いた。'])
  expect(await savedAt(db, page.url)).toEqual({ state: 'new' })
  await saveArticle(db, listEngine({}), page)
  const saved = await savedAt(db, page.url)
  expect(saved.state).toBe('saved')
  if (saved.state === 'saved') await deleteArticles(db, [saved.article])
  expect(await savedAt(db, page.url)).toEqual({ state: 'new' })
})
