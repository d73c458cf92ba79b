import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { extractArticle } from '../../lib/article/extract'
import { ExtractedArticle } from '../../lib/article/extracted'
import { withoutSite } from '../../lib/article/title'
import { ADDRESSES, type PageName, page, parse } from './page'

const article = (name: PageName) => extractArticle(page(name), ADDRESSES[name])

describe('an article taken out of a page', () => {
  it.each(Object.keys(ADDRESSES).filter((name) => name !== 'not-article') as PageName[])(
    'from %s is one that can be saved',
    (name) => expect(v.parse(ExtractedArticle, article(name))).toEqual(article(name)),
  )

  it('says who published and wrote it, when, and where it was filed', () => {
    expect(article('nikkei')).toMatchObject({
      url: ADDRESSES.nikkei,
      title: '日米、経済安保で定期協議　首脳会談前に国家安全保障局が調整',
      publisher: '日本経済新聞',
      byline: null,
      section: '政治',
      publishedAt: '2026-03-18T02:00:00+09:00',
      modifiedAt: null,
      truncated: false,
      leadImage: { src: 'https://article-image-ix.nikkei.com/fixture-1.jpg' },
    })
    expect(article('asahi')).toMatchObject({ publisher: '朝日新聞', byline: '架空太郎' })
    expect(article('yahoo')).toMatchObject({ publisher: 'Yahoo!ニュース', byline: '架空通信' })
    expect(article('nhk-www3')).toMatchObject({
      publisher: 'NHK',
      modifiedAt: '2026-01-16T05:10:03+09:00',
      keywords: ['日米関係', '政治', 'NHK', 'ニュース'],
    })
  })

  it('keeps ruby as ruby', () => {
    expect(article('yomiuri')?.blocks[0]).toMatchObject({
      runs: [{ text: expect.stringMatching(/核の$/) }, { text: '傘', ruby: 'かさ' }, {}],
    })
  })

  it('holds links that are whole and none that run', () => {
    const links = article('nhk-easy')?.blocks.flatMap((block) =>
      'runs' in block ? block.runs : [],
    )
    expect(links?.filter((run) => run.href)).toEqual([])
    const [, second] = article('nikkei')?.blocks ?? []
    expect(second && 'runs' in second && second.runs.map((run) => run.href)).toEqual(
      expect.arrayContaining([undefined]),
    )
  })
})

describe('an article cut off by a wall', () => {
  const cut = (wall: string, url = 'https://x.example/a/1') =>
    extractArticle(
      parse(
        `<head><meta property="og:type" content="article"></head><main><h1>首脳会談の見通し</h1><div>
        <p>政府は会談の準備を進めている。日程は調整中だという。会場の選定も、まだ続いている。</p>
        <p>首相は近く方針を示す。与野党の議論も、これから本格化する見通しだ。</p></div>${wall}</main>`,
        url,
      ),
      url,
    )

  it.each([
    '<div>この記事は<a href="/login">有料会員記事</a>です。<span>残り<b>1412</b>文字</span></div>',
    '<p>この記事は会員限定です。登録すると続きをお読みいただけます。</p><p>残り3104文字</p>',
    '<p>残り1460文字（全文2839文字）</p>',
    '<h2>読者会員限定です</h2>',
    '<p>続きを読むには会員登録が必要です。続きをお読みいただくには、ログインしてください。</p>',
    '<div>ここから先は有料部分です</div>',
  ])('says so: %s', (wall) => {
    expect(cut(wall)).toMatchObject({ truncated: true })
    expect(JSON.stringify(cut(wall)?.blocks)).not.toMatch(/会員|残り|有料/)
  })

  it.each([
    '',
    '<div hidden><p>この記事は会員限定です。</p></div>',
    '<ul><li><a href="/2">別の記事</a> 会員限定</li></ul>',
    '<button>スクラップは会員限定です</button>',
    '<dialog>この記事は会員限定です。</dialog>',
  ])('does not say so of a whole one: %j', (rest) =>
    expect(cut(rest)).toMatchObject({ truncated: false }),
  )

  it('is known by a last sentence that breaks off, where a publisher is known', () => {
    expect(article('asahi')?.truncated).toBe(true)
    const names = [
      'nikkei',
      'nhk-www3',
      'nhk-web',
      'nhk-easy',
      'yomiuri',
      'yahoo',
      'blog',
      'blog-b',
    ] as const
    for (const name of names) expect(article(name)?.truncated).toBe(false)
  })

  it('has no blocks where the wall hides all of it', () => {
    const url = 'https://www.yomiuri.co.jp/world/20260301-OYT1T50001/'
    const html = `<head><meta property="og:type" content="article"><title>首脳会談、来月開催へ調整 : 政治 : ニュース</title></head>
      <article><h1 class="title-article">首脳会談、来月開催へ調整</h1><div class="p-main-contents">
      <div class="p-main-contents-member-only-v2"><h2>読者会員限定です</h2><p>購読者は会員登録をしていただくと、続きをお読みになれます。</p></div></div></article>`
    expect(extractArticle(parse(html, url), url)).toMatchObject({
      title: '首脳会談、来月開催へ調整',
      truncated: true,
      blocks: [],
    })
  })
})

describe('a title', () => {
  it.each([
    ['日米首脳会談の見通し - 日本経済新聞', '日米首脳会談の見通し'],
    ['日米首脳会談の見通し|NEWS WEB EASY', '日米首脳会談の見通し'],
    ['会談の見通し : 政治 : ニュース : 読売新聞オンライン', '会談の見通し'],
    ['会談の見通し：朝日新聞デジタル', '会談の見通し'],
    ['比較：日米と日韓の同盟', '比較：日米と日韓の同盟'],
    ['A-B間の協議', 'A-B間の協議'],
  ])('%s loses the site’s name', (title, bare) =>
    expect(withoutSite(title, ['NEWS WEB EASY'])).toBe(bare),
  )
})

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const extract = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'scripts/extract.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
  })

describe('the command extract', () => {
  it('prints one object a page, names what it cannot read, and does the rest', () => {
    const folder = mkdtempSync(join(tmpdir(), 'extract-'))
    const missing = join(folder, 'missing.html')
    const { stdout, stderr, status } = extract(
      'tests/fixtures/pages/nikkei.html',
      missing,
      'tests/fixtures/pages/not-article.html',
    )
    expect(status).toBe(2)
    expect(stderr).toContain(missing)
    const [first, second, ...more] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(more).toEqual([])
    expect(first).toMatchObject({
      url: ADDRESSES.nikkei,
      published: '2026-03-18T02:00:00+09:00',
      truncated: false,
    })
    expect(first.text).toContain('拡大抑止の信頼性を高める方策')
    expect(second).toMatchObject({ title: null, text: '' })
  }, 60_000)

  it('reads old encodings', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'extract-')), 'page.html')
    const head = '<meta charset="Shift_JIS"><h1>'
    writeFileSync(file, Buffer.concat([Buffer.from(head), Buffer.from([0x93, 0xfa, 0x95, 0xc4])]))
    const { stdout, status } = extract(file, '--url', 'https://x.example/a')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ url: 'https://x.example/a', title: null })
  }, 60_000)
})

const SHARED = join(ROOT, '../shared')
describe('real saved pages', () => {
  it.skipIf(!existsSync(join(SHARED, 'pages/expected.json')))(
    'are read as well as was promised (needs ../shared/pages)',
    () => {
      const gold = join(SHARED, 'pages/expected.json')
      const files = Object.keys(JSON.parse(readFileSync(gold, 'utf8')))
      const { stdout, status } = extract(...files.map((file) => join(SHARED, 'pages/html', file)))
      expect(status).toBe(0)
      const pred = join(mkdtempSync(join(tmpdir(), 'extract-')), 'pred.ndjson')
      writeFileSync(pred, stdout)
      const least = {
        recall: 0.985,
        precision: 0.95,
        title: 0.96,
        date: 0.96,
        clean: 1,
        truncated: 0.95,
      }
      const min = Object.entries(least).flatMap(([name, value]) => [
        '--min',
        `pages.${name}=${value}`,
      ])
      const score = join(SHARED, 'eval/score-pages.mjs')
      const scored = spawnSync(process.execPath, [score, '--gold', gold, '--pred', pred, ...min], {
        encoding: 'utf8',
      })
      expect(scored.stdout).not.toMatch(/^below:/m)
      expect(scored.status).toBe(0)
    },
    240_000,
  )
})
