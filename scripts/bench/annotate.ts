/**
 * The whole engine against the npm package kuromoji, which only cuts the same text into words.
 *
 * The engine is bundled first, as it ships: run from source, it would pay for the names that the
 * loader gives to every inner function, and the tokeniser, which is plain JavaScript, would not.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import kuromojiPackage, { type IpadicFeatures, type Tokenizer } from 'kuromoji'
import type { Document } from '../../lib/article/document'
import type * as EngineModule from '../../lib/engine'
import type { GlossaryData } from '../../lib/glossary/data'
import { readGrammar } from '../../lib/glossary/grammar'
import { loadAssets } from '../../lib/glossary/load'
import { type Figure, medians, rounded } from './measure'

const ROUNDS = 15
const root = join(import.meta.dirname, '../..')

/** Medians of a warm engine as shares of the tokeniser's on the same texts in one run. */
export async function measure(): Promise<Figure[]> {
  const data = await loadAssets(join(root, 'assets'))
  const { compileEngine, openEngine } = await bundledEngine()
  const engine = openEngine(compileEngine(data, await readGrammar(join(root, 'assets'))))
  const tokenizer = await kuromoji()
  // The news first: by the time the few entries come, the engine is warm.
  const kinds = [{ prefix: 'entries.', documents: entries(data), peer: 'kuromoji tokenising' }]
  const news = await newsArticles()
  if (news.length > 0)
    kinds.unshift({ prefix: '', documents: news, peer: 'kuromoji tokenising 100 articles' })
  else console.error('bench: ../shared/corpus is missing, so no articles are timed')
  return kinds.flatMap(({ prefix, documents, peer }) => {
    const paragraphs = documents.flatMap(({ blocks }) => blocks.map(textOf))
    const length = paragraphs.reduce((sum, text) => sum + text.length, 0)
    const [ours = 1, mentions = 1, theirs = 1] = medians(
      [
        () => documents.map((document) => engine.annotate(document)),
        () => documents.map((document) => engine.mentions(document)),
        () => paragraphs.map((text) => tokenizer.tokenize(text)),
      ],
      ROUNDS,
    )
    const share = (name: string, value: number): Figure => ({
      name: `${prefix}${name}`,
      value: rounded(value / theirs),
      unit: 'x',
      better: 'lower',
      budget: 0.2,
      peer,
    })
    return [
      share('annotate.share', ours),
      share('mentions.share', mentions),
      {
        name: `${prefix}annotate.speed`,
        value: rounded(length / ours),
        unit: 'units/ms',
        better: 'higher',
        budget: 0,
        peer: 'none',
      },
    ]
  })
}

/** The engine as the build makes it, apart from its minified names. */
async function bundledEngine(): Promise<typeof EngineModule> {
  const folder = await mkdtemp(join(tmpdir(), 'bunmyaku-bench-'))
  try {
    const outfile = join(folder, 'engine.mjs')
    await build({
      entryPoints: [join(root, 'lib/engine.ts')],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile,
    })
    return (await import(pathToFileURL(outfile).href)) as typeof EngineModule
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Prose that any checkout has and denser with names than news: the entries' texts, twenty an article. */
function entries({ entities }: Pick<GlossaryData, 'entities'>): Document[] {
  const paragraphs = entities.map(({ gloss, text }) => `${gloss}${text}`).slice(0, 400)
  return Array.from({ length: Math.ceil(paragraphs.length / 20) }, (_, k) =>
    articleOf(paragraphs.slice(20 * k, 20 * k + 20), '2026-03-19'),
  )
}

/** A hundred articles of the corpus; none where it is missing. */
async function newsArticles(): Promise<Document[]> {
  const file = join(root, '../shared/corpus/nhk-2026-02-03.ndjson')
  const lines = await readFile(file, 'utf8').catch(() => '')
  return lines
    .split('\n')
    .filter(Boolean)
    .slice(0, 100)
    .map((line) => {
      const { text, published } = JSON.parse(line) as { text: string; published: string }
      return articleOf(text.split('\n').filter(Boolean), published)
    })
}

const articleOf = (paragraphs: readonly string[], publishedAt: string): Document => ({
  url: null,
  publisher: null,
  publishedAt,
  blocks: paragraphs.map((text, k) => ({ kind: 'paragraph', id: `p${k}`, runs: [{ text }] })),
})

const textOf = (block: Document['blocks'][number]): string =>
  'runs' in block ? block.runs.map(({ text }) => text).join('') : ''

function kuromoji(): Promise<Tokenizer<IpadicFeatures>> {
  const dicPath = join(root, 'node_modules/kuromoji/dict')
  return new Promise((resolve, reject) => {
    kuromojiPackage
      .builder({ dicPath })
      .build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)))
  })
}
