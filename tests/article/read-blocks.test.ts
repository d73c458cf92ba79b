import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockText } from '../../lib/article/block-text'
import { imageOf } from '../../lib/article/picture'
import { type ReadBlock, readBlocks } from '../../lib/article/read-blocks'
import { page, parse } from './page'

const read = (html: string): ReadBlock[] => readBlocks([parse(html).body])
const texts = (html: string): string[] => read(html).map(({ block }) => blockText(block))

/** What every reading must satisfy: a segment's characters are the node's characters. */
function expectTraceable(blocks: ReadBlock[]): void {
  for (const { block, segments } of blocks) {
    const text = blockText(block)
    let end = 0
    for (const { node, nodeStart, start, length } of segments) {
      expect(start).toBeGreaterThanOrEqual(end)
      end = start + length
      expect(text.slice(start, end)).toBe(node.data.slice(nodeStart, nodeStart + length))
      expect(length).toBeGreaterThan(0)
    }
    expect(end).toBeLessThanOrEqual(text.length)
  }
}

describe('text is read as a person reads it', () => {
  it('joins inline elements, so that a term across them is whole', () => {
    expect(texts('<p>国家<b>安全</b><a href="/x">保障</a><wbr>局が動いた。</p>')).toEqual([
      '国家安全保障局が動いた。',
    ])
  })

  it('leaves readings of ruby out and keeps them beside their base', () => {
    const [first] = read('<p><ruby>茂木<rp>（</rp><rt>もてぎ</rt><rp>）</rp></ruby>外相</p>')
    expect(first?.block).toMatchObject({
      runs: [{ text: '茂木', ruby: 'もてぎ' }, { text: '外相' }],
    })
  })

  it('gives each base of one ruby its own reading', () => {
    const [nested] = read('<p><ruby>首<rt>しゅ</rt>相<rt>しょう</rt></ruby>は</p>')
    const [listed] = read(
      '<p><ruby><rb>首</rb><rb>相</rb><rt>しゅ</rt><rt>しょう</rt></ruby>は</p>',
    )
    for (const one of [nested, listed])
      expect(one?.block).toMatchObject({
        runs: [{ text: '首', ruby: 'しゅ' }, { text: '相', ruby: 'しょう' }, { text: 'は' }],
      })
  })

  it('gives a base that is split by stress one reading', () => {
    const [first] = read('<p><ruby>拡<b>大</b>抑止<rt>かくだいよくし</rt></ruby></p>')
    expect(first?.block).toMatchObject({ runs: [{ text: '拡大抑止', ruby: 'かくだいよくし' }] })
  })

  it('drops soft hyphens and characters without width', () => {
    expect(texts('<p>インド&shy;太&#x200B;平&#xFEFF;洋</p>')).toEqual(['インド太平洋'])
  })

  it('folds white space as it is rendered: none between wide characters at a line end', () => {
    expect(texts('<p>\n  日米\n  同盟 は\n\tThe   US\nand Japan </p>')).toEqual([
      '日米同盟 は The US and Japan',
    ])
  })

  it('takes the ideographic spaces that indent a paragraph for layout', () => {
    expect(texts('<p>　　政府は　検討する。　</p>')).toEqual(['政府は　検討する。'])
  })

  it('breaks a line at one br and a paragraph at two', () => {
    expect(texts('<p>一行目<br>二行目<br><br>次の段落<br> <br>その次</p>')).toEqual([
      '一行目\n二行目',
      '次の段落',
      'その次',
    ])
  })

  it('parts paragraphs at a blank line after a sentence, where a page preserves white space', () => {
    expect(texts('<p>第一段落。\n\n　第二段落。</p>')).toEqual(['第一段落。', '第二段落。'])
  })
})

describe('what is not text is left out', () => {
  it.each([
    ['script and style', '<p>前<script>x</script><style>y</style>後</p>'],
    ['inputs', '<p>前<input value="値"><textarea>値</textarea><select><option>値</select>後</p>'],
    ['hidden elements', '<p>前<span hidden>隠</span><span style="display: none">隠</span>後</p>'],
    ['elements hidden from readers', '<p>前<span aria-hidden="true">隠</span>後</p>'],
    ['text for screen readers', '<p>前<span class="sr-only">隠</span>後</p>'],
    ['editable text', '<p>前<span contenteditable>値</span>後</p>'],
  ])('%s', (_, html) => expect(texts(html)).toEqual(['前後']))

  it.each([
    ['navigation', '<nav><p>案内の文章がここにある。</p></nav>'],
    ['asides', '<aside><p>余談の文章がここにある。</p></aside>'],
    ['a dialog', '<dialog open><p>会員の登録をお願いします。</p></dialog>'],
    ['roles', '<div role="complementary"><p>横の欄の文章がここにある。</p></div>'],
    ['furniture by name', '<div class="snsShareArea"><p>シェアの文章がここにある。</p></div>'],
    ['a list of links', '<ul><li><a href="/1">別の記事一</a><li><a href="/2">別の記事二</a></ul>'],
    ['a link at the end', '<p><a href="/3">前の記事</a></p>'],
  ])('%s', (_, html) => expect(texts(`<p>本文。</p>${html}`)).toEqual(['本文。']))

  it('keeps a list of links to other sites: they are sources', () => {
    const html =
      '<ul><li><a href="https://a.example/">出典一</a><li><a href="https://b.example/">出典二</a></ul>'
    expect(texts(`<p>本文。</p>${html}`)).toEqual(['本文。', '出典一', '出典二'])
  })

  it('keeps a link amid the text, even alone in its paragraph', () => {
    expect(texts('<p>前。</p><p><a href="/x">資料の全文</a></p><p>後。</p>')).toHaveLength(3)
  })
})

describe('blocks keep their kind', () => {
  it('tells headings, items, quotes, figures and tables', () => {
    const body = [...page('blog').querySelectorAll('.entry-body')]
    const blocks = readBlocks(body, { picture: imageOf })
    expect(blocks.map(({ block }) => block.kind)).toEqual(
      'paragraph paragraph heading item item item item quote paragraph paragraph table figure paragraph'.split(
        ' ',
      ),
    )
    expect(blocks.map(({ block }) => block)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'item', ordered: false, depth: 1 }),
        expect.objectContaining({ kind: 'item', ordered: true, depth: 0 }),
        expect.objectContaining({
          kind: 'figure',
          image: { src: '/img/treaty.png', alt: '条約の表紙', width: 480, height: 320 },
        }),
      ]),
    )
  })

  it('reads a table cell by cell, and every cell can be traced', () => {
    const html =
      '<table><tr><th>年</th><th>文書 <b>名</b></th></tr><tr><td></td><td><p>指針</p></td></tr></table>'
    const blocks = read(html)
    expect(blocks.map(({ block }) => blockText(block))).toEqual(['年\t文書 名\n\t指針'])
    expectTraceable(blocks)
  })

  it("reads a table's caption before its cells, whose offsets it leaves alone", () => {
    const html =
      '<table><caption>三つの文書</caption><tr><th>年</th><th>文書</th></tr><tr><td>1960</td><td>日米安全保障条約</td></tr></table>'
    expect(texts(html)).toEqual(['三つの文書', '年\t文書\n1960\t日米安全保障条約'])
    expectTraceable(read(html))
  })

  it('reads a table that only lays out as what it holds', () => {
    expect(texts('<table><tr><td><p>一。</p><p>二。</p></td></tr></table>')).toEqual([
      '一。',
      '二。',
    ])
  })

  it('keeps links and stress on their runs', () => {
    const [first] = read('<p>前<a href="https://x.example/">結<b>合</b></a><em>後</em></p>')
    expect(first?.block).toMatchObject({
      runs: [
        { text: '前' },
        { text: '結', href: 'https://x.example/' },
        { text: '合', href: 'https://x.example/', mark: 'strong' },
        { text: '後', mark: 'emphasis' },
      ],
    })
  })

  it('numbers blocks alike each time, and never changes the document', () => {
    const document = page('nikkei')
    const before = document.documentElement.outerHTML
    const ids = () => readBlocks([document.body]).map(({ block }) => block.id)
    expect(ids()).toEqual(ids())
    expect(document.documentElement.outerHTML).toBe(before)
  })
})

describe('every character can be traced to the page', () => {
  const leaf = fc.oneof(
    fc.string({
      unit: fc.constantFrom(...'国家安全保障局。、「」 \n\t　abA\u00AD\u200B𠮷'),
      maxLength: 12,
    }),
    fc.constantFrom(
      '<br>',
      '<wbr>',
      '<img src="/a.png">',
      '<rt>よみ</rt>',
      '<rp>(</rp>',
      '&nbsp;',
      '<!-- -->',
    ),
  )
  const tag = fc.constantFrom(
    ...'p div span a b ruby rb ul li ol table caption tr td th figure figcaption h2 blockquote section pre em'.split(
      ' ',
    ),
  )
  const tree = fc.letrec<{ node: string; inner: string }>((tie) => ({
    node: fc.oneof(
      { weight: 3, arbitrary: leaf },
      {
        weight: 2,
        arbitrary: fc
          .tuple(tag, tie('inner'))
          .map(([name, inner]) => `<${name}>${inner}</${name}>`),
      },
    ),
    inner: fc.array(tie('node'), { maxLength: 5 }).map((parts) => parts.join('')),
  })).inner

  it('in any document', () => {
    fc.assert(
      fc.property(tree, (html) => expectTraceable(read(html))),
      { numRuns: 400 },
    )
  })

  it('and no run holds a reading, a tab or two spaces', () => {
    fc.assert(
      fc.property(tree, (html) => {
        for (const { block } of read(html))
          if (block.kind !== 'table') expect(blockText(block)).not.toMatch(/よみ|\t| {2}|^\s|\s$/)
      }),
      { numRuns: 200 },
    )
  })
})
