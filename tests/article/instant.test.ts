import { describe, expect, it } from 'vitest'
import { toInstant } from '../../lib/article/instant'
import { findPublished } from '../../lib/article/published'
import { page, parse } from './page'

describe('dates as publishers write them', () => {
  it.each([
    ['2026-03-18T02:00:00+09:00', '2026-03-18T02:00:00+09:00'],
    ['20180619T055000+0900', '2018-06-19T05:50:00+09:00'],
    ['2021-10-13T02:03:08.000+0900', '2021-10-13T02:03:08+09:00'],
    ['2026-03-17T17:00:00.000Z', '2026-03-17T17:00:00Z'],
    ['2024-10-13T22:43', '2024-10-13T22:43:00+09:00'],
    ['2021-10-13 07:00:13', '2021-10-13T07:00:13+09:00'],
    ['2025/01/31 11:30', '2025-01-31T11:30:00+09:00'],
    ['2026年1月18日午前11時33分', '2026-01-18T11:33:00+09:00'],
    ['2026年1月18日午後6時10分', '2026-01-18T18:10:00+09:00'],
    ['２０２６年１月１８日', '2026-01-18'],
    ['2026-01-18', '2026-01-18'],
    ['20260118', '2026-01-18'],
  ])('%s is %s', (written, instant) => expect(toInstant(written)).toBe(instant))

  it.each([
    '',
    '   ',
    'yesterday',
    '2026-13-01',
    '2026-02-30',
    '0000-00-00',
    'T10:00',
    '１月',
    null,
  ])('does not take %j for a date', (written) => expect(toInstant(written)).toBeNull())

  it('keeps the day of a time that cannot be', () => {
    expect(toInstant('2026-03-18T29:99:00+09:00')).toBe('2026-03-18')
  })
})

describe('when an article was published', () => {
  const published = (head: string, body = '', url?: string) =>
    findPublished(
      parse(`<head>${head}</head><body>${body}</body>`, url),
      url ?? 'https://a.example/1',
    )
  const jsonLd = (text: string) => `<script type="application/ld+json">${text}</script>`
  const late =
    '<article><h1>見出し</h1><time datetime="2026-03-17T17:00:00.000Z">3月18日 2:00</time></article>'

  it('is what JSON-LD says, before a time element in another zone', () => {
    const ld = jsonLd('{"@type":"NewsArticle","datePublished":"2026-03-18T02:00:00+09:00"}')
    expect(published(ld, late)).toBe('2026-03-18T02:00:00+09:00')
  })

  it.each([
    ['an array', '[{"@type":"WebPage"},{"@type":"NewsArticle","datePublished":"2026-03-18"}]'],
    ['a graph', '{"@graph":[{"@type":["Article","NewsArticle"],"datePublished":"2026-03-18"}]}'],
    ['a trailing comma', '{"@type":"NewsArticle","datePublished":"2026-03-18",}'],
    [
      'a line break inside a string',
      '{"@type":"NewsArticle","headline":"一\n二","datePublished":"2026-03-18"}',
    ],
    ['a comment around it', '<!-- {"@type":"BlogPosting","datePublished":"2026-03-18"} -->'],
  ])('is found in JSON-LD with %s', (_, text) => expect(published(jsonLd(text))).toBe('2026-03-18'))

  it.each([
    ['broken', '{"@type":"NewsArticle","datePublished":'],
    ['empty', '{"@type":"NewsArticle","datePublished":""}'],
    ['of another thing', '{"@type":"Organization","datePublished":"2001-01-01"}'],
    ['nested without end', '['.repeat(50_000)],
  ])('comes from elsewhere when JSON-LD is %s', (_, text) =>
    expect(published(jsonLd(text), late)).toBe('2026-03-17T17:00:00Z'),
  )

  it('is what meta elements say', () => {
    expect(
      published('<meta property="article:published_time" content="2026-03-18T02:00:00+09:00">'),
    ).toBe('2026-03-18T02:00:00+09:00')
    expect(
      published('<meta name="pubdate" content="oops"><meta name="date" content="2026-03-18">'),
    ).toBe('2026-03-18')
  })

  it('takes the year of a day printed without one from what the page names', () => {
    const body = '<p id="js-article-date">[03月20日 19時30分]</p><img src="/html/20260320/a.jpg">'
    expect(published('', body)).toBe('2026-03-20T19:30:00+09:00')
  })

  it('knows that such a day lies in the next year when the page names one just before it', () => {
    const body = '<p id="js-article-date">[01月02日 9時00分]</p><img src="/html/20251231/a.jpg">'
    expect(published('', body)).toBe('2026-01-02T09:00:00+09:00')
  })

  it('is unknown where the page says nothing', () =>
    expect(published('', '<p>本文。</p>')).toBeNull())

  it.each([
    ['nikkei', '2026-03-18T02:00:00+09:00'],
    ['nhk-www3', '2026-01-15T23:40:12+09:00'],
    ['nhk-easy', '2026-03-20T19:30:00+09:00'],
    ['yahoo', '2026-04-02T23:58:00+09:00'],
    ['blog', '2026-02-23'],
    ['blog-b', '2026-03-24T21:15:00+09:00'],
  ] as const)('of %s is %s', (name, instant) =>
    expect(findPublished(page(name), 'https://a.example/1')).toBe(instant),
  )
})

describe('dates as Japanese pages write them', () => {
  it.each([
    ['令和8年3月18日(水)', '2026-03-18'],
    ['令和８年３月１８日（水）午前９時', '2026-03-18T09:00:00+09:00'],
    ['令和元年5月1日', '2019-05-01'],
    ['平成31年4月30日', '2019-04-30'],
    ['昭和64年1月7日', '1989-01-07'],
    ['R8.3.18', '2026-03-18'],
    ['H31.04.30', '2019-04-30'],
    ['R8/3/18 10:05', '2026-03-18T10:05:00+09:00'],
    ['二〇二六年三月十八日', '2026-03-18'],
    ['二〇二五年十二月二十一日', '2025-12-21'],
    ['令和八年三月十八日', '2026-03-18'],
    ['26/03/18', '2026-03-18'],
    ["'26.3.18 7:30", '2026-03-18T07:30:00+09:00'],
    ['26年3月18日', '2026-03-18'],
    ['March 18, 2026', '2026-03-18'],
    ['Mar. 18th, 2026 5:30 PM', '2026-03-18T17:30:00+09:00'],
    ['18 March 2026', '2026-03-18'],
    ['Wed, 18 Mar 2026 01:00:00 +0900', '2026-03-18T01:00:00+09:00'],
    ['Wed, 18 Mar 2026 01:00:00 GMT', '2026-03-18T01:00:00Z'],
    ['1773795600', '2026-03-18T10:00:00+09:00'],
    ['1773795600000', '2026-03-18T10:00:00+09:00'],
    ['03/18/2026', '2026-03-18'],
    ['18/03/2026', '2026-03-18'],
    ['2026.3.18', '2026-03-18'],
    ['2026年3月18日 水曜日 午後3時', '2026-03-18T15:00:00+09:00'],
    ['2026-03-18 10:00:00 JST', '2026-03-18T10:00:00+09:00'],
    ['20260318100000', '2026-03-18T10:00:00+09:00'],
    ['202603181000', '2026-03-18T10:00:00+09:00'],
  ])('%s is %s', (written, instant) => expect(toInstant(written)).toBe(instant))

  it.each(['03/04/2026', '12.3.4.5', '1.2.3', '8年3月18日', '12345678901', '令和8年13月1日', 'R8'])(
    'is silent of %s, which may be more than one day or none',
    (written) => expect(toInstant(written)).toBeNull(),
  )
})

describe('of several printed dates', () => {
  const of = (body: string) =>
    findPublished(
      parse(`<body><article><h1>水門の改修を三年で終える</h1>${body}<p>本文が続く。</p></article>`),
      'https://a.example/1',
    )

  it.each([
    '<span class="update">更新：2026年3月20日 11:00</span><span class="date">公開：2026年3月18日 10:00</span>',
    '<p>更新：2026年3月20日 11:00　公開：2026年3月18日 10:00</p>',
    '<p>2026年3月18日 10:00公開 2026年3月20日 11:00更新</p>',
    '<p>2026/3/20 11:00 更新 | 2026/3/18 10:00 配信</p>',
    '<time class="modified" datetime="2026-03-20T11:00:00+09:00">20日</time><time datetime="2026-03-18T10:00:00+09:00">18日</time>',
    '<p>最終更新 <time>2026-03-20 11:00</time></p><p>掲載 <time>2026-03-18 10:00</time></p>',
    '<dl><dt>更新日</dt><dd>2026年3月20日</dd><dt>掲載日</dt><dd>2026年3月18日10時</dd></dl>',
    '<p>初出 令和8年3月18日(水)10時 改訂 令和8年3月20日(金)11時</p>',
    '<div class="time"><span>Updated</span> <span>March 20, 2026</span><br><span>Posted</span> <span>March 18, 2026 10:00</span></div>',
    '<span data-timestamp="1773795600">けさ</span>',
    '<p>発売日：2026年4月1日　配信日：2026年3月18日 10:00</p>',
    '<p>申込締切 2026年4月30日</p><p>2026年3月18日 10:00</p>',
    '<dl><dt>開催日</dt><dd>2026年4月4日</dd></dl><time datetime="2026-03-18T10:00:00+09:00">18日</time>',
  ])('the one of publication counts: %s', (body) =>
    expect(of(body)).toBe('2026-03-18T10:00:00+09:00'),
  )

  it.each([
    ['<p class="date">更新：2026年3月20日 11:00</p>', '2026-03-20T11:00:00+09:00'],
    ['<p>発表は2026年3月18日に行われた。</p>', null],
    ['<p class="info">会期：2026年4月4日</p>', null],
    ['<p>2025年12月1日に始まった工事は続く。</p>', null],
  ])('%s says %s', (body, instant) => expect(of(body)).toBe(instant))
})
