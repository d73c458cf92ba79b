/** People and bodies that no glossary knows but the text introduces. */
import type { Kind } from '../glossary/schema'
import type { LocalEntity } from './mention'

export interface Local {
  readonly headword: string
  readonly kind: Kind
  /** Folded full name. */
  readonly name: string
  /** Folded: how the text may call them after that (surnames, abbreviations). */
  readonly short: readonly string[]
  /** Titles and definitions, folded, as they stand. */
  readonly says: Set<string>
}

/** The locals of one document, by folded name. */
export class Locals {
  readonly #byName = new Map<string, Local>()

  get all(): Local[] {
    return [...this.#byName.values()]
  }

  /** Adds one, or what else the text says of one. */
  introduce(local: Omit<Local, 'says'>, says: string | null): Local {
    const known = this.#byName.get(local.name) ?? { ...local, says: new Set<string>() }
    this.#byName.set(local.name, known)
    if (says) known.says.add(says)
    return known
  }

  find(name: string): Local | undefined {
    return this.#byName.get(name)
  }

  /** People who may be called so. */
  peopleCalled(short: string): Local[] {
    return this.all.filter((local) => local.kind === 'person' && local.short.includes(short))
  }
}

/** As the annotation shows them. */
export const localEntity = (local: Local): LocalEntity => ({
  headword: local.headword,
  kind: local.kind,
  aliases: [...local.short],
  says: [...local.says],
})
