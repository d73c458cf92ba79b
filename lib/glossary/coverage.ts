/** How much of what looks like names in a set of texts the glossary knows. */
import { blockText } from '../article/block-text'
import type { Document } from '../article/document'
import type { Mention } from '../linking/mention'
import { nameLike } from './name-like'

export interface FormCount {
  form: string
  /** Occurrences, those of them inside or over a mention, and in how many texts. */
  count: number
  covered: number
  documents: number
}

/** Counts over texts: `add` each, then `forms`. */
export class Coverage {
  readonly #counts = new Map<string, FormCount>()
  readonly #isCommon: (form: string) => boolean

  /** @param isCommon true for what is a word of the dictionary and no name. */
  constructor(isCommon: (form: string) => boolean) {
    this.#isCommon = isCommon
  }

  /** @param mentions what the engine found in `document`. */
  add(document: Document, mentions: readonly Mention[]): void {
    const byBlock = Map.groupBy(mentions, (mention) => mention.block)
    const seen = new Set<string>()
    for (const block of document.blocks) {
      const inBlock = byBlock.get(block.id) ?? []
      for (const { form, titled, start, end } of nameLike(blockText(block))) {
        if (!titled && this.#isCommon(form)) continue
        const count = this.#counts.get(form) ?? { form, count: 0, covered: 0, documents: 0 }
        count.count++
        if (inBlock.some((mention) => mention.start < end && mention.end > start)) count.covered++
        if (!seen.has(form)) count.documents++
        seen.add(form)
        this.#counts.set(form, count)
      }
    }
  }

  /** All forms, those in most texts first. */
  forms(): FormCount[] {
    return [...this.#counts.values()].sort(
      (a, b) => b.documents - a.documents || b.count - a.count || (a.form < b.form ? -1 : 1),
    )
  }
}

/** A form counts as known where most of its occurrences are. */
export const isKnown = ({ count, covered }: FormCount): boolean => covered * 2 > count
