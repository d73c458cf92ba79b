/**
 * What the other fields of an entity already tell: a name of its family and given name, a reading
 * of a name in kana, an English name of the id. Where they do, a number travels in its place.
 */
type Fields = Readonly<Record<string, unknown>>

/** 0 and 1 say other things in a packed table. */
const FIRST = 2

/** By field, in the order in which they are told: what it may be, numbered from {@link FIRST}. */
const TOLD: readonly (readonly [field: string, ways: readonly ((row: Fields) => unknown)[]])[] = [
  [
    'headword',
    [
      ({ family, given }) => textOf(family) + textOf(given),
      ({ family, given }) => `${textOf(given)}・${textOf(family)}`,
    ],
  ],
  ['reading', [({ headword }) => headword]],
  [
    'english',
    [
      (row) => wordsOf(row).map(capital).join(' '),
      // `person.rubio-marco`: Marco Rubio.
      (row) => [...wordsOf(row).slice(1), ...wordsOf(row).slice(0, 1)].map(capital).join(' '),
      (row) => capital(wordsOf(row).join(' ')),
      (row) => wordsOf(row).join(' '),
      (row) => wordsOf(row).join('').toUpperCase(),
    ],
  ],
]

/** The entity with numbers where its other fields tell the text. */
export function withoutTold(entity: Fields): Fields {
  const short: Record<string, unknown> = { ...entity }
  for (const [field, ways] of TOLD) {
    const text = entity[field]
    const way = ways.findIndex((told) => told(entity) === text)
    if (typeof text === 'string' && way >= 0) short[field] = FIRST + way
  }
  return short
}

/** The entity with every text again that {@link withoutTold} left out. */
export function withTold(short: Fields): Fields {
  const entity: Record<string, unknown> = { ...short }
  for (const [field, ways] of TOLD) {
    const way = entity[field]
    if (typeof way === 'number') entity[field] = ways[way - FIRST]?.(entity)
  }
  return entity
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

const wordsOf = ({ id }: Fields): string[] => textOf(id).split('.').at(-1)?.split('-') ?? []

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)
