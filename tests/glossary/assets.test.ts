/** The real assets: everything that a machine can say about them. */
import { existsSync } from 'node:fs'
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { compileEngine, openEngine } from '../../lib/engine'
import { checkAssets } from '../../lib/glossary/check'
import { readGrammar } from '../../lib/glossary/grammar'
import { type Assets, readAssets } from '../../lib/glossary/load'
import { describeFinding } from '../../lib/glossary/yaml-file'
import type { Grammar } from '../../lib/linking/record/grammar'
import { plainDocument, readPlain } from '../../lib/text/plain'

const ROOT = join(import.meta.dirname, '../..')
const SHARED = join(ROOT, '../shared')

let assets: Assets
let grammar: Grammar
beforeAll(async () => {
  grammar = await readGrammar(join(ROOT, 'assets'))
  assets = await readAssets(join(ROOT, 'assets'))
  // Parsing all YAML takes seconds, on a busy machine more than the ten that vitest allows.
}, 60_000)

describe('the bundled glossary', () => {
  it('is whole and free of contradictions', () => {
    expect(checkAssets(assets).map(describeFinding)).toEqual([])
  })

  it('tells apart, by the engine, the forms that entries share', () => {
    const engine = openEngine(compileEngine(assets.data, grammar))
    const wrong = assets.senses.flatMap(({ sense, origin }) => {
      const { text, published, form, means, holder } = sense
      const meta = { url: null, publisher: null, publishedAt: published }
      const { mentions } = engine.mentions(plainDocument(readPlain(text), meta))
      const said = mentions.filter(({ surface }) => surface.normalize('NFKC').includes(form))
      const right =
        means === null
          ? said.length === 0
          : said.some((mention) => mention.entity === means) &&
            said.every(({ entity, refersTo }) => entity !== means || !holder || refersTo === holder)
      if (right) return []
      const answer = said.map(({ surface, entity, refersTo }) => `${surface}=${entity}→${refersTo}`)
      return [`${origin.file}:${origin.line} ${form}: ${answer.join(' ') || 'nothing'}`]
    })
    expect(wrong).toEqual([])
  })

  it.skipIf(!existsSync(SHARED))(
    'says everything in its own words (skipped where ../shared is missing)',
    async () => {
      const texts: string[] = []
      for await (const file of glob('{gold/*.txt,corpus/*.ndjson,cases/*.jsonl}', { cwd: SHARED }))
        texts.push(await readFile(join(SHARED, file), 'utf8'))
      // Shorter sentences (「首都はソウル。」) are nobody's own.
      const sentences = texts
        .flatMap((text) => text.split(/[。\n"]|\\n/))
        .map((sentence) => sentence.trim())
        .filter((sentence) => sentence.length >= 15)
      const own = [
        ...assets.data.entities.map(({ id, gloss, text }) => ({ id, words: [gloss, text] })),
        ...assets.data.events.map(({ id, title, text }) => ({ id, words: [title, text] })),
      ]
      // Every sentence by its first letters, so that each of ours is compared with few.
      const byStart = Map.groupBy(new Set(sentences), (sentence) => sentence.slice(0, 8))
      const copied = own.filter(({ words }) =>
        words.some((word) =>
          Array.from({ length: word.length }, (_, at) => at).some((at) =>
            byStart.get(word.slice(at, at + 8))?.some((sentence) => word.startsWith(sentence, at)),
          ),
        ),
      )
      expect(copied.map(({ id }) => id)).toEqual([])
    },
  )
})
