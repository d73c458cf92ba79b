/** No sentence of the body vanishes: notices are told by where they stand, and what is no paragraph belongs too. */
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { article, BODY, four, LINES, one, said, three, two, within } from './library-page'

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
    '残り3文字が読めない石碑が見つかった。',
    'アプリで開く鍵を全館に付ける。',
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
    ['<div><ul><li>外側<ul><li>内側</li></ul></li></ul></div>', '外側|内側'],
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
