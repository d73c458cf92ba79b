/** The archive is usable by keyboard alone: the focus is always somewhere, and can be seen there. */
import type { KeyInput, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, ask, tabOf } from './archive'
import { seriousIn } from './axe'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { pageAddress, paged } from './paged'
import { ADDRESS, web } from './site'
import { waitForMarks } from './surfaces'

/** Milliseconds for the walk, in which axe looks at each step; nothing is measured by it. */
const LONG = 150_000

interface Focus {
  tag: string
  /** What tells it apart: its block, its article, its label or its words. */
  what: string
  /** It has an outline or a bar, and lies in the window. */
  seen: boolean
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const drawn = (colour: string, line: string) =>
      line !== 'none' && !/^(transparent|rgba\(.*, 0\))$/.test(colour)
    const at = document.activeElement as HTMLElement
    const box = at.getBoundingClientRect()
    const style = getComputedStyle(at)
    const key = at.closest<HTMLElement>('[data-key]')?.dataset.key
    return {
      tag: at.tagName,
      what:
        at.dataset.block ?? key ?? at.getAttribute('aria-label') ?? at.textContent?.trim() ?? '',
      seen:
        at.matches(':focus-visible') &&
        (drawn(style.outlineColor, style.outlineStyle) || style.boxShadow !== 'none') &&
        box.bottom > 0 &&
        box.top < innerHeight,
    }
  })

/** Notes of all marked passages, in the order in which they were made. */
async function highlights(page: Page): Promise<string[]> {
  const { highlights: rows = [] } = await archiveRows(page)
  const made = rows as { createdAt: string; note: string }[]
  return made.toSorted((a, b) => a.createdAt.localeCompare(b.createdAt)).map(({ note }) => note)
}

// An archive of its own for each: a passage that is marked already is not marked twice.
describe.each(
  FAMILIES.flatMap((family) => [[family, 'wide', 1200] as const, [family, 'narrow', 420] as const]),
)('in %s, without a pointer, in a %s window', (family, _, width) => {
  let reader: Reader
  beforeAll(async () => {
    reader = await launch(family, { extension: extensionFor(family) })
    const own = await reader.extensionPage('library.html')
    for (const [address, site] of [
      [ADDRESS.nikkei, web],
      [ADDRESS['nhk-web'], web],
      [pageAddress(1), paged],
    ] as const) {
      const page = await reader.visit(address, site)
      await waitForMarks(page)
      await ask(own, 'save', { tab: await tabOf(own, address) })
      await page.close()
    }
    await own.close()
  })
  afterAll(() => reader?.close())

  it(
    'finds, opens, marks, notes, deletes and brings back an article',
    async () => {
      const page = await reader.extensionPage('library.html#/archive')
      await page.setViewport({ width, height: 800 })
      await page.bringToFront()
      await page.waitForSelector('.article-line')
      /** After a key, when `there` holds: the focus is where it should be, and axe is content. */
      const step = async (key: KeyInput, there: (at: Focus) => boolean): Promise<Focus> => {
        await page.keyboard.press(key)
        let at = await focus(page)
        for (let left = 60; left > 0 && !there(at); left--) {
          await new Promise((resolve) => setTimeout(resolve, 50))
          at = await focus(page)
        }
        expect([key, at, there(at), at.seen]).toEqual([key, at, true, true])
        return at
      }

      const before = (await highlights(page)).length
      const note = `公表の時期に注意(${width})`

      await step('/', ({ tag }) => tag === 'INPUT')
      await page.keyboard.type('会場の選定')
      await page.waitForFunction(() => document.querySelectorAll('.article-line').length === 1)
      expect(await seriousIn(page)).toEqual([])
      const hit = await step('Enter', ({ tag }) => tag === 'BUTTON')
      await step('Enter', ({ what }) => what === 'title')
      const first = await step('j', ({ what, tag }) => tag === 'DIV' && what !== 'title')
      await step('s', ({ what }) => what === first.what)
      expect(await page.evaluate(() => getSelection()?.toString())).toMatch(/^政府は.*。$/)
      expect(await seriousIn(page)).toEqual([])
      await step('h', ({ what }) => what === first.what)
      await page.waitForSelector('.marker')
      await step('j', ({ what, tag }) => tag === 'DIV' && what !== first.what)
      const second = await focus(page)
      await step('n', ({ tag }) => tag === 'TEXTAREA')
      await page.keyboard.type(note)
      expect(await seriousIn(page)).toEqual([])
      await page.keyboard.down('Control')
      await step('Enter', ({ what }) => what === second.what)
      await page.keyboard.up('Control')
      await page.waitForFunction((words) => document.body.textContent.includes(words), {}, note)
      const made = (await highlights(page)).slice(before)
      expect(made.sort()).toEqual(['', note])

      await step('Escape', ({ what }) => what === hit.what)
      await step('Enter', ({ what }) => what === 'title')
      await step('Delete', ({ tag }) => tag === 'INPUT' || tag === 'BUTTON')
      const deleted = async () => {
        const { articles = [] } = await archiveRows(page)
        return articles.filter((row) => (row as { deletedAt: unknown }).deletedAt !== null).length
      }
      await page.waitForSelector('.toast__words')
      expect(await seriousIn(page)).toEqual([])
      // Nothing was found any more, so that the focus is in the field: out of it, then undo.
      await page.keyboard.down('Shift')
      await step('Tab', ({ tag }) => tag !== 'BODY')
      await page.keyboard.up('Shift')
      expect(await deleted()).toBe(1)
      await step('z', ({ tag }) => tag !== 'BODY')
      await page.waitForSelector('.article-line')
      expect(await deleted()).toBe(0)
      expect(await highlights(page)).toHaveLength(before + 2)
      await page.close()
    },
    LONG,
  )
})
