/** Numbers that a sentence gives, so that two sources can be set side by side. */
import type * as v from 'valibot'
import type { Figure } from './schema'

const AMOUNT =
  /(?<about>約|およそ|少なくとも|最大)?(?<value>[0-9][0-9,.]*(?:[兆億万千百][0-9,.]*)*)(?<unit>ドル|円|ユーロ|ウォン|元|ポンド|人|%|パーセント|ポイント|トン|バレル|キロ(?:メートル)?|メートル|発|基|隻|機|か国|カ国|票|議席|件|棟|世帯)(?<behind>(?:規模|相当|余り|以上|超)?の(?<what>[一-龥ァ-ヶーA-Za-z]{2,10}))?/gu
const LABEL = /(?<label>[一-龥ァ-ヶーA-Za-z]{2,12})(?:は|が|を|の|で|に)?(?:[、(])?$/u

/** Amounts of a sentence with what they count; amounts without a word beside them are left out. */
export function figuresIn(sentence: string): v.InferOutput<typeof Figure>[] {
  const figures: v.InferOutput<typeof Figure>[] = []
  for (const match of sentence.matchAll(AMOUNT)) {
    const { value = '', unit = '', what } = match.groups ?? {}
    const before = LABEL.exec(sentence.slice(Math.max(0, match.index - 14), match.index))
    const label = what ?? before?.groups?.label
    if (label && figures.length < 8) figures.push({ label, value: `${value}${unit}` })
  }
  return figures
}
