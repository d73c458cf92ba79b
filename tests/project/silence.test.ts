/** Nothing is sent: the code itself has one place only that can ask a remote host for anything. */
import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const REMOTE = /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts\(/
/** What comes with the extension itself is no host. */
const OWN = /fetch\(browser\.runtime\.getURL\(/
const PICTURES = 'lib/archive/images.ts'

const sources = ['lib', 'entrypoints', 'components'].flatMap((room) =>
  globSync(`${room}/**/*.{ts,tsx}`),
)

describe('the code that ships', () => {
  it('asks a host for something in one file only: where the reader wants pictures kept', () => {
    const asking = sources.filter((path) =>
      readFileSync(path, 'utf8')
        .split('\n')
        .some((line) => REMOTE.test(line) && !OWN.test(line)),
    )
    expect(asking).toEqual([PICTURES])
  })

  it('makes no HTML outside the sanitiser', () => {
    const making = sources.filter((path) =>
      /\b(innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/.test(
        readFileSync(path, 'utf8'),
      ),
    )
    expect(making).toEqual([])
  })
})
