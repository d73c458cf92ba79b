/** What the eye sees is read, and nothing else: buttons, shadow roots, styles, headlines, pictures. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { extractArticle } from '../../lib/article/extract'
import { toDocument } from '../../lib/article/extracted'
import {
  ADDRESS,
  article,
  BODY,
  four,
  LINES,
  one,
  pageOf,
  said,
  TITLE,
  three,
  two,
  within,
} from './library-page'
import { parse } from './page'

describe('what the eye sees is read', () => {
  const inBody = (html: string, head = '') => said(within(`${html}${two}${three}${four}`), head)[0]

  it.each([
    ['<p>市は<button type="button">分館</button>を増やす。</p>', '市は分館を増やす。'],
    ['<p><button>分館</button>を増やす。</p>', '分館を増やす。'],
    ['<p>増えるのは<button>分館</button></p>', '増えるのは分館'],
    ['<p>市は<b>北の</b><button>分館</button><b>だけ</b>直す。</p>', '市は北の分館だけ直す。'],
    ['<p>市が直す。<button>共有する</button></p>', '市が直す。'],
    ['<p>市が直す。</p><div><button>共有</button><button>印刷</button></div>', '市が直す。'],
  ])('words of a button amid a sentence: %s', (html, text) => expect(inBody(html)).toBe(text))

  it('what a dialog hides from screen readers alone', () => {
    const root = `<div id="root" aria-hidden="true"><main>${within(BODY)}</main></div>`
    expect(said(`${root}<div role="dialog"><p>お知らせが一つある。</p></div>`)).toEqual(LINES)
    expect(said(within(`<div class="text" aria-hidden="true">${BODY}</div>`))).toEqual(LINES)
  })

  it('what stands in open shadow roots, also in slots', () => {
    const shadow = (html: string, inner: string) => {
      const document = pageOf(html)
      for (const host of document.querySelectorAll('x-host'))
        host.attachShadow({ mode: 'open' }).innerHTML = inner
      return extractArticle(document, ADDRESS)?.blocks.map((block) => blockText(block))
    }
    expect(shadow(`<main><h1>${TITLE}</h1><x-host></x-host></main>`, BODY)).toEqual(LINES)
    expect(shadow(within(`${one}<x-host></x-host>${three}${four}`), two ?? '')).toEqual(LINES)
    expect(
      shadow(
        `<x-host><h1 slot="head">${TITLE}</h1>${one}${two}<p slot="end">${LINES[3]}</p></x-host>`,
        `<article><slot name="head"></slot><slot></slot>${three}<slot name="end"></slot></article>`,
      ),
    ).toEqual(LINES)
    expect(shadow('<x-host></x-host>', `<article><h1>${TITLE}</h1>${BODY}</article>`)).toEqual(
      LINES,
    )
  })

  it.each([
    ['height:0;overflow:hidden'],
    ['position:absolute;left:-9999px'],
    ['text-indent:-9999px'],
    ['clip-path:inset(50%)'],
    ['position:absolute;clip:rect(0,0,0,0)'],
    ['opacity:0'],
    ['font-size:0'],
    ['visibility:hidden'],
    ['color:transparent'],
    ['color:rgba(0, 0, 0, 0)'],
    ['transform:scale(0)'],
    ['display:none'],
  ])('not what style hides: %s', (style) => {
    expect(
      inBody(`${one}<p class="x">隠れた一文がここにある。</p>`, `<style>.x{${style}}</style>`),
    ).toBe(LINES[0])
    expect(
      said(within(`${one}<p style="${style}">隠れた一文がここにある。</p>${two}${three}`)),
    ).toEqual(LINES.slice(0, 3))
  })

  it.each([
    'opacity:0;transition:opacity 1s',
    'height:40px',
    'left:-12px',
    'transform:scale(0.98)',
    'color:transparent;background-clip:text',
  ])('but what only moves, fades in or has its colour from behind: %s', (style) =>
    expect(inBody(`<p style="${style}">${LINES[0]}</p>`)).toBe(LINES[0]),
  )

  it('with the line ends that style keeps', () => {
    const style = '<style>.b{white-space:pre-line}.l{display:block}</style>'
    expect(
      said(within(`<div class="b">${LINES[0]}\n\n${LINES[1]}\n${LINES[2]}</div>`), style),
    ).toEqual([LINES[0], `${LINES[1]}\n${LINES[2]}`])
    expect(
      said(
        within(`<div>${LINES.map((line) => `<span class="l">${line}</span>`).join('')}</div>`),
        style,
      ),
    ).toEqual(LINES)
    expect(said(within(`<pre>${LINES.join('\n')}</pre>`))).toEqual([LINES.join('\n')])
  })
})

/** Enough for a page that does not say of itself that it is an article. */
const LONGER =
  '<p>分館は、駅の東口と港の近く、それに丘の上の古い校舎に置かれる見通しで、いずれも歩いて通えるところを選んだという。</p>'.repeat(
    2,
  )

describe('a headline that is no h1, h2 or h3', () => {
  it.each([
    `<div class="ttl">${TITLE}</div>`,
    `<h4>${TITLE}</h4>`,
    `<div role="heading" aria-level="1">${TITLE}</div>`,
    `<p><strong>${TITLE}</strong></p>`,
    `<h1>架空新報デジタル</h1><div class="midashi">${TITLE}</div>`,
    `<table><tr><td><font size="5">${TITLE}</font></td></tr></table>`,
  ])('is known by og:title: %s', (headline) => {
    const found = extractArticle(
      parse(
        `<head><title>${TITLE} - 架空新報</title><meta property="og:title" content="${TITLE}"></head>
         <body>${headline}<div class="text">${BODY}${LONGER}</div></body>`,
        ADDRESS,
      ),
      ADDRESS,
    )
    expect(found?.title).toBe(TITLE)
    expect(found?.blocks.slice(0, 4).map((block) => blockText(block))).toEqual(LINES)
  })
})

describe('a headline that no element shows', () => {
  it.each(['', `<h1><img src="/t.png" alt="${TITLE}"></h1>`])(
    'is taken from what the page says of itself: %s',
    (shown) => {
      const found = article(`${shown}<div class="text">${BODY}</div>`)
      expect(found?.title).toBe(TITLE)
      const texts = found?.blocks.filter(({ kind }) => kind !== 'figure')
      expect(texts?.map((block) => blockText(block))).toEqual(LINES)
    },
  )
})

describe('pictures', () => {
  const LATE = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=='
  it.each([
    '<img data-lazy="/i.jpg" src="/blank.gif">',
    '<img class="lazy" src="/dummy.png"><noscript><img src="/i.jpg"></noscript>',
    '<img data-srcset="/small.jpg 320w, /i.jpg 640w">',
    '<img data-echo="/i.jpg" src="/img/loading.gif">',
    `<img data-original="/i.jpg" src="${LATE}">`,
    `<picture><source data-srcset="/i.jpg"><img src="${LATE}"></picture>`,
    '<picture><source srcset="/i.jpg 1x"><img></picture>',
    '<img srcset="/small.jpg 1x, /i.jpg 2x">',
    '<img width="1" height="1" src="/spacer.gif" data-hi-res-src="/i.jpg">',
    '<img src="/i.jpg" loading="lazy">',
  ])('have their real file: %s', (html) => {
    const blocks = article(
      within(`${one}<figure>${html}<figcaption>図</figcaption></figure>${two}${three}`),
    )?.blocks
    expect(blocks?.find(({ kind }) => kind === 'figure')).toMatchObject({
      image: { src: 'https://tayori.example/i.jpg' },
    })
  })

  it.each([
    `<p>${LINES[0]}<img src="/i.jpg">${LINES[1]}</p>`,
    '<p><a href="/i/big.jpg"><img src="/i.jpg"></a></p>',
    '<p><a href="/photo/12"><img src="/i.jpg"></a></p>',
    `<div>${LINES[0]}<br><img src="/i.jpg"><br>${LINES[1]}</div>`,
  ])('stand where they are within a text or a link: %s', (html) => {
    const blocks = article(within(`${html}${two}${three}${four}`))?.blocks ?? []
    expect(blocks.filter(({ kind }) => kind === 'figure')).toHaveLength(1)
    expect(blocks.map((block) => blockText(block)).join('')).toContain(LINES[2])
  })
})

describe('what is longer than a page is', () => {
  it('is said to be cut', () => {
    const long = `${'あ'.repeat(40)}。`.repeat(26_000)
    const found = article(within(`${one}${two}<p>${long}</p>`))
    expect(found?.truncated).toBe(true)
  }, 60_000)

  it('a name of a publisher breaks no message', () => {
    const found = article(
      within(BODY),
      `<meta property="og:site_name" content="${'報'.repeat(301)}">`,
    )
    expect(found?.publisher?.length).toBe(300)
    if (found)
      expect(toDocument({ ...found, publisher: '報'.repeat(900) }).publisher).toHaveLength(300)
  })
})
