/** Every form under which a text may name an entity, beside those that the glossary lists. */
import type { Alias, AliasCondition, Entity } from '../../glossary/schema'

/** `cut` is what papers leave of a name, which no entry lists. */
export type FormKind = Alias['kind'] | 'headword' | 'cut'

export interface Form {
  readonly form: string
  readonly kind: FormKind
  readonly when?: AliasCondition
}

const QUALIFIER = /[（(][^（()）]*[)）]$/u
const OWNED = /^[^の]{1,8}の/u
/**
 * The letters with which the press writes countries (日, 米), with the codes of these, as their
 * entries list them. A letter that a text must bind first is none.
 */
export function lettersOf(entities: readonly Entity[]): ReadonlyMap<string, string> {
  const letters = new Map<string, string>()
  for (const { id, country, aliases } of entities)
    if (country && id === `place.${country.toLowerCase()}`)
      for (const { form, when } of aliases)
        if (form.length === 1 && !when?.bound && !letters.has(form)) letters.set(form, country)
  return letters
}

/** The name without a qualifier in brackets at its end: `外務省(中国)` → `外務省`. */
export const bareName = (headword: string): string => headword.replace(QUALIFIER, '') || headword

/**
 * Forms of one entity: headword, bare headword, aliases, a person's surname, an administration
 * without its number, and groupings with their countries in another order (米日同盟 for 日米同盟).
 *
 * @param letters Letters of countries; see {@link lettersOf}.
 */
export function formsOf(entity: Entity, letters: ReadonlyMap<string, string>): Form[] {
  const forms = new Map<string, Form>()
  const add = (form: string, kind: FormKind, when?: AliasCondition) => {
    if (form && !forms.has(form)) forms.set(form, when ? { form, kind, when } : { form, kind })
  }
  const name = bareName(entity.headword)
  // An alias that repeats the name says what context the name itself demands (スズキ is a fish too).
  add(name, 'headword', entity.aliases.find(({ form }) => form === name)?.when)
  // In 「アメリカの大統領」 the country and the post are named apart.
  for (const alias of entity.aliases)
    if (entity.kind !== 'office' || !OWNED.test(alias.form)) add(alias.form, alias.kind, alias.when)
  if (entity.kind === 'person') {
    for (const name of surnames(entity)) add(name, 'surname')
    for (const { form, kind } of byReading(entity)) add(form, kind)
  }
  const listed = [...forms.values()].filter(({ kind }) => kind !== 'surname')
  for (const { form, kind, when } of listed) {
    if (entity.kind === 'organisation' && /(?:政権|内閣)$/u.test(form))
      for (const variant of administrations(form)) add(variant, 'variant', when)
    if (entity.kind !== 'person')
      for (const variant of reordered(form, letters))
        add(variant, kind === 'headword' ? 'variant' : kind, when)
  }
  const all = [...forms.values()]
  return all.filter(({ form }) => !isDescription(form, all))
}

/**
 * A name with words around it that are no part of it: of 「日本の気象庁」, 「3回目の核実験」,
 * 「日米韓3カ国」 and 「交流サイト(SNS)」 the annotation guidelines mark the name alone.
 */
function isDescription(form: string, all: readonly Form[]): boolean {
  if (/^[\d０-９一二三四五六七八九十]+[回度]目の/u.test(form)) return true
  // FBI＝連邦捜査局 is two names side by side.
  if (/^[A-Za-z0-9]+[=＝]\p{sc=Han}/u.test(form)) return true
  return all.some(({ form: name }) => {
    if (name.length < 2 || name.length >= form.length) return false
    const behind = form.startsWith(name) ? form.slice(name.length) : ''
    const before = form.endsWith(name) ? form.slice(0, -name.length) : ''
    return /^(?:の|的な|[3３三][カか]国|[（(])/u.test(behind) || /(?:の|大手|[（(])$/u.test(before)
  })
}

/** Words that begin a surname of several parts: フォン・デア・ライエン, ファン・ダイク. */
const PARTICLE =
  /^(?:フォン|ファン|ヴァン|バン|デ|デア|デル|デラ|ド|ドゥ|ディ|ダ|ドス|ラ|ル|レ|アル|エル|ビン|ベン|ブン|マク|オ|セント|サン)$/u

/** `family` as given; for a foreign name without it, what stands behind the last separator. */
function surnames(person: Entity): string[] {
  if (person.family) return [person.family]
  const parts = bareName(person.headword).split(/[・＝=]/u)
  const last = parts.at(-1)
  if (parts.length < 2 || !last) return []
  const first = parts.findIndex((part, k) => k > 0 && PARTICLE.test(part))
  return first > 0 && first < parts.length - 1 ? [parts.slice(first).join('・'), last] : [last]
}

/** Chinese and Korean names as papers also write them, by their sound: 金龍顕 → キム・ヨンヒョン, キム. */
function byReading({ headword, reading }: Entity): Form[] {
  const [first, ...rest] = reading.split('・')
  if (
    !first ||
    rest.length === 0 ||
    !/^\p{sc=Han}/u.test(headword) ||
    !/^[\p{sc=Kana}ー]+$/u.test(first)
  )
    return []
  return [
    { form: reading, kind: 'variant' },
    { form: first, kind: 'surname' },
  ]
}

function administrations(form: string): string[] {
  const name = form.replace(/^第[0-9０-９一二三四五六七八九十]+次/u, '')
  const stem = name.replace(/(?:政権|内閣)$/u, '')
  // A bare 政権 names nothing.
  if (!stem) return []
  return [`${stem}政権`, `${stem}新政権`, `${stem}内閣`, `${stem}新内閣`, `${stem}政府`]
}

/** Country letters as Japanese, Korean and Chinese papers string them together (日米, 韓米日). */
function reordered(form: string, letters: ReadonlyMap<string, string>): string[] {
  let length = 0
  while (letters.has(form.charAt(length))) length++
  if (length < 2 || length > 3 || form.length < length + 2) return []
  const rest = form.slice(length)
  return permutations([...form.slice(0, length)]).map((order) => order.join('') + rest)
}

function permutations(items: readonly string[]): string[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, k) =>
    permutations(items.filter((_, j) => j !== k)).map((rest) => [item, ...rest]),
  )
}
