/**
 * Articles for measuring: as many as asked, of a length as asked, always the same for one seed.
 *
 * A character chain of third order, learnt from the glossary's own explanations, gives text with
 * the pairs of real Japanese news; headwords and rare made-up names are strewn in, so that there
 * are common words, uncommon ones, and words of one article only.
 */
import type { GlossaryData } from '../../lib/glossary/data'

export interface BenchArticle {
  url: string
  title: string
  publisher: string
  publishedAt: string
  paragraphs: string[]
}

/** Mulberry32: small, fast, the same everywhere. */
export function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const PUBLISHERS = ['甲日報', '乙新聞', '丙通信', '丁放送', '戊経済']
const ORDER = 3

export class Corpus {
  readonly #next = new Map<string, string[]>()
  readonly #headwords: string[]
  readonly #kanji: string[]

  constructor(data: Pick<GlossaryData, 'entities' | 'events'>) {
    const texts = [
      ...data.entities.flatMap(({ gloss, text }) => [gloss, text]),
      ...data.events.map(({ title, text }) => `${title}。${text}`),
    ].filter((text) => text.length > ORDER)
    for (const text of texts) this.#learn(`${text.endsWith('。') ? text : `${text}。`}`)
    this.#headwords = data.entities.map(({ headword }) => headword.replace(/\(.*\)$/, ''))
    this.#kanji = [...new Set(texts.join('').match(/[一-鿿]/g) ?? [])]
  }

  /** Article number `i`; `length` is that of its body in UTF-16 units. */
  article(i: number, length = 1_500): BenchArticle {
    const chance = random(i + 1)
    const paragraphs: string[] = []
    let written = 0
    while (written < length) {
      const paragraph = this.#paragraph(chance, Math.min(300, length - written))
      paragraphs.push(paragraph)
      written += paragraph.length
    }
    const day = new Date(Date.UTC(2016, 0, 1) + Math.floor(chance() * 3_700) * 86_400_000)
    return {
      url: `https://bench.example/articles/${i}`,
      title: `${this.#headword(chance)}、${this.#sentence(chance).slice(0, 24)}`,
      publisher: PUBLISHERS[Math.floor(chance() * PUBLISHERS.length)] ?? '',
      publishedAt: day.toISOString().slice(0, 10),
      paragraphs,
    }
  }

  #learn(text: string): void {
    const padded = '。'.repeat(ORDER) + text
    for (let at = ORDER; at < padded.length; at++) {
      const key = padded.slice(at - ORDER, at)
      const list = this.#next.get(key)
      if (list) list.push(padded[at] ?? '')
      else this.#next.set(key, [padded[at] ?? ''])
    }
  }

  #sentence(chance: () => number): string {
    let text = '。'.repeat(ORDER)
    while (text.length < 160) {
      const list = this.#next.get(text.slice(-ORDER)) ?? ['。']
      const unit = list[Math.floor(chance() * list.length)] ?? '。'
      text += unit
      if (unit === '。') break
    }
    return text.slice(ORDER)
  }

  #paragraph(chance: () => number, length: number): string {
    let text = ''
    while (text.length < length) {
      if (chance() < 0.5) text += `${this.#headword(chance)}は`
      if (chance() < 0.35) text += `${this.#name(chance)}氏と`
      text += this.#sentence(chance)
    }
    return text.slice(0, Math.max(20, length))
  }

  /** Zipf over the glossary: a few names are everywhere, most are rare. */
  #headword(chance: () => number): string {
    const rank = Math.floor(this.#headwords.length ** chance()) - 1
    return this.#headwords[rank] ?? ''
  }

  #name(chance: () => number): string {
    const length = 2 + Math.floor(chance() * 3)
    let name = ''
    while (name.length < length)
      name += this.#kanji[Math.floor(chance() * this.#kanji.length)] ?? ''
    return name
  }
}

/**
 * Queries such as readers type: stretches of the articles themselves, two to eight units long,
 * two of them together, and some that no article has.
 */
export function benchQueries(articles: readonly BenchArticle[], count: number): string[] {
  const chance = random(77)
  const pick = (): string => {
    const { paragraphs } = articles[Math.floor(chance() * articles.length)] ?? { paragraphs: [''] }
    const text = paragraphs[Math.floor(chance() * paragraphs.length)] ?? ''
    const runs = text.match(/[一-鿿]{2,8}|[ァ-ヶー]{3,8}/gu) ?? ['会談']
    return runs[Math.floor(chance() * runs.length)] ?? '会談'
  }
  return Array.from({ length: count }, (_, i) => {
    if (i % 5 === 3) return `${pick()} ${pick()}`
    if (i % 10 === 9) return `${pick()}${pick()}`
    return pick()
  })
}
