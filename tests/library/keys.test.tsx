// @vitest-environment jsdom
import '../components/fake-browser'

import 'fake-indexeddb/auto'
import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ArticleList } from '../../entrypoints/library/archive/ArticleList'
import { db } from '../../entrypoints/library/database'
import { MarginNote } from '../../entrypoints/library/reader/notes'
import { ToastHost, tell } from '../../entrypoints/library/toast'
import type { ArticleRow } from '../../lib/db/rows'

vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
)
const root = document.createElement('div')
document.body.append(root)
const draw = (node: preact.ComponentChild) => act(() => render(node, root))
const press = (selector: string, init: KeyboardEventInit) =>
  act(() => {
    const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...init })
    document.querySelector(selector)?.dispatchEvent(event)
  })

const article: ArticleRow = {
  id: 'a',
  url: 'https://news.example/1',
  addresses: [],
  title: '見本',
  publisher: null,
  byline: null,
  section: null,
  keywords: [],
  publishedAt: null,
  truncated: false,
  savedAt: '2026-03-19T00:00:00Z',
  revision: 'r',
  entities: [],
  note: '',
  deletedAt: null,
}

/** A key that is no command: held down, or pressed with another. */
const NO_COMMANDS: [string, KeyboardEventInit][] = [
  ['held down', { repeat: true }],
  ['with Control', { ctrlKey: true }],
  ['with Alt', { altKey: true }],
  ['with Command', { metaKey: true }],
]

beforeEach(() => render(null, root))

describe('Delete in the list', () => {
  const onDelete = vi.fn()
  const list = () =>
    draw(
      <ArticleList
        lines={[{ article, snippet: null }]}
        total={1}
        onEnd={() => {}}
        open={null}
        onOpen={() => {}}
        onDelete={onDelete}
      />,
    )
  beforeEach(() => onDelete.mockClear())

  it('deletes the article', async () => {
    await list()
    await press('.article-line', { key: 'Delete' })
    expect(onDelete).toHaveBeenCalledTimes(1)
  })

  it.each(NO_COMMANDS)('%s deletes nothing', async (_, init) => {
    await list()
    await press('.article-line', { key: 'Delete', ...init })
    expect(onDelete).not.toHaveBeenCalled()
  })
})

describe('z', () => {
  it.each<[string, KeyboardEventInit, number]>([
    ['alone undoes', {}, 1],
    ...NO_COMMANDS.map(
      ([name, init]) => [`${name} does not`, init, 0] as [string, KeyboardEventInit, number],
    ),
  ])('%s', async (_, init, times) => {
    const undo = vi.fn()
    await draw(<ToastHost />)
    await act(() => tell('削除しました', undo))
    await press('body', { key: 'z', ...init })
    expect(undo).toHaveBeenCalledTimes(times)
  })
})

describe('in a margin note', () => {
  const onEdit = vi.fn()
  const row = {
    id: 'h',
    article: 'a',
    quote: '首脳会談',
    prefix: '',
    suffix: '',
    hint: { block: 'p0', start: 0, end: 4 },
    note: '',
    createdAt: '2026-03-19T00:00:00Z',
  }
  beforeEach(async () => {
    onEdit.mockClear()
    await db.highlights.put(row)
    await draw(<MarginNote row={row} changed={false} editing onEdit={onEdit} onRemove={() => {}} />)
  })

  it.each([
    ['Escape', { key: 'Escape' }],
    ['Control with Enter', { key: 'Enter', ctrlKey: true }],
  ])('%s leaves, and what was typed is kept', async (_, keys) => {
    const field = document.querySelector('textarea')
    await act(() => {
      if (field) field.value = '公表の時期に注意'
      field?.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await press('textarea', keys)
    expect(onEdit).toHaveBeenCalledWith(false)
    await vi.waitFor(async () =>
      expect(await db.highlights.get('h')).toMatchObject({ note: '公表の時期に注意' }),
    )
  })

  it('both are the input method’s while it composes', async () => {
    await press('textarea', { key: 'Escape', isComposing: true })
    await press('textarea', { key: 'Enter', ctrlKey: true, isComposing: true })
    expect(onEdit).not.toHaveBeenCalled()
  })
})
