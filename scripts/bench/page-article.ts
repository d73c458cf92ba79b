/** A long article page full of terms, for the benchmark of what a page bears. Our own text. */
import type { Document } from '../../lib/article/document'
import { openEngine } from '../../lib/engine'
import type { Compiled } from '../../lib/glossary/compiled'

/** What the issue asks for: UTF-16 units of text, terms marked in it. */
const LENGTH = 15_000
const TERMS = 300
/** Sentences in a paragraph. */
const SENTENCES = 5

/** Sentences in which any name can stand; each names nothing of its own. */
const FRAMES: readonly ((name: string) => string)[] = [
  (name) => `会議では${name}をめぐる説明に多くの時間が割かれ、出席者からは質問が相次いだ。`,
  (name) => `取材に応じた担当者は、${name}について「まだ決まったことはない」と慎重に述べた。`,
  (name) => `資料には${name}の名前も見えるが、詳しい経緯までは書かれていなかった。`,
  (name) => `これまでの議論を振り返ると、${name}の扱いが何度も焦点になってきたことがわかる。`,
  (name) => `記者団に問われると、${name}との関係はこれまでと変わらないと短く答えた。`,
  (name) => `専門家の一人は、${name}を抜きにしてこの問題は語れないと指摘している。`,
  (name) => `一方で、${name}に触れた部分は最後まで調整が続き、文言は何度も書き直された。`,
]

export interface BenchPage {
  html: string
  /** The headwords, in reading order. */
  terms: string[]
  /** UTF-16 units of the body. */
  length: number
}

export const ADDRESS = 'https://www.nikkei.com/article/DGXZQOBENCH00A0Y6A310C2000000/'

const documentOf = (paragraphs: readonly string[]): Document => ({
  url: ADDRESS,
  publisher: null,
  publishedAt: '2026-03-18',
  blocks: paragraphs.map((text, k) => ({ kind: 'paragraph', id: `p${k}`, runs: [{ text }] })),
})

/**
 * A page in the shape of any news site: headings, paragraphs, links, with `TERMS` different entries
 * of the glossary in it, each once. Only headwords that the engine finds in such a sentence are
 * taken, so that the page has the marks it is meant to have. The same page for the same glossary.
 */
export function benchPage({ data, engine: record }: Compiled): BenchPage {
  const engine = openEngine(record)
  const named = data.entities.filter(
    ({ tier, headword }) => tier === 'key' && /^[^()（）]{2,16}$/.test(headword),
  )
  // Evenly over the glossary: people, bodies, laws and words alike.
  const terms: string[] = []
  const sentences: string[] = []
  for (let k = 0; terms.length < TERMS && k < named.length; k++) {
    const entity = named[(k * 7) % named.length]
    const frame = FRAMES[k % FRAMES.length]
    if (!entity || !frame || terms.includes(entity.headword)) continue
    const sentence = frame(entity.headword)
    const { mentions } = engine.mentions(documentOf([sentence]))
    if (mentions.length !== 1 || mentions[0]?.entity !== entity.id) continue
    terms.push(entity.headword)
    sentences.push(sentence)
  }
  const filler = 'この日の話し合いは予定を過ぎても終わらず、続きは改めて行うことになった。'
  let length = sentences.reduce((sum, sentence) => sum + sentence.length, 0)
  for (let k = 0; length + filler.length <= LENGTH; k = (k + SENTENCES) % sentences.length) {
    sentences[k] += filler
    length += filler.length
  }
  const paragraphs: string[] = []
  for (let at = 0; at < sentences.length; at += SENTENCES)
    paragraphs.push(sentences.slice(at, at + SENTENCES).join(''))
  return { html: htmlOf(paragraphs), terms, length }
}

/** Notes when the document was ready, when the marks stood, when the pointer came and its card. */
const WATCH = `
  const watch = (window.bench = {
    ready: 0,
    marked: 0,
    met: 0,
    card: 0,
    rest() {
      watch.met = watch.card = 0;
      addEventListener('pointermove', (event) => {
        watch.met = event.timeStamp;
        const look = () => {
          const host = document.querySelector('bunmyaku-card:popover-open');
          if (host?.shadowRoot?.querySelector('iframe.open:not(.placing)[aria-busy=false]'))
            watch.card = performance.now();
          else requestAnimationFrame(look);
        };
        look();
      }, { capture: true, once: true });
    },
  });
  const marks = () => [...CSS.highlights].reduce((sum, [name, { size }]) =>
    sum + (name.startsWith('bunmyaku-') && name !== 'bunmyaku-active' ? size : 0), 0);
  const look = () => {
    if (marks() > 0) watch.marked = performance.now();
    else requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', () => { watch.ready = performance.now(); look(); });
`

const htmlOf = (paragraphs: readonly string[]): string => `<!doctype html><html lang="ja"><head>
<meta charset="utf-8"><title>長い記事</title>
<meta property="og:type" content="article"><meta property="og:title" content="会議の一日をたどる長い記事">
<meta property="article:published_time" content="2026-03-18T10:00:00+09:00">
<style>body{font:16px/1.8 sans-serif}main{max-width:40em;margin:0 auto}</style>
<script>${WATCH}</script></head><body>
<header><nav><a href="/">トップ</a></nav></header>
<main><article><h1>会議の一日をたどる長い記事</h1><time datetime="2026-03-18T10:00:00+09:00">2026年3月18日</time>
<section>${paragraphs.map((text) => `<p class="paragraph">${text}</p>`).join('\n')}</section>
</article></main></body></html>`

/** The same article among very many elements: a page that is large rather than long. */
export const crowdedPage = ({ html }: BenchPage, elements: number): string =>
  html.replace('</section>', `${'<span class="x">文、</span>'.repeat(elements)}</section>`)
