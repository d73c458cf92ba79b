/** Whom 「日米首脳会談」 brings together, where its sentence does not name them all. */
import type { Mention } from '../linking/mention'
import { COUNTRY_LETTERS, countriesIn } from './countries'
import type { Head } from './heads'
import { idOf, isPerson } from './identity'
import type { Unit } from './units'

/** What the press calls heads of government and foreign ministers. */
const LEADER = /(?:首相|総理大臣|総理|大統領|国家主席|主席|総書記|議長国首脳)$/u
const FOREIGN = /(?:外相|外務大臣|国務長官|外務長官|外交部長官|外交部長|外務次官)$/u
const DEFENCE = /(?:防衛相|防衛大臣|国防長官|国防相|国防部長官|戦争長官)$/u
/** Titles that only some countries have. */
const OF_COUNTRY: readonly (readonly [RegExp, string])[] = [
  [/(?:総理大臣|総理|防衛相|防衛大臣)$/u, '日'],
  [/(?:国務長官|国防長官|戦争長官)$/u, '米'],
  [/(?:国家主席|主席)$/u, '中'],
  [/総書記$/u, '朝'],
  [/外交部長官$/u, '韓'],
]

/**
 * The people of a meeting; for a summit of named countries, the holders whom the document names
 * stand in for those whom the sentence leaves out; failing them, the countries.
 */
export function leadersOf(
  unit: Unit,
  head: Head,
  people: readonly Mention[],
  document: { readonly holders: Holders },
): Mention[] {
  const compound = compoundOf(unit, head)
  const letters = lettersIn(compound)
  if (letters.length < 2) return [...people]
  const title = titleIn(compound)
  const persons = people.filter(isPerson)
  if (persons.length >= letters.length) return [...people]
  if (title) {
    const found = letters.flatMap((letter) => document.holders.of(letter, title) ?? [])
    if (found.length > 0) {
      const known = new Set(found.map(idOf))
      return [...found, ...persons.filter((person) => !known.has(idOf(person)))]
    }
  }
  if (persons.length > 0) return [...people]
  return letters.map((letter) =>
    countryMention(unit, COUNTRY_LETTERS[letter] ?? '', document.holders.countries),
  )
}

/** The full name of the meeting: of the mention on it (首脳会談 = 日米首脳会談), or as it is written. */
function compoundOf(unit: Unit, head: Head): string {
  const mention = unit.mentions.find(
    ({ of, start, end }) => of.kind === 'event' && start < head.hit.end && end > head.hit.start,
  )
  if (mention) return mention.of.headword
  const written = unit.text.slice(head.start, head.hit.end)
  // 「日米首脳会談 20日未明に意見交換へ」: a headline's first words name the meeting.
  const topic =
    unit.heading && unit.mentions.find(({ of, end }) => of.kind === 'event' && end <= head.start)
  return topic && countriesIn(written).length === 0 ? topic.of.headword : written
}

const lettersIn = (compound: string): string[] =>
  countriesIn(compound).length
    ? [...(/^[日米中韓朝露ロ英仏独伊印豪台欧比越加]{2,4}/u.exec(compound)?.[0] ?? '')]
    : []

type Title = 'leader' | 'foreign' | 'defence'
const TITLES: readonly (readonly [Title, RegExp])[] = [
  ['leader', LEADER],
  ['foreign', FOREIGN],
  ['defence', DEFENCE],
]

function titleIn(compound: string): Title | null {
  if (/首脳/u.test(compound)) return 'leader'
  if (/外相|外務|外交/u.test(compound)) return 'foreign'
  return /防衛|国防/u.test(compound) ? 'defence' : null
}

/** Whom a document names by title and country, and its countries. */
export interface Holders {
  /** The person with such a title of that country whom the document names most often. */
  of(letter: string, title: Title): Mention | null
  readonly countries: ReadonlyMap<string, Mention>
}

/** Reads a document's titled names once. */
export function holdersIn(document: readonly Unit[]): Holders {
  const counts = new Map<string, Map<string, { mention: Mention; count: number }>>()
  const countries = new Map<string, Mention>()
  for (const { text, mentions } of document)
    for (const { of, start } of mentions) {
      if (of.kind === 'place' && !countries.has(of.headword)) countries.set(of.headword, of)
      if (!isPerson(of)) continue
      const surface = of.surface.replace(/\s+/gu, '')
      const title = TITLES.find(([, pattern]) => pattern.test(surface))?.[0]
      if (!title) continue
      const key = `${title} ${countryOf(surface, text.slice(Math.max(0, start - 8), start))}`
      const people = counts.get(key) ?? new Map<string, { mention: Mention; count: number }>()
      const known = people.get(idOf(of))
      people.set(idOf(of), { mention: known?.mention ?? of, count: (known?.count ?? 0) + 1 })
      counts.set(key, people)
    }
  const first = new Map<string, Mention>()
  for (const [key, people] of counts) {
    const [most] = [...people.values()].sort((a, b) => b.count - a.count)
    if (most) first.set(key, most.mention)
  }
  return { of: (letter, title) => first.get(`${title} ${letter}`) ?? null, countries }
}

const NAMES: readonly (readonly [RegExp, string])[] = [
  [/(?:アメリカ|米国|米)(?:の)?$/u, '米'],
  [/(?:韓国|韓)(?:の)?$/u, '韓'],
  [/(?:中国|中)(?:の)?$/u, '中'],
  [/(?:ロシア|露|ロ)(?:の)?$/u, '露'],
  [/(?:フランス|仏)(?:の)?$/u, '仏'],
  [/(?:ドイツ|独)(?:の)?$/u, '独'],
  [/(?:イギリス|英国|英)(?:の)?$/u, '英'],
  [/(?:インド|印)(?:の)?$/u, '印'],
  [/(?:オーストラリア|豪州|豪)(?:の)?$/u, '豪'],
  [/(?:イタリア|伊)(?:の)?$/u, '伊'],
  [/(?:カナダ)(?:の)?$/u, '加'],
  [/(?:フィリピン|比)(?:の)?$/u, '比'],
  [
    /(?:ウクライナ|イラン|イスラエル|トルコ|ブラジル|台湾|ベトナム|タイ|モンゴル|ポーランド|サウジアラビア)(?:の)?$/u,
    '?',
  ],
]

/** The country of a titled name: by the title, by the country before it, or by custom. */
function countryOf(surface: string, before: string): string {
  for (const [pattern, letter] of NAMES) if (pattern.test(before)) return letter
  for (const [pattern, letter] of OF_COUNTRY) if (pattern.test(surface)) return letter
  if (/米(?:国)?(?:大統領|国務|国防)/u.test(surface)) return '米'
  // Japanese news says 首相 and 外相 of Japan's, 大統領 of America's without naming the country.
  if (/[ァ-ヶ]/u.test(surface)) return /大統領$/u.test(surface) ? '米' : '?'
  return /(?:首相|外相|外務大臣)$/u.test(surface) ? '日' : '?'
}

/** A mention of the country, or one made of its name alone. */
function countryMention(
  unit: Unit,
  headword: string,
  countries: ReadonlyMap<string, Mention>,
): Mention {
  const known = countries.get(headword)
  if (known) return known
  const why = { candidates: [], why: [], undecided: false, refersTo: null, entity: null }
  return {
    block: unit.block,
    start: 0,
    end: 1,
    surface: headword,
    headword,
    kind: 'place',
    tier: 'basic',
    ...why,
  }
}
