/** The scheduled backup, from the reader's choice to the file among the downloads. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch, type Reader } from '../../scripts/launch'
import { archiveRows, ask, importFrom, tabOf } from './archive'
import { extensionFor } from './builds'
import { FAMILIES } from './families'
import { ADDRESS, web } from './site'
import { waitForMarks } from './surfaces'

describe.each(FAMILIES)('in %s', (family) => {
  let reader: Reader
  let downloads: string
  beforeAll(async () => {
    downloads = await mkdtemp(join(tmpdir(), 'bunmyaku-downloads-'))
    reader = await launch(family, { extension: extensionFor(family), downloads })
  })
  afterAll(async () => {
    await reader?.close()
    await rm(downloads, { recursive: true, force: true })
  })

  it('writes the archive to the downloads as soon as the reader switches it on', async () => {
    const article = await reader.visit(ADDRESS.nikkei, web)
    await waitForMarks(article)
    const page = await reader.extensionPage('library.html#/storage')
    const saved = await ask(page, 'save', { tab: await tabOf(page, ADDRESS.nikkei) })
    expect(saved.result).toBe('saved')
    // 切 / 毎日 / …: the second of the fieldset that says so.
    const daily = '.choice:has(+ .choice) input'
    await page.waitForSelector(daily)
    const choices = await page.$$(daily)
    await choices[1]?.click()
    await page.waitForFunction(
      async () => {
        const { chrome } = globalThis as unknown as {
          chrome: { storage: { local: { get(key: string): Promise<Record<string, unknown>> } } }
        }
        const state = (await chrome.storage.local.get('backup')).backup as
          | { last: unknown; failed: { reason: string } | null }
          | undefined
        if (state?.failed) throw new Error(state.failed.reason)
        return state?.last
      },
      { polling: 200 },
    )
    // Driven Chromium gives downloads names of its own.
    const found = (await readdir(downloads, { recursive: true })).find((name) =>
      name.endsWith('.gz'),
    )
    const path = join(downloads, found ?? '')
    const lines = gunzipSync(await readFile(path))
      .toString('utf8')
      .trim()
      .split('\n')
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'bunmyaku', images: true })
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ type: 'end', counts: { article: 1 } })
    // It is the archive's own file: reading it back finds everything there already.
    const before = await archiveRows(page)
    await importFrom(reader, path)
    expect(await archiveRows(page)).toEqual(before)
    await article.close()
    await page.close()
  })
})
