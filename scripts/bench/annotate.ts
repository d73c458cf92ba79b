/** The whole engine against the npm package kuromoji, which only cuts the same text into words. */
import { join } from 'node:path'
import kuromojiPackage, { type IpadicFeatures, type Tokenizer } from 'kuromoji'
import type { Document } from '../../lib/article/document'
import { compileEngine, openEngine } from '../../lib/engine'
import { loadAssets } from '../../lib/glossary/load'
import { type Figure, medians, rounded } from './measure'

const ROUNDS = 9
const root = join(import.meta.dirname, '../..')

/** Median of a warm engine as a share of the tokeniser's on the same text in one run. */
export async function measure(): Promise<Figure[]> {
  const data = await loadAssets(join(root, 'assets'))
  const engine = openEngine(compileEngine(data))
  const tokenizer = await kuromoji()
  // Prose that any checkout has: the longer texts of the entries, as articles of twenty paragraphs.
  const paragraphs = data.entities.map(({ gloss, text }) => `${gloss}${text}`).slice(0, 400)
  const documents: Document[] = []
  for (let at = 0; at < paragraphs.length; at += 20)
    documents.push({
      url: null,
      publisher: null,
      publishedAt: '2026-03-19',
      blocks: paragraphs
        .slice(at, at + 20)
        .map((text, k) => ({ kind: 'paragraph', id: `p${k}`, runs: [{ text }] })),
    })
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
  const [ours = 1, mentions = 1, theirs = 1] = medians(
    [
      () => documents.map((document) => engine.annotate(document)),
      () => documents.map((document) => engine.mentions(document)),
      () => paragraphs.map((text) => tokenizer.tokenize(text)),
    ],
    ROUNDS,
  )
  const peer = 'kuromoji tokenising'
  return [
    {
      name: 'annotate.share',
      value: rounded(ours / theirs),
      unit: 'x',
      better: 'lower',
      budget: 0.2,
      peer,
    },
    {
      name: 'mentions.share',
      value: rounded(mentions / theirs),
      unit: 'x',
      better: 'lower',
      budget: 0.2,
      peer,
    },
    {
      name: 'annotate.speed',
      value: rounded(length / ours),
      unit: 'units/ms',
      better: 'higher',
      budget: 0,
      peer: 'none',
    },
  ]
}

function kuromoji(): Promise<Tokenizer<IpadicFeatures>> {
  const dicPath = join(root, 'node_modules/kuromoji/dict')
  return new Promise((resolve, reject) => {
    kuromojiPackage
      .builder({ dicPath })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)))
  })
}
