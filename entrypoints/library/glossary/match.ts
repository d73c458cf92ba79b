/** Finding glossary entries by any of their names, the way a reader remembers one. */
import type { Entity } from '../../../lib/glossary/schema'

/** By reading, as a dictionary is ordered. */
export function glossaryOrder<E extends Pick<Entity, 'reading' | 'headword'>>(
  entities: readonly E[],
): E[] {
  const order = new Intl.Collator('ja')
  return [...entities].sort(
    (a, b) => order.compare(a.reading, b.reading) || order.compare(a.headword, b.headword),
  )
}

/** Case, width and the two kana scripts make no difference. */
const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60))

/**
 * Entities of which a name, reading or English name holds every word of the query; those whose name
 * begins with it first, otherwise in the order given.
 */
export function matchEntities<
  E extends Pick<Entity, 'headword' | 'reading' | 'english' | 'aliases'>,
>(entities: readonly E[], query: string): E[] {
  const words = fold(query).split(/\s+/).filter(Boolean)
  const [first] = words
  if (!first) return [...entities]
  const begins: E[] = []
  const holds: E[] = []
  for (const entity of entities) {
    const names = [
      entity.headword,
      entity.reading,
      entity.english,
      ...entity.aliases.map(({ form }) => form),
    ].map(fold)
    if (!words.every((word) => names.some((name) => name.includes(word)))) continue
    ;(names.some((name) => name.startsWith(first)) ? begins : holds).push(entity)
  }
  return [...begins, ...holds]
}
