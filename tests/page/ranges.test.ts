// @vitest-environment jsdom
import { beforeEach, describe, expect, test } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { readBlocks } from '../../lib/article/read-blocks'
import { rangesOf } from '../../lib/page/ranges'

/** What the ranges of `term` cover, each as text. */
function cover(html: string, term: string): string[] {
  document.body.innerHTML = html
  const [read] = readBlocks([document.body])
  if (!read) throw new Error('no block')
  const start = blockText(read.block).indexOf(term)
  expect(start).toBeGreaterThanOrEqual(0)
  return rangesOf(read.segments, start, start + term.length).map(String)
}

describe('the ranges of a mention', () => {
  beforeEach(() => {
    document.body.innerHTML = ''
  })

  test('run across inline elements', () => {
    const html = '<p>首相官邸の<b>国家安全</b>保<a href="#">障局</a>が調整を進めている。</p>'
    expect(cover(html, '国家安全保障局')).toEqual(['国家安全', '保', '障局'])
  })

  test('leave the readings of ruby out', () => {
    const html =
      '<p><ruby>日<rt>にち</rt></ruby><ruby>米<rt>べい</rt></ruby><ruby>同盟<rp>(</rp><rt>どうめい</rt><rp>)</rp></ruby>を強くすると決めた。</p>'
    expect(cover(html, '日米同盟')).toEqual(['日', '米', '同盟'])
  })

  test('cover only the part of a text that was meant', () => {
    expect(cover('<p>日米同盟の抑止力を具体的に見せる。</p>', '抑止力')).toEqual(['抑止力'])
  })

  test('are none where the page has changed since it was read', () => {
    document.body.innerHTML = '<p>日米同盟の抑止力を具体的に見せる。</p>'
    const [read] = readBlocks([document.body])
    const text = document.querySelector('p')?.firstChild
    if (!read || !(text instanceof Text)) throw new Error('no text')
    text.data = '短い'
    expect(rangesOf(read.segments, 5, 8)).toEqual([])
  })
})
