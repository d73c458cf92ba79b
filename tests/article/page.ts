/** Pages for the tests of this room. */
import { readFileSync } from 'node:fs'
import { JSDOM, VirtualConsole } from 'jsdom'

const FOLDER = new URL('../fixtures/pages/', import.meta.url)

/** Addresses under which the written pages are served. */
export const ADDRESSES = {
  nikkei: 'https://www.nikkei.com/article/DGXZQOUA180AB0Y6A310C2000000/',
  'nhk-www3': 'https://www3.nhk.or.jp/news/html/20260115/k10019990001000.html',
  'nhk-web': 'https://news.web.nhk/newsweb/na/na-k10019990002000',
  'nhk-easy': 'https://www3.nhk.or.jp/news/easy/k10019990003000/k10019990003000.html',
  asahi: 'https://www.asahi.com/articles/AST9990001FIXTURE.html',
  yomiuri: 'https://www.yomiuri.co.jp/politics/20260312-OYT1T50999/',
  yahoo: 'https://news.yahoo.co.jp/articles/fixture0000000000000000000000000000000001',
  blog: 'https://blog.example/entry/three-documents',
  'blog-b': 'https://blog-b.example/entry/2026/03/24/foip',
  'not-article': 'https://www.nikkei.com/politics/',
} as const
export type PageName = keyof typeof ADDRESSES

/** A document parsed from HTML, as a browser would have it without scripts. */
export const parse = (html: string, url = 'https://news.example/article/1'): Document =>
  new JSDOM(html, { url, virtualConsole: new VirtualConsole() }).window.document

/** One of the pages in tests/fixtures/pages. */
export const page = (name: PageName): Document =>
  parse(readFileSync(new URL(`${name}.html`, FOLDER), 'utf8'), ADDRESSES[name])
