/** Forms and texts for the matcher's benchmarks, the same on every machine. */
import { join } from 'node:path'
import { readGrammar } from '../../lib/glossary/grammar'
import { loadAssets } from '../../lib/glossary/load'
import { formsOf, lettersOf } from '../../lib/linking/record/forms'
import { openLexicon } from '../../lib/linking/record/lexicon'
import { fold, foldForm } from '../../lib/text/fold'

export interface Material {
  /** The glossary's own forms, distinct and folded. */
  real: string[]
  /** Made of its names and of people's names; distinct. */
  made(count: number): string[]
  /** Japanese prose, folded. */
  text: string
}

const GIVEN =
  '一二三正和明子美太郎雄介健大翔真優香恵里奈樹直哉浩司修平誠治弘文義孝秀康隆志信之英夫昭俊'

/** The glossary's own forms and prose; more forms are made of its names and of people's names. */
export async function material(): Promise<Material> {
  const assets = join(import.meta.dirname, '../../assets')
  const [{ entities }, grammar] = await Promise.all([loadAssets(assets), readGrammar(assets)])
  const surnames = openLexicon(grammar.lexicon).all('surname')
  const letters = lettersOf(entities)
  const real = [
    ...new Set(
      entities.flatMap((entity) => formsOf(entity, letters).map(({ form }) => foldForm(form).text)),
    ),
  ]
  const text = fold(entities.map(({ gloss, text: long }) => `${gloss}${long}`).join('')).text
  return { text, real, made: (count) => made(real, surnames, count) }
}

function made(real: readonly string[], surnames: readonly string[], count: number): string[] {
  const forms = new Set<string>()
  const next = random(7)
  const pick = <T>(list: ArrayLike<T>): T => list[next() % list.length] as T
  const bodies = [
    '協会',
    '研究所',
    '委員会',
    '株式会社',
    '銀行',
    '大学',
    '財団',
    '連盟',
    '条約',
    '計画',
  ]
  while (forms.size < count) {
    const person = pick(surnames) + pick(GIVEN) + pick(GIVEN)
    const body = pick(real).slice(0, 6) + pick(bodies)
    forms.add(next() % 2 ? person : body)
    forms.add(pick(surnames) + pick(GIVEN) + pick(GIVEN) + pick(GIVEN))
  }
  return [...forms].slice(0, count)
}

/** Numerical Recipes' linear congruential generator: nothing hangs on its quality here. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 8
  }
}
