/** Reads `assets/lexicon/*.yaml`, `assets/rules/*.yaml` and `assets/weights.yaml`, as people write them, into one `Grammar`. Node only. */
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Grammar } from '../linking/record/grammar'
import type { StoredLimits, StoredWord } from '../linking/record/lexicon'
import { foldForm } from '../text/fold'
import { Kind } from './schema'
import { AssetError, type Finding, readYamlFile } from './yaml-file'

/** Several words or classes in one line, with blanks between. */
const several = v.pipe(
  v.string(),
  v.minLength(1),
  v.transform((line) => line.trim().split(/\s+/u)),
)
const Classes = v.pipe(
  several,
  v.transform((classes): Use[] => classes.map((is) => ({ is }))),
)
const Limited = v.pipe(
  v.strictObject({
    /** The class. */
    is: v.string(),
    /** Words behind which, or before which, the word is none of the class. */
    notBefore: v.optional(several),
    notBehind: v.optional(several),
    /** What the word is short for. */
    for: v.optional(v.string()),
  }),
  v.transform((use): Use[] => [use]),
)
const Uses = v.union([Classes, Limited])

/** One class of a word, and what may not stand beside the word there. */
interface Use {
  is: string
  notBefore?: string[] | undefined
  notBehind?: string[] | undefined
  for?: string | undefined
}

export const LexiconFile = v.strictObject({
  /** What each class is, and an example with | where the word begins or ends. */
  classes: v.record(v.string(), v.strictObject({ means: v.string(), example: v.string() })),
  /** Each word once, with all its classes. */
  words: v.record(
    v.string(),
    v.union([
      Uses,
      v.pipe(
        v.array(Uses),
        v.transform((uses) => uses.flat()),
      ),
    ]),
  ),
})

const number = v.pipe(v.string(), v.transform(Number), v.number(), v.finite())

export const WeightFile = v.strictObject({
  weights: v.record(
    v.string(),
    v.strictObject({
      /** Every scalar of our files is read as text. */
      weight: number,
      /** What speaks, and why it says so much. */
      why: v.string(),
      /** On how many mentions of the marked sets taking it away changes the answer. */
      support: v.optional(number),
    }),
  ),
})

/** Sentences of a row that are its tests: [ ] holds the name. */
export const RuleFile = v.strictObject({
  rules: v.array(
    v.strictObject({
      id: v.string(),
      gives: Kind,
      /** Class of the last word. */
      end: v.string(),
      /** Least and most letters before it: `2-14`. */
      stem: v.pipe(v.string(), v.regex(/^\d+-\d+$/)),
      because: v.string(),
      says: v.pipe(v.array(v.string()), v.minLength(1)),
      not: v.pipe(v.array(v.string()), v.minLength(1)),
    }),
  ),
})

/**
 * The grammar in `dir` (the project's `assets` folder).
 * @throws AssetError where a file does not fit, a word stands in two places, or a class is not told.
 */
export async function readGrammar(dir: string): Promise<Grammar> {
  const classes = new Map<string, StoredWord[]>()
  const seen = new Map<string, string>()
  const findings: Finding[] = []
  const files = (await Array.fromAsync(glob('lexicon/*.yaml', { cwd: dir }))).sort()
  const read = await Promise.all(
    files.map(async (name) => ({
      name,
      ...(await readYamlFile(join(dir, name), name, LexiconFile)),
    })),
  )
  for (const { value } of read) for (const kind of Object.keys(value.classes)) classes.set(kind, [])
  for (const { name, value, line } of read)
    for (const [word, uses] of Object.entries(value.words)) {
      const fail = (message: string) =>
        findings.push({ file: name, line: line(['words', word]), entry: word, message })
      const first = seen.get(word)
      if (first) fail(`stands in ${first} too`)
      seen.set(word, name)
      for (const use of uses) {
        const list = classes.get(use.is)
        if (list) list.push(storedWord(word, use))
        else fail(`no file has a class ${use.is}`)
      }
    }
  if (findings.length > 0) throw new AssetError(findings)
  return {
    lexicon: Object.fromEntries(classes),
    unlisted: (await readRules(dir)).map(({ id, gives, end, stem }) => {
      const [least = 0, most = 0] = stem.split('-').map(Number)
      return { id, gives, end, least, most }
    }),
    weights: await readWeights(dir),
  }
}

function storedWord(word: string, { notBefore, notBehind, for: full }: Use): StoredWord {
  const { text } = foldForm(word)
  if (!notBefore && !notBehind && !full) return text
  const fold = (words: readonly string[]) => words.map((one) => foldForm(one).text)
  const limits: StoredLimits = {
    ...(notBefore ? { notBefore: fold(notBefore) } : {}),
    ...(notBehind ? { notBehind: fold(notBehind) } : {}),
    ...(full ? { for: full } : {}),
  }
  return [text, limits]
}

/** Rows as they are written, with the sentences that are their tests. */
export async function readRules(dir: string): Promise<v.InferOutput<typeof RuleFile>['rules']> {
  const name = 'rules/unlisted.yaml'
  return (await readYamlFile(join(dir, name), name, RuleFile)).value.rules
}

async function readWeights(dir: string): Promise<Record<string, number>> {
  const { value } = await readYamlFile(join(dir, 'weights.yaml'), 'weights.yaml', WeightFile)
  return Object.fromEntries(Object.entries(value.weights).map(([id, { weight }]) => [id, weight]))
}
