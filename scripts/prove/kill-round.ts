/** One kill: a browser that works and is killed somewhere within, and what is written down of it. */
import type { Doomed } from './doomed-browser'
import type { Driver } from './driver'

export interface KillResult {
  browser: string
  kills: number
  /** Kills that came while the work was under way; the others came after it. */
  during: number
  acknowledged: number
  /** What was lost, half or wrong, in words; empty is the proof. */
  problems: string[]
  /** Interrupted writes that the check on start tidied away. */
  leftoversRemoved: number
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Kills `browser` within `longest` ms of the page's beginning; true where the work was not done yet. */
export async function killDuring(
  driver: Driver,
  browser: Doomed,
  work: Promise<unknown>,
  longest: number,
  chance: () => number,
): Promise<boolean> {
  let done = false
  const finished = work.then(
    () => {
      done = true
    },
    () => {},
  )
  await Promise.race([driver.begun(), finished])
  await Promise.race([pause(chance() * longest), finished])
  const during = !done
  await browser.kill()
  return during
}

export interface Round {
  driver: Driver
  start: () => Promise<Doomed>
  say: (line: string) => void
  chance: () => number
  /** Articles of the file that imports read. */
  fileArticles: number
}

export const emptyResult = (): KillResult => ({
  browser: '',
  kills: 0,
  during: 0,
  acknowledged: 0,
  problems: [],
  leftoversRemoved: 0,
})
