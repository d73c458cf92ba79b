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
  readonly #people = new Map<string, Local[]>()

  get all(): Local[] {
    return [...this.#byName.values()]
  }

  /** Adds one, or what else the text says of one. */
  introduce(local: Omit<Local, 'says'>, says: string | null): Local {
    const known = this.#byName.get(local.name)
    if (known) {
      if (says) known.says.add(says)
      return known
    }
    const added = { ...local, says: new Set(says ? [says] : []) }
    this.#byName.set(local.name, added)
    if (local.kind === 'person')
      for (const short of local.short) {
        const list = this.#people.get(short)
        if (list) list.push(added)
        else this.#people.set(short, [added])
      }
    return added
  }

  find(name: string): Local | undefined {
    return this.#byName.get(name)
  }

  /** People who may be called so. */
  peopleCalled(short: string): readonly Local[] {
    return this.#people.get(short) ?? []
  }
}

/** As the annotation shows them. */
export const localEntity = (local: Local): LocalEntity => ({
  headword: local.headword,
  kind: local.kind,
  aliases: [...local.short],
  says: [...local.says],
})
