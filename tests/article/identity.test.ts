import { describe, expect, it } from 'vitest'
import { believed } from '../../lib/article/believed'
import { extractArticle } from '../../lib/article/extract'
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

  it.each([
    'gbraid wbraid gad_source ttclid twclid srsltid _hsenc mkt_tok cmp ncid smid at_medium utm-source',
    'li_fat_id fb_action_ids mibextid utm_id UTM_Source hsa_acc mtm_campaign __s ref_src igsh',
  ])('leaves out what only tracks: %s', (names) => {
    for (const name of names.split(' '))
      expect(canonicalAddress(`https://x.example/a?${name}=1&id=7`)).toBe(
        'https://x.example/a?id=7',
      )
  })

  it.each('pid src from source cid dist ref id p share type s at utmost'.split(' '))(
    'keeps what may name a page: %s',
    (name) =>
      expect(canonicalAddress(`https://x.example/a?${name}=1041`)).toBe(
        `https://x.example/a?${name}=1041`,
      ),
  )

  it.each([
    'https://google.ev/amp/s/x.example/news/1',
    'https://google.co.xx/amp/s/x.example/news/1',
    'https://cdn.ampproject.org.evil.example/c/s/x.example/news/1',
    'https://notbing.com/amp/s/x.example/news/1',
  ])('takes no stranger for a cache: %s', (address) =>
    expect(canonicalAddress(address)).toBe(address),
  )

  it('knows the caches of Google and Bing', () => {
    for (const cache of ['https://www.google.com/amp/s/', 'https://www.bing.com/amp/s/'])
      expect(canonicalAddress(`${cache}x.example/news/1`)).toBe('https://x.example/news/1')
  })
})

describe('what a page says of its address', () => {
  const TEXT = '<p>港町の市場は、来月から朝の開場を一時間早めることになった。</p>'.repeat(8)
  const of = (said: string, url: string, tag = 'canonical') => {
    const head =
      tag === 'canonical'
        ? `<link rel="canonical" href="${said}">`
        : tag === 'json-ld'
          ? `<script type="application/ld+json">{"@type":"NewsArticle","mainEntityOfPage":"${said}"}</script>`
          : `<meta property="${tag}" content="${said}">`
    const html = `<head>${head}</head><article><h1>市場の朝を早める町</h1>${TEXT}</article>`
    const found = extractArticle(parse(html, url), url)
    if (!found) throw new Error('an article was expected')
    return believed(found)
  }

  it.each(['canonical', 'og:url', 'json-ld'])('is believed within its site: %s', (tag) => {
    const url = 'https://digital.x-shinbun.co.jp/articles/1?from=top'
    const whole = 'https://www.x-shinbun.co.jp/articles/1'
    expect(of(whole, url, tag)).toMatchObject({ url: whole })
    expect(of(whole, url, tag).addresses).toEqual(expect.arrayContaining([whole, url]))
  })

  it.each([
    ['https://mikata.hatenablog.com/entry/1', 'https://teki.hatenablog.com/entry/1'],
    ['https://mikata.github.io/a', 'https://teki.github.io/a'],
    ['https://mikata.blogspot.com/2026/a.html', 'https://teki.blogspot.com/2026/a.html'],
    ['https://mikata.vercel.app/a', 'https://teki.vercel.app/a'],
    ['https://mikata.tokyo.jp/a', 'https://teki.tokyo.jp/a'],
    ['https://mikata.s3.amazonaws.com/a.html', 'https://teki.s3.amazonaws.com/a.html'],
    ['https://s3.amazonaws.com/mikata/a.html', 'https://s3.amazonaws.com/teki/a.html'],
    ['https://note.com/mikata/n/n1', 'https://note.com/teki/n/n2'],
    ['https://medium.com/@mikata/a', 'https://medium.com/@teki/b'],
    ['https://www.daigaku.ac.jp/~mikata/a.html', 'https://www.daigaku.ac.jp/~teki/a.html'],
    ['https://news.example.co.jp/a', 'https://teki.co.jp/a'],
    ['https://www.fnn.jp/articles/1', 'https://news.yahoo.co.jp/articles/abc'],
    ['https://192.0.2.7/a', 'https://192.0.2.8/a'],
    ['https://www.nikkei.com/article/1', 'https://google.ev/amp/s/www.nikkei.com/article/1'],
  ])('is not believed of a neighbour: %s', (victim, here) => {
    expect(of(victim, here).url).toBe(here)
    expect(of(victim, here).addresses).not.toContain(victim)
  })

  it('is believed of the same author', () => {
    expect(of('https://note.com/mikata/n/n1', 'https://note.com/mikata/n/n1?magazine=2').url).toBe(
      'https://note.com/mikata/n/n1',
    )
  })

  it('is not believed where it calls a front page every article', () => {
    const url = 'https://x.example/articles/1'
    expect(of('https://x.example/', url, 'og:url').url).toBe(url)
  })
})
