/** What a test does with the archive: asks the background, exports, imports. */
import { writeFile } from 'node:fs/promises'
import type { ElementHandle, Page } from 'puppeteer-core'
import type { Answers, Reply, Request, RequestName } from '../../lib/messages'
import type { Reader } from '../../scripts/launch'

/** Milliseconds that a large archive may take on a busy machine; nothing is measured by it. */
const PATIENCE = 200_000

/** Asks the background from one of the extension's pages, as the popup does. */
export async function ask<N extends RequestName>(
  page: Page,
  name: N,
  request: Request<N>,
): Promise<Answers[N]> {
  const reply = (await page.evaluate((message) => {
    const { chrome } = globalThis as unknown as {
      chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } }
    }
    return chrome.runtime.sendMessage(JSON.parse(message))
  }, JSON.stringify({ name, request }))) as Reply<N>
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.detail}`)
  return reply.answer
}

/** Id of the browser tab that shows this address. */
export const tabOf = (page: Page, url: string): Promise<number> =>
  page.evaluate(async (wanted) => {
    const { chrome } = globalThis as unknown as {
      chrome: { tabs: { query(q: object): Promise<{ id: number; url?: string }[]> } }
    }
    const tab = (await chrome.tabs.query({})).find(({ url: there }) => there === wanted)
    if (!tab) throw new Error(`no tab shows ${wanted}`)
    return tab.id
  }, url)

/** Every row of the reader's tables, sorted, to compare two archives with. */
export const archiveRows = (page: Page): Promise<Record<string, unknown[]>> =>
  page.evaluate(async () => {
    const open = (): Promise<IDBDatabase> =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('bunmyaku')
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const db = await open()
    const rows = (store: string): Promise<unknown[]> =>
      new Promise((resolve, reject) => {
        const request = db.transaction(store).objectStore(store).getAll()
        request.onsuccess = () => resolve(request.result)
        request.onerror = () => reject(request.error)
      })
    const found: Record<string, unknown[]> = {}
    for (const store of ['articles', 'revisions', 'highlights', 'follows', 'corrections'])
      found[store] = (await rows(store)).sort((a, b) =>
        JSON.stringify(a).localeCompare(JSON.stringify(b)),
      )
    db.close()
    return found
  })

/** Presses the export button and brings the file out of the browser to `path`. */
export async function exportTo(reader: Reader, path: string): Promise<void> {
  const page = await reader.extensionPage('library.html#/storage')
  page.setDefaultTimeout(PATIENCE)
  await page.evaluate(() => {
    // No dialog can be answered here: the file goes where Firefox's goes first.
    Object.assign(window, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    })
  })
  await page.waitForSelector('.transfer .button--primary')
  await page.$eval('.transfer .button--primary', (button) => (button as HTMLElement).click())
  await page.waitForSelector('.transfer__good')
  const base64 = await page.evaluate(async () => {
    const root = await navigator.storage.getDirectory()
    for await (const handle of root.values()) {
      if (handle.kind !== 'file' || !handle.name.includes('ndjson')) continue
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    }
    throw new Error('no file was written')
  })
  await writeFile(path, Buffer.from(base64, 'base64'))
  await page.close()
}

/** Chooses a file in the import section; gives what the page says of it. */
export async function importFrom(reader: Reader, path: string): Promise<string> {
  const page = await reader.extensionPage('library.html#/storage')
  page.setDefaultTimeout(PATIENCE)
  const field = (await page.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>
  await field.uploadFile(path)
  await page.waitForSelector('.report, .transfer__bad')
  const told = await page.$eval('.report, .transfer__bad', (element) => element.textContent ?? '')
  await page.close()
  return told
}
