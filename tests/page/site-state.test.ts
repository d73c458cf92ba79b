import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SiteFacts, siteState } from '../../lib/page/site-state'

const facts = (more: Partial<SiteFacts> = {}): SiteFacts => ({
  url: new URL('https://www.asahi.com/articles/a.html'),
  off: false,
  granted: false,
  expected: false,
  page: null,
  ...more,
})

describe('what is so of a page', () => {
  it('is that the site is not permitted yet, never that the page is no article', () => {
    expect(siteState(facts())).toEqual({ state: 'not-permitted' })
  })
  it('is that access is withheld where the site belongs to those that are read unasked', () => {
    expect(siteState(facts({ expected: true }))).toEqual({ state: 'withheld' })
  })
  it('is that it cannot be reached where we have access and no script answers', () => {
    expect(siteState(facts({ granted: true }))).toMatchObject({ why: 'unreachable' })
  })
  it.each([
    [null, 'unseen'],
    ['about:config', 'browser'],
    ['chrome://settings/', 'browser'],
    ['https://chromewebstore.google.com/detail/x', 'store'],
    ['https://chrome.google.com/webstore/x', 'store'],
    ['https://addons.mozilla.org/ja/', 'store'],
    ['https://www.boj.or.jp/a/report.PDF', 'pdf'],
  ])('%s cannot be read: %s', (url, why) => {
    expect(siteState(facts({ url: url === null ? null : new URL(url) }))).toEqual({
      state: 'restricted',
      why,
    })
  })
  it('is what the script says, whoever let it in, even at an address like a PDF’s', () => {
    const url = new URL('https://example.jp/a.pdf')
    expect(siteState(facts({ url, page: 'ready' }))).toEqual({ state: 'ready' })
    expect(siteState(facts({ page: 'not-article' }))).toEqual({ state: 'not-article' })
  })
  it('is off wherever the reader switched the site off', () => {
    fc.assert(
      fc.property(
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom(null, 'ready' as const, 'not-article' as const, 'failed' as const),
        (granted, expected, page) => {
          expect(siteState(facts({ off: true, granted, expected, page }))).toEqual({
            state: 'site-off',
          })
        },
      ),
    )
  })
})
