/** No sentence of the body vanishes, and nothing comes along that the eye does not see. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { extractArticle } from '../../lib/article/extract'
import { toDocument } from '../../lib/article/extracted'
import { parse } from './page'

const URL_HERE = 'https://tayori.example/news/31'
const TITLE = '架空市、図書館の分館を三つ増やす'
const LINES = [
  '架空市は、図書館の分館を来年度から順に三つ増やす計画をまとめた。',
  '市の試算では、建設費は十二億円で、国の補助を除いた負担は七億円になる。',
  '市民からは、開館の時間を延ばすよう求める声が上がっている。',
  '市長は「夏までに場所を決める」と述べ、秋の議会に予算案を出す考えを示した。',
]
const [one, two, three, four] = LINES.map((line) => `<p>${line}</p>`)
const BODY = `${one}${two}${three}${four}`

const pageOf = (inner: string, head = '') =>
  parse(
    `<head><title>${TITLE} - 架空新報</title><meta property="og:type" content="article">
    <meta property="og:title" content="${TITLE}">${head}</head><body>${inner}</body>`,
    URL_HERE,
  )
const article = (inner: string, head = '') => extractArticle(pageOf(inner, head), URL_HERE)
const said = (inner: string, head = ''): string[] =>
  article(inner, head)?.blocks.map((block) => blockText(block)) ?? []
const within = (inner: string) => `<article><h1>${TITLE}</h1>${inner}</article>`

describe('a sentence that begins like a notice', () => {
  const SENTENCES = [
    '記事の無断転載をめぐり、出版社が争っている。',
    '無断使用が後を絶たない。',
    '会員に渡す札は青い色になる。',
    '会員すべてに知らせたという。',
    '会員登録の手続きを簡単にする。',
    '有料会員を二倍に増やす目標だ。',
    'ログインしないと借りられない仕組みを改める。',
    '続きは来月の会議で話し合うという。',
    '続きを読む人のために机を置いた。',
    'この記事は会員制の雑誌に載ったものだ。',
    'この記事は有料だったが、のちに公開された。',
    '全文を読むには半日かかる。',
    '購読を打ち切る自治体も出てきた。',
    '著作権の切れた本を集める。',
    '2026年3月18日、市は説明会を開いた。',
    '公開：市はそう書いた札を立てた。',
    '残り三千冊は来年に回す。',
    '次のページをめくると地図がある。',
  ]
  it.each(SENTENCES)('is kept amid the text: %s', (sentence) => {
    const found = article(within(`${one}<p>${sentence}</p>${two}${three}${four}`))
    expect(found?.blocks.map((block) => blockText(block))).toContain(sentence)
    expect(found?.truncated).toBe(false)
  })

  it.each(SENTENCES)('is kept at the end: %s', (sentence) => {
    const found = article(within(`${BODY}<p>${sentence}</p>`))
    expect(found?.blocks.map((block) => blockText(block))).toEqual([...LINES, sentence])
    expect(found?.truncated).toBe(false)
  })

  it.each(SENTENCES)(
    'is kept at the head, in a list and in a text of line breaks: %s',
    (sentence) => {
      expect(said(within(`<p>${sentence}</p>${BODY}`))[0]).toBe(sentence)
      expect(said(within(`${one}<ul><li>${sentence}</li></ul>${two}${three}`))).toContain(sentence)
      const broken = within(`<div>${LINES[0]}<br><br>${sentence}<br><br>${LINES[1]}</div>`)
      expect(said(broken)).toContain(sentence)
      expect(article(broken)?.truncated).toBe(false)
    },
  )
})

describe('a notice', () => {
  it.each([
    'この記事は会員限定です。',
    'この記事は有料会員限定です。登録すると続きをお読みいただけます。',
    '会員登録をすると、続きをご覧いただけます。',
    '続きを読むにはログインしてください。',
    '残り1,204文字',
    '本サイトに掲載の記事・写真の無断転載を禁じます。',
    '© 2026 架空新報社 無断転載・複製を禁ず',
    '公開：2026年3月18日 10:00　更新：2026年3月20日 11:00',
    '更新 2026年3月20日 11:00 / 公開 2026年3月18日 10:00',
    '令和8年3月18日(水) 午前10時',
  ])('is left out at the end: %s', (notice) =>
    expect(said(within(`${BODY}<p>${notice}</p>`))).toEqual(LINES),
  )

  it.each(['2026年3月18日 10:00 公開', 'この記事は会員限定です。'])(
    'is left out at the head: %s',
    (notice) => expect(said(within(`<p>${notice}</p>${BODY}`))).toEqual(LINES),
  )

  it.each([
    'この記事は会員限定です。登録すると続きをお読みいただけます。',
    '続きを読むにはログインしてください。',
    '残り1,204文字',
  ])('of a wall within the body says that it is cut off: %s', (wall) =>
    expect(
      article(within(`<div class="text">${one}${two}${three}<p>${wall}</p></div>`)),
    ).toMatchObject({
      truncated: true,
    }),
  )
})

describe('a heading worded like a label', () => {
  it.each(['広告', 'PR', '注目の特集', '関連情報', '人気ランキング'])(
    'stays where a text follows: %s',
    (heading) =>
      expect(said(within(`${one}${two}<h2>${heading}</h2>${three}${four}`))).toContain(heading),
  )

  it('goes with its links where a list of them follows', () => {
    const list = '<ul><li><a href="/1">別の話の一</a></li><li><a href="/2">別の話の二</a></li></ul>'
    expect(said(within(`${BODY}<h2>関連記事</h2>${list}`))).toEqual(LINES)
    expect(said(within(`${one}${two}<p>広告</p>${three}${four}`))).toEqual(LINES)
  })
})

describe('what is no paragraph belongs to the body wherever it stands', () => {
  const MATTER: [html: string, text: string][] = [
    ['<ul><li>北館は春</li><li>南館は秋</li></ul>', '北館は春|南館は秋'],
    ['<ol><li>設計は四月</li><li>着工は九月</li></ol>', '設計は四月|着工は九月'],
    ['<dl><dt>分館</dt><dd>小さな図書館</dd></dl>', '分館|小さな図書館'],
    [
      '<table><tr><th>館</th><th>冊数</th></tr><tr><td>北</td><td>三万</td></tr></table>',
      '館\t冊数\n北\t三万',
    ],
    ['<blockquote>本は逃げない</blockquote>', '本は逃げない'],
    [
      '<blockquote><p>本は逃げない</p><footer>市長の言葉</footer></blockquote>',
      '本は逃げない|市長の言葉',
    ],
    ['<figure><img src="/a.jpg"><figcaption>分館の図</figcaption></figure>', '分館の図'],
    ['<pre>北 三万\n南 二万</pre>', '北 三万\n南 二万'],
    ['<details open><summary>問い</summary>答えはまだない</details>', '問い|答えはまだない'],
    ['<aside><blockquote>本は逃げない</blockquote></aside>', '本は逃げない'],
    ['<ul><li>外側<ul><li>内側</li></ul></li></ul>', '外側|内側'],
    [
      '<table><tr><td><table><tr><td>北</td><td>三万</td></tr></table></td></tr></table>',
      '北\t三万',
    ],
  ]
  const joined = (inner: string) => said(inner).join('|')
  it.each(MATTER)('behind the last paragraph: %s', (html, text) => {
    expect(joined(within(`${BODY}${html}`))).toBe([...LINES, text].join('|'))
    expect(joined(within(`<div class="text">${BODY}${html}</div>`))).toBe(
      [...LINES, text].join('|'),
    )
  })
  it.each(MATTER.filter(([html]) => !/aside|details/.test(html)))(
    'beside the box of the paragraphs: %s',
    (html, text) =>
      expect(joined(within(`<div class="text">${BODY}</div>${html}`))).toBe(
        [...LINES, text].join('|'),
      ),
  )
  it.each(MATTER.filter(([html]) => !/aside/.test(html)))('before the first: %s', (html, text) =>
    expect(joined(within(`${html}${BODY}`))).toBe([text, ...LINES].join('|')),
  )
  it.each(MATTER)('amid them: %s', (html, text) =>
    expect(joined(within(`${one}${html}${two}${three}`))).toBe(
      [LINES[0], text, LINES[1], LINES[2]].join('|'),
    ),
  )

  it.each([
    '<p class="sign">（文化部・架空太郎）</p>',
    '<div class="sign">（文化部・架空太郎）</div>',
    '<p style="text-align:right">（文化部・架空太郎）</p>',
  ])('a line of signature: %s', (html) =>
    expect(said(within(`${BODY}${html}`)).at(-1)).toBe('（文化部・架空太郎）'),
  )

  it('behind buttons that share it', () => {
    const share = '<div class="share"><a href="https://s.example/">共有</a></div>'
    expect(joined(within(`${BODY}${share}<ul><li>北館は春</li></ul>`))).toBe(
      [...LINES, '北館は春'].join('|'),
    )
  })

  it('but not what leads to other articles', () => {
    const links = ['一', '二', '三'].map((n) => `<li><a href="/n/${n}">別の記事の題${n}</a></li>`)
    expect(said(within(`${BODY}<ul>${links.join('')}</ul>`))).toEqual(LINES)
    expect(said(within(`<ul>${links.join('')}</ul>${BODY}`))).toEqual(LINES)
  })
})

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
      return extractArticle(document, URL_HERE)?.blocks.map((block) => blockText(block))
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
    ['display:none'],
  ])('not what style hides: %s', (style) => {
    expect(
      inBody(`${one}<p class="x">隠れた一文がここにある。</p>`, `<style>.x{${style}}</style>`),
    ).toBe(LINES[0])
    expect(
      said(within(`${one}<p style="${style}">隠れた一文がここにある。</p>${two}${three}`)),
    ).toEqual(LINES.slice(0, 3))
  })

  it.each(['opacity:0;transition:opacity 1s', 'height:40px', 'left:-12px'])(
    'but what only moves or fades in: %s',
    (style) => expect(inBody(`<p style="${style}">${LINES[0]}</p>`)).toBe(LINES[0]),
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
        URL_HERE,
      ),
      URL_HERE,
    )
    expect(found?.title).toBe(TITLE)
    expect(found?.blocks.slice(0, 4).map((block) => blockText(block))).toEqual(LINES)
  })
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
