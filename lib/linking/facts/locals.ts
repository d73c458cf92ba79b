/** People and bodies that no glossary knows but the text introduces. */

import type { Kind } from '../../glossary/schema'
import type { LocalEntity } from '../mention'

export interface Local {
  readonly headword: string
  readonly kind: Kind
  /** ISO code of the country whose body or post it is, where that is known. */
  readonly country?: string | null
  /** Folded full name. */
  readonly name: string
  /** Folded: how the text may call them after that (surnames, abbreviations). */
  readonly short: readonly string[]
  /** Titles and definitions, folded, as they stand. */
  readonly says: Set<string>
}

/** Who is known so far, by name. */
export interface Known {
  find(name: string): Local | undefined
  /** People who may be called so. */
  peopleCalled(short: string): readonly Local[]
}

/** One that a span would make known; it is so only if the span wins. */
export const draft = (local: Omit<Local, 'says'>, says: string | null = null): Local => ({
  ...local,
  says: new Set(says ? [says] : []),
})

/** The locals of one document, by folded name: of two of one name the first counts, with what is said of both. */
export class Locals implements Known {
  readonly #byName = new Map<string, Local>()
  readonly #people = new Map<string, Local[]>()

  get all(): Local[] {
    return [...this.#byName.values()]
  }

  /** Adds one, or what else the text says of one. */
  introduce(local: Local): Local {
    const known = this.#byName.get(local.name)
    if (known) {
      for (const said of local.says) known.says.add(said)
      return known
    }
    this.#byName.set(local.name, local)
    if (local.kind === 'person')
      for (const short of local.short) {
        const list = this.#people.get(short)
        if (list) list.push(local)
        else this.#people.set(short, [local])
      }
    return local
  }

  find(name: string): Local | undefined {
    return this.#byName.get(name)
  }

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
