/** What each kind of evidence weighs, as `assets/weights.yaml` says. */
export interface Weights {
  /**
   * @param id Of a rule: `country.owner`.
   * @throws {Error} where the table has no such rule.
   */
  of(id: string): number
}

/** Opens the weights that a record stores. */
export function openWeights(stored: Readonly<Record<string, number>>): Weights {
  const weights = new Map(Object.entries(stored))
  return {
    of(id) {
      const weight = weights.get(id)
      if (weight === undefined) throw new Error(`assets/weights.yaml has no rule ${id}`)
      return weight
    },
  }
}
