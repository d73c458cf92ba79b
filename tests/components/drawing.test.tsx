// @vitest-environment jsdom
import './fake-browser'

import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { EventItem } from '../../components/EventItem'
import { pagesWords } from '../../components/pages-words'
import { SaveButton } from '../../components/SaveButton'
import { Snippet } from '../../components/Snippet'
import { TermList } from '../../components/TermList'
import type { SavedState, TermLine } from '../../lib/messages'
import { event } from './event'

const root = document.createElement('div')
const draw = (node: preact.ComponentChild) => act(() => render(node, root))
const press = (key: string, target: Element = document.activeElement ?? document.body) =>
  act(() => {
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  })

beforeEach(() => {
  document.body.replaceChildren(root)
  render(null, root)
})

describe('a list of terms', () => {
  const term = (headword: string, entity: string | null = `person.${headword}`): TermLine => ({
    entity,
    headword,
    kind: 'person',
    gloss: `${headword}の説明`,
    count: 1,
    refersTo: null,
  })
  const focused = () => document.activeElement?.querySelector('.term__word')?.textContent

  it('is one stop for Tab, and is walked with j, k, arrows, Home and End', async () => {
    await draw(<TermList terms={['一', '二', '三'].map((word) => term(word))} onOpen={() => {}} />)
    const stops = [...root.querySelectorAll<HTMLElement>('.term')].map(({ tabIndex }) => tabIndex)
    expect(stops).toEqual([0, -1, -1])
    await press('j', document.body)
    expect(focused()).toBe('一')
    await press('j')
    await press('ArrowDown')
    expect(focused()).toBe('三')
    await press('j')
    expect(focused()).toBe('三')
    await press('Home')
    expect(focused()).toBe('一')
    await press('End')
    await press('k')
    expect(focused()).toBe('二')
  })

  it('leaves the keys to a field that is being typed into', async () => {
    const field = document.createElement('input')
    document.body.append(field)
    await draw(<TermList terms={[term('一')]} onOpen={() => {}} />)
    field.focus()
    await press('j')
    expect(document.activeElement).toBe(field)
  })

  it('opens what the glossary knows, and names what only the text knows', async () => {
    const onOpen = vi.fn()
    await draw(<TermList terms={[term('知'), term('未知', null)]} onOpen={onOpen} />)
    const [known, local] = root.querySelectorAll<HTMLButtonElement>('.term')
    known?.click()
    local?.click()
    expect(onOpen.mock.calls.map(([{ headword }]) => headword)).toEqual(['知'])
  })
})

describe('an event', () => {
  it('sets what sources disagree on side by side', async () => {
    const disagreements = [
      {
        label: '投資額',
        values: [
          { value: '5500億ドル', source: '甲紙' },
          { value: '4900億ドル', source: '乙紙' },
        ],
      },
    ]
    await draw(<EventItem event={event({ date: '2025', disagreements })} onArticle={() => {}} />)
    const text = root.querySelector('.disagreement')?.textContent
    for (const part of ['投資額', '5500億ドル', '甲紙', '4900億ドル', '乙紙'])
      expect(text).toContain(part)
  })

  it('says in words that it is planned or was cancelled, not by its dot alone', async () => {
    await draw(
      <EventItem event={event({ date: '2026', status: 'planned' })} onArticle={() => {}} />,
    )
    expect(root.querySelector('h2')?.textContent).toContain('予定')
    await draw(
      <EventItem event={event({ date: '2026', status: 'cancelled' })} onArticle={() => {}} />,
    )
    expect(root.querySelector('h2')?.textContent).toContain('中止')
  })

  it('leads from a name to its card only where the glossary knows the name', async () => {
    const onEntity = vi.fn()
    const participants = ['person.a', 'local:山田太郎'].map((id) => ({
      id,
      headword: id,
      kind: 'person' as const,
      gloss: '',
    }))
    await draw(
      <EventItem
        event={event({ date: '2026', participants })}
        onArticle={() => {}}
        onEntity={onEntity}
      />,
    )
    expect(root.querySelectorAll('.event__people button')).toHaveLength(1)
  })

  it('opens the saved article where a source is one', async () => {
    const onArticle = vi.fn()
    const sources = [{ name: '甲紙', title: null, date: null, url: 'https://a.jp/', article: 'a1' }]
    await draw(<EventItem event={event({ date: '2026', sources })} onArticle={onArticle} />)
    root.querySelector<HTMLButtonElement>('.sources__link')?.click()
    expect(onArticle.mock.calls[0]?.[0]).toBe('a1')
  })
})

describe('the save button', () => {
  it.each<[SavedState, string]>([
    [{ state: 'new' }, '保存'],
    [{ state: 'saved', article: 'a', savedAt: '' }, '保存済み'],
    [{ state: 'changed', article: 'a', savedAt: '' }, '更新あり'],
    [
      {
        state: 'next-page',
        article: 'a',
        savedAt: '',
        page: 2,
        pages: { total: 3, kept: [1], known: [] },
      },
      '2ページ目をつなげる',
    ],
  ])('says %o', async (saved, words) => {
    await draw(<SaveButton saved={saved} busy={false} onSave={() => {}} onOpen={() => {}} />)
    expect(root.textContent).toBe(words)
  })
})

it.each([
  [[1, 2], 3, '2/3ページまで保存'],
  [[1, 3], 3, '全3ページのうち1・3ページ目を保存'],
  [[2], 3, '全3ページのうち2ページ目を保存'],
  [[1, 2, 3], 3, '全3ページを保存'],
])('of an article the pages %o of %i are said to be kept as %s', (kept, total, words) =>
  expect(pagesWords({ kept, total })).toBe(words),
)

describe('a snippet', () => {
  it('marks its hits, and takes words for words', async () => {
    const text = '<b>国家安全保障局</b>'
    await draw(<Snippet text={text} marks={[{ start: 5, end: 9 }]} />)
    expect(root.textContent).toBe(text)
    expect(root.querySelector('mark')?.textContent).toBe('安全保障')
    expect(root.querySelector('b')).toBeNull()
  })

  it('keeps its text whole where marks overlap or run over', async () => {
    const marks = [
      { start: 0, end: 3 },
      { start: 2, end: 99 },
    ]
    await draw(<Snippet text="日米首脳" marks={marks} />)
    expect(root.textContent).toBe('日米首脳')
  })
})
