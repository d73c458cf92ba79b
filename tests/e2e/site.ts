/** The open web as the tests know it: pages written for this project, under the hosts they imitate. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Site } from '../../scripts/launch'
import { ROOT } from '../../scripts/setup.mjs'

export const ADDRESS = {
  nikkei: 'https://www.nikkei.com/article/DGXZQOUA180AB0Y6A310C2000000/',
  'nhk-web': 'https://news.web.nhk/newsweb/na/na-k10015099001000',
  'nhk-www3': 'https://www3.nhk.or.jp/news/html/20260318/k10015099001000.html',
  'nhk-easy': 'https://news.web.nhk/news/easy/ne2026031811001/ne2026031811001.html',
  'not-article': 'https://www.nikkei.com/',
  blog: 'https://blog.example/entry/1',
} as const
export type PageName = keyof typeof ADDRESS

const fixture = (name: string): string =>
  readFileSync(join(ROOT, 'tests/fixtures/pages', `${name}.html`), 'utf8')

const bodies = new Map(
  Object.entries(ADDRESS).map(([name, url]) => [new URL(url).href, fixture(name)]),
)

/** Every page at its address; anything else is not there. */
export const web: Site = (url) => {
  const body = bodies.get(url.href)
  return body === undefined ? null : { body }
}

/** One page changed: `change` gets its HTML. */
export const changed =
  (name: PageName, change: (html: string) => string, headers?: Record<string, string>): Site =>
  (url) =>
    url.href === ADDRESS[name]
      ? { body: change(fixture(name)), ...(headers ? { headers } : {}) }
      : web(url)
