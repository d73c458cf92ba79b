/** An article of four sentences, to which each test adds what it is about. */
import { blockText } from '../../lib/article/block-text'
import { extractArticle } from '../../lib/article/extract'
import { parse } from './page'

export const ADDRESS = 'https://tayori.example/news/31'
export const TITLE = '架空市、図書館の分館を三つ増やす'
export const LINES = [
  '架空市は、図書館の分館を来年度から順に三つ増やす計画をまとめた。',
  '市の試算では、建設費は十二億円で、国の補助を除いた負担は七億円になる。',
  '市民からは、開館の時間を延ばすよう求める声が上がっている。',
  '市長は「夏までに場所を決める」と述べ、秋の議会に予算案を出す考えを示した。',
]
export const [one, two, three, four] = LINES.map((line) => `<p>${line}</p>`)
export const BODY = `${one}${two}${three}${four}`

export const pageOf = (inner: string, head = '') =>
  parse(
    `<head><title>${TITLE} - 架空新報</title><meta property="og:type" content="article">
    <meta property="og:title" content="${TITLE}">${head}</head><body>${inner}</body>`,
    ADDRESS,
  )
export const article = (inner: string, head = '') => extractArticle(pageOf(inner, head), ADDRESS)
/** The text of each block that is read. */
export const said = (inner: string, head = ''): string[] =>
  article(inner, head)?.blocks.map((block) => blockText(block)) ?? []
export const within = (inner: string) => `<article><h1>${TITLE}</h1>${inner}</article>`
