/** Starts a real browser with the extension in it. One interface for Chromium and Firefox. */
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core'
import { findBrowser } from './browsers.mjs'

export type Family = 'chromium' | 'firefox'

/** A page served for an address: what the test says stands there. */
export type Answer = {
  status?: number
  contentType?: string
  body: string
  headers?: Record<string, string>
}
export type Site = (url: URL) => Answer | null

export interface Reader {
  family: Family
  browser: Browser
  /** Origin of the extension's own pages. */
  origin: string
  profile: string
  /** Opens an address of the open web, answered by `site`. */
  visit(url: string, site: Site): Promise<Page>
  /** Opens one of the extension's own pages. */
  extensionPage(path: string): Promise<Page>
  close(): Promise<void>
}

const QUIET_CHROMIUM = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=ja',
  '--force-color-profile=srgb',
]

const QUIET_FIREFOX = {
  'intl.accept_languages': 'ja,en',
  'intl.locale.requested': 'ja',
  'extensions.webextOptionalPermissionPrompts': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  // moz-extension: pages can be found by the driver only under a known id.
  'extensions.webextensions.uuids': JSON.stringify({
    'bunmyaku@bunmyaku.example': '5f1c8f0e-6b1e-4c37-9a55-0b2f6f0c9d11',
  }),
}
const FIREFOX_ORIGIN = 'moz-extension://5f1c8f0e-6b1e-4c37-9a55-0b2f6f0c9d11'

export interface Launch {
  /** Folder of the unpacked extension. */
  extension: string
  /** A profile to come back to; a fresh one is made and removed otherwise. */
  profile?: string
  width?: number
  height?: number
  headless?: boolean
  /** Folder that downloads go to without a question; the browser's own otherwise. */
  downloads?: string
}

/** @throws Error where the browser is not installed or does not start. */
export async function launch(family: Family, options: Launch): Promise<Reader> {
  const executablePath = findBrowser(family)
  if (!executablePath) throw new Error(`${family} is not installed`)
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'bunmyaku-')))
  const fresh = (await readdir(profile).catch(() => [])).length === 0
  const viewport = { width: options.width ?? 1200, height: options.height ?? 900 }
  const common = {
    executablePath,
    headless: options.headless ?? true,
    userDataDir: profile,
    // Chromium on Linux takes its language from here, not from --lang.
    env: { ...process.env, LANG: 'ja_JP.UTF-8', LC_ALL: 'ja_JP.UTF-8', LANGUAGE: 'ja' },
    defaultViewport: viewport,
  }
  const browser =
    family === 'chromium'
      ? await puppeteer.launch({
          ...common,
          browser: 'chrome',
          pipe: true,
          enableExtensions: [options.extension],
          args: QUIET_CHROMIUM,
        })
      : await puppeteer.launch({
          ...common,
          browser: 'firefox',
          args: ['--remote-allow-system-access'],
          extraPrefsFirefox: {
            ...QUIET_FIREFOX,
            ...(options.downloads && {
              'browser.download.folderList': 2,
              'browser.download.dir': options.downloads,
            }),
          },
        })
  let origin = FIREFOX_ORIGIN
  if (family === 'chromium') {
    const worker = await browser.waitForTarget((target) => target.type() === 'service_worker')
    origin = new URL(worker.url()).origin
    // A custom scheme has no origin of its own in Node's URL.
    if (origin === 'null') origin = worker.url().split('/').slice(0, 3).join('/')
    if (options.downloads) {
      const session = await browser.target().createCDPSession()
      await session.send('Browser.setDownloadBehavior', {
        behavior: 'allow',
        downloadPath: options.downloads,
      })
    }
  } else await browser.installExtension(options.extension)

  if (fresh) await closeWelcome(browser)

  return {
    family,
    browser,
    origin,
    profile,
    async visit(url, site) {
      const page = await browser.newPage()
      await serve(page, site)
      await page.goto(url, { waitUntil: 'domcontentloaded' })
      return page
    },
    async extensionPage(path) {
      const page = await browser.newPage()
      const opened = page.goto(`${origin}/${path}`, { waitUntil: 'domcontentloaded' })
      // Firefox never reports the end of a navigation to moz-extension:.
      if (family === 'chromium') await opened
      else {
        opened.catch(() => undefined)
        await untilLoaded(page)
      }
      return page
    },
    async close() {
      await browser.close()
      if (!options.profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

/** The tab that opens after installation would lie over the page that is being looked at. */
async function closeWelcome(browser: Browser): Promise<void> {
  for (let left = 80; left > 0; left--) {
    const welcome = (await browser.pages()).find((page) => page.url().includes('view=welcome'))
    if (welcome) return welcome.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Polls from outside: a question put to a document that is just going fails, and is put again. */
async function untilLoaded(page: Page): Promise<void> {
  for (let left = 150; left > 0; left--) {
    const loaded = await page
      .evaluate(() => document.readyState === 'complete' && location.protocol === 'moz-extension:')
      .catch(() => false)
    if (loaded) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${page.url()} did not load`)
}

/** Answers whatever the page asks of the open web by `site`. */
export async function serve(page: Page, site: Site): Promise<void> {
  await page.setRequestInterception(true)
  page.on('request', (request) => void answer(request, site))
}

async function answer(request: HTTPRequest, site: Site): Promise<void> {
  // What the frame of a card loads comes out of the extension.
  if (!/^https?:/.test(request.url())) return request.continue()
  const found = site(new URL(request.url()))
  await request.respond({
    status: found?.status ?? (found ? 200 : 404),
    contentType: found?.contentType ?? 'text/html; charset=utf-8',
    headers: found?.headers ?? {},
    // Without a body Chromium shows an error page of its own instead.
    body: found?.body ?? '404',
  })
}
