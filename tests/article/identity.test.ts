import { describe, expect, it } from 'vitest'
import { addressesOf } from '../../lib/article/addresses'
import { canonicalAddress } from '../../lib/article/identity'
import { parse } from './page'

describe('one article under its many addresses', () => {
  it.each([
    [
      'https://www.nikkei.com/article/DG1/?n_cid=DSREA001&unlock=1',
      'https://www.nikkei.com/article/DG1/',
    ],
    ['http://www.nikkei.com/article/DG1/#k-comments', 'https://www.nikkei.com/article/DG1/'],
    [
      'https://www.asahi.com/articles/A1.html?iref=comtop&utm_source=x',
      'https://www.asahi.com/articles/A1.html',
    ],
    ['https://amp.asahi.com/articles/A1.html', 'https://asahi.com/articles/A1.html'],
    ['https://s.example.jp/a/1?fbclid=2', 'https://example.jp/a/1'],
    ['https://x.example/news/1/amp/', 'https://x.example/news/1/'],
    ['https://x.example/news/1?amp=1&id=7', 'https://x.example/news/1?id=7'],
    ['https://www.google.co.jp/amp/s/x.example/news/1', 'https://x.example/news/1'],
    [
      'https://google.evil.example/amp/s/x.example/1',
      'https://google.evil.example/amp/s/x.example/1',
    ],
    ['https://www-x-example.cdn.ampproject.org/c/s/x.example/news/1', 'https://x.example/news/1'],
    ['https://user:secret@x.example/a?page=2', 'https://x.example/a?page=2'],
  ])('%s is %s', (address, canonical) => expect(canonicalAddress(address)).toBe(canonical))

  it.each(['javascript:alert(1)', 'data:text/html,x', 'about:blank', 'nonsense', ''])(
    '%j names no article',
    (address) => expect(canonicalAddress(address)).toBeNull(),
  )

  it('cleans an address once for all', () => {
    const once = canonicalAddress('http://m.x.example/a/amp/?utm_medium=1&b=2#c')
    expect(canonicalAddress(once ?? '')).toBe(once)
  })

  const addresses = (head: string, url: string) =>
    addressesOf(parse(`<head>${head}</head>`, url), url)

  it('believes a canonical link within the site', () => {
    const url = 'https://digital.x.example/articles/1?from=top'
    expect(
      addresses('<link rel="canonical" href="https://www.x.example/articles/1">', url),
    ).toEqual({
      url: 'https://www.x.example/articles/1',
      addresses: ['https://www.x.example/articles/1', 'https://digital.x.example/articles/1', url],
    })
  })

  it('keeps a portal’s copy apart from the original that it names', () => {
    const url = 'https://news.yahoo.co.jp/articles/abc'
    const head = '<link rel="canonical" href="https://www.fnn.jp/articles/1">'
    expect(addresses(head, url).url).toBe(url)
  })

  it('does not believe a front page to be every article', () => {
    const url = 'https://x.example/articles/1'
    expect(addresses('<meta property="og:url" content="https://x.example/">', url).url).toBe(url)
  })
})
