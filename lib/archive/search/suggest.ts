/**
 * Names to offer while one types: a few thousand short forms, where prefixes and slips of the finger
 * count and exactness does not. That is what MiniSearch is made for.
 */
import MiniSearch from 'minisearch'
import type { EntityLine } from '../../card'
import type { BunmyakuDatabase } from '../../db/database'
import type { EntityRow } from '../../db/rows'
import { foldForSearch } from './fold'

/** From this length on a form may differ in one unit out of five. */
const FUZZY_FROM = 4

/** Katakana as hiragana: readings are typed either way. */
const asHiragana = (text: string): string =>
  text.replace(/[ァ-ヶ]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) - 0x60))

const folded = (text: string): string => asHiragana(foldForSearch(text).text.trim())

/** Forms are whole tokens: a prefix of a name is typed from its start. */
const SEPARATOR = '\u001f'
const tokensOf = (forms: readonly string[]): string => forms.map(folded).join(SEPARATOR)

const documentOf = (entity: EntityRow) => ({
  id: entity.id,
  headword: tokensOf([entity.headword.replace(/\(.*\)$/, '')]),
  aliases: tokensOf(entity.aliases.map(({ form }) => form)),
  reading: tokensOf([entity.reading, entity.reading.replace(/[\s　]/g, '')]),
  english: tokensOf([entity.english, ...entity.english.split(/[\s,.()-]+/)].filter(Boolean)),
  tier: entity.tier,
})

const lineOf = ({ id, headword, kind, gloss }: EntityRow): EntityLine => ({
  id,
  headword,
  kind,
  gloss,
})

/** The glossary's names, read once a page's life. */
export class NameIndex {
  #index: Promise<MiniSearch> | null = null

  constructor(readonly db: BunmyakuDatabase) {}

  /** Entities whose name, alias, reading or English begins like the text, or nearly so; best first. */
  async suggest(text: string, limit = 6): Promise<EntityLine[]> {
    const query = folded(text)
    if (query === '') return []
    this.#index ??= this.#build()
    const index = await this.#index
    const found = index.search(query, {
      prefix: true,
      fuzzy: query.length >= FUZZY_FROM ? 0.2 : false,
      boost: { headword: 3, aliases: 2, reading: 2 },
      boostDocument: (_, __, stored) => (stored?.tier === 'key' ? 1.2 : 1),
    })
    const rows = await this.db.entities.bulkGet(found.slice(0, limit).map(({ id }) => String(id)))
    return rows.flatMap((row) => (row ? [lineOf(row)] : []))
  }

  async #build(): Promise<MiniSearch> {
    const index = new MiniSearch({
      fields: ['headword', 'aliases', 'reading', 'english'],
      storeFields: ['tier'],
      tokenize: (forms) => forms.split(SEPARATOR),
      processTerm: (form) => form || null,
    })
    await this.db.entities.each((entity) => index.add(documentOf(entity)))
    return index
  }
}
