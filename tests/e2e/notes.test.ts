/** Notes that are typed: kept as they are typed, in two windows at once, and when the window goes. */
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { seriousIn } from './axe'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { ADDRESS, web } from './site'
import { waitForMarks } from './surfaces'

const FIELD = '.prose__note textarea'

interface Noted {
  id: string
  note: string
  otherNotes?: string[]
}

const notesOf = async (page: Page): Promise<string[]> => {
  const { articles = [] } = await archiveRows(page)
  const [{ note, otherNotes = [] } = { note: '' }] = articles as Noted[]
  return [note, ...otherNotes].filter((text) => text !== '')
}

/** Until the archive says so; a note is kept within a second of the last stroke. */
async function until(page: Page, wanted: (notes: string[]) => boolean): Promise<string[]> {
  for (let left = 100; left > 0; left--) {
    const notes = await notesOf(page)
    if (wanted(notes)) return notes
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return notesOf(page)
}

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  let id = ''
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    const article = await reader.visit(ADDRESS.nikkei, web)
    await waitForMarks(article)
    const page = await reader.extensionPage('library.html')
    const saved = await ask(page, 'save', { tab: await tabOf(page, ADDRESS.nikkei) })
    if (saved.result !== 'saved') throw new Error(saved.result)
    id = saved.article
    await page.close()
    await article.close()
  })
  afterAll(() => reader?.close())

  const open = async (): Promise<Page> => {
    const page = await reader.extensionPage(`library.html#/read/${encodeURIComponent(id)}`)
    await page.waitForSelector(FIELD)
    return page
  }
  const value = (page: Page) => page.$eval(FIELD, (field) => (field as HTMLTextAreaElement).value)
  const clear = async (page: Page) => {
    await page.$eval(FIELD, (field) => {
      const area = field as HTMLTextAreaElement
      area.value = ''
      area.dispatchEvent(new Event('input', { bubbles: true }))
    })
    await until(page, (notes) => notes.length === 0)
  }

  it('are kept as they are typed, and seen in the other window', async () => {
    const [a, b] = [await open(), await open()]
    await a.bringToFront()
    await a.type(FIELD, '公表の時期に注意')
    expect(await until(a, ([note]) => note === '公表の時期に注意')).toEqual(['公表の時期に注意'])
    await b.waitForFunction(
      (field) =>
        (document.querySelector(field) as HTMLTextAreaElement).value === '公表の時期に注意',
      { polling: 50 },
      FIELD,
    )
    await clear(a)
    await Promise.all([a.close(), b.close()])
  })

  it('stand side by side where two windows wrote at once, until one is chosen; that can be undone', async () => {
    const [a, b] = [await open(), await open()]
    // Typed in both before either can hear of the other.
    const write = (page: Page, text: string) =>
      page.$eval(
        FIELD,
        (field, words) => {
          const area = field as HTMLTextAreaElement
          area.value = words
          area.dispatchEvent(new Event('input', { bubbles: true }))
        },
        text,
      )
    await Promise.all([write(a, '会談の前に公表されたのか。'), write(b, '翌日の続報を待つ。')])
    const both = await until(a, (notes) => notes.length === 2)
    expect(both.toSorted()).toEqual(['会談の前に公表されたのか。', '翌日の続報を待つ。'].toSorted())
    for (const page of [a, b]) {
      await page.bringToFront()
      await page.waitForSelector('.note-text__other')
      expect(await seriousIn(page)).toEqual([])
    }
    expect(await value(a)).toBe('会談の前に公表されたのか。')
    expect(await value(b)).toBe('翌日の続報を待つ。')
    await a.bringToFront()
    // The other window's text.
    await a.$eval('.note-text__text:nth-child(2) .button', (choose) =>
      (choose as HTMLElement).click(),
    )
    expect(await until(a, (notes) => notes.length === 1)).toEqual(['翌日の続報を待つ。'])
    await a.waitForSelector('.toast__words .button')
    await a.$eval('.toast__words .button', (undo) => (undo as HTMLElement).click())
    expect((await until(a, (notes) => notes.length === 2)).toSorted()).toEqual(both.toSorted())
    await a.$$eval('.note-text--choice > .button', ([all]) => (all as HTMLElement).click())
    const [joined = ''] = await until(a, (notes) => notes.length === 1)
    expect(joined).toContain('会談の前に公表されたのか。')
    expect(joined).toContain('翌日の続報を待つ。')
    await b.waitForFunction(() => !document.querySelector('.note-text__other'), { polling: 50 })
    await clear(a)
    await Promise.all([a.close(), b.close()])
  })

  it.each(['closed', 'reloaded'])(
    'are kept where the window is %s in the middle of a word',
    async (how) => {
      const page = await open()
      const words = `途中まで書いた覚え、${how}`
      await page.$eval(
        FIELD,
        (field, text) => {
          const area = field as HTMLTextAreaElement
          area.value = text
          area.dispatchEvent(new Event('input', { bubbles: true }))
        },
        words,
      )
      if (how === 'closed') await page.close()
      // Not the driver's: it waits for events that Firefox does not send for pages of extensions.
      else await page.evaluate(() => location.reload())
      const later = await open()
      expect(await until(later, ([note]) => note === words)).toEqual([words])
      await later.waitForFunction(
        (field, text) => (document.querySelector(field) as HTMLTextAreaElement).value === text,
        { polling: 50 },
        FIELD,
        words,
      )
      await clear(later)
      await later.close()
      if (how !== 'closed') await page.close()
    },
  )

  it('that cannot be written stay in their field, with a word that says what is safe', async () => {
    const page = await open()
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put
      Object.assign(globalThis, {
        healPuts: () => {
          IDBObjectStore.prototype.put = put
        },
      })
      IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
        if (this.name === 'articles') throw new DOMException('no space', 'QuotaExceededError')
        return put.call(this, value, key)
      }
    })
    await page.type(FIELD, '残せない覚え')
    await page.waitForSelector('.note-text__problem')
    expect(await value(page)).toBe('残せない覚え')
    expect(await notesOf(page)).toEqual([])
    expect(await seriousIn(page)).toEqual([])
    await page.evaluate(() => (globalThis as unknown as { healPuts: () => void }).healPuts())
    await page.$eval('.note-text__problem .button', (again) => (again as HTMLElement).click())
    expect(await until(page, (notes) => notes.length === 1)).toEqual(['残せない覚え'])
    await page.waitForFunction(() => !document.querySelector('.note-text__problem'), {
      polling: 50,
    })
    await clear(page)
    await page.close()
  })
})
