/** A real browser on a profile that outlives it, to be killed without a warning. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import puppeteer, { type Browser, type Page } from 'puppeteer-core'
import { findBrowser } from '../browsers.mjs'
import type { Family } from '../launch'

const ARGUMENTS: Record<Family, string[]> = {
  chromium: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  firefox: [],
}

export interface Doomed {
  page: Page
  version: string
  /** Calls a function of the page's `proof`. Never settles once the browser is killed. */
  call(name: string, ...args: unknown[]): Promise<unknown>
  /** SIGKILL, and waits until the process is gone. */
  kill(): Promise<void>
}

/**
 * Starts the browser on `profile` with the page open.
 * @throws Error where it is not installed or does not start.
 */
export async function startDoomed(
  family: Family,
  profile: string,
  origin: string,
): Promise<Doomed> {
  const executablePath = findBrowser(family)
  if (!executablePath) throw new Error(`${family} is not installed`)
  // A killed browser leaves its locks behind.
  for (const lock of ['SingletonLock', 'lock', '.parentlock'])
    await rm(join(profile, lock), { force: true })
  const browser: Browser = await puppeteer.launch({
    browser: family === 'firefox' ? 'firefox' : 'chrome',
    executablePath,
    userDataDir: profile,
    args: ARGUMENTS[family],
    protocolTimeout: 300_000,
  })
  const page = await browser.newPage()
  await page.goto(origin)
  return {
    page,
    version: await browser.version(),
    call: (name, ...args) =>
      page.evaluate(
        (method, given) =>
          (globalThis as unknown as { proof: Record<string, (...a: unknown[]) => unknown> }).proof[
            method
          ]?.(...given),
        name,
        args,
      ),
    async kill() {
      const child = browser.process()
      if (!child || child.exitCode !== null || child.signalCode !== null) return
      const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
      child.kill('SIGKILL')
      await gone
    },
  }
}
