/** Place entries for countries and capitals, out of `world-countries` and the press names. Node only. */
import world, { type Country as WorldCountry } from 'world-countries'
import { aliasOf, type Capital, type CountryFile, type Description, type PressName } from './files'
import type { Alias, Entity } from './schema'

/**
 * One entry for each country or territory (`place.kr`) and each listed capital. A country is a member
 * of the frameworks that list it; a capital lies in its country.
 * @throws Error where the package gives no Japanese name and `file` none either, or where `file` says
 * nothing about a country (a card of region and capital alone tells a reader nothing) or something
 * about one that is left out.
 */
export function countryEntities(file: CountryFile): Entity[] {
  const left = new Set(file.leaveOut.codes)
  const kept = world.filter(({ cca2 }) => !left.has(cca2))
  needKept(file, new Set(kept.map(({ cca2 }) => cca2)))
  const press = new Map(file.countries.map((name) => [name.code, name]))
  const described = new Map(file.descriptions.map((one) => [one.code, one]))
  return [
    ...kept.map((country) =>
      countryEntity(country, file, press.get(country.cca2), described.get(country.cca2)),
    ),
    ...file.capitals.map((capital) => capitalEntity(capital, file.asOf)),
  ]
}

function needKept(file: CountryFile, kept: Set<string>): void {
  const named = [
    ...file.descriptions.map(({ code }) => code),
    ...file.memberships.flatMap(({ countries }) => countries),
  ]
  const stray = named.find((code) => !kept.has(code))
  if (stray) throw new Error(`countries.yaml: ${stray} is no country with an entry`)
}

function countryEntity(
  country: WorldCountry,
  file: CountryFile,
  press: PressName | undefined,
  description: Description | undefined,
): Entity {
  const japanese = country.translations.jpn
  const headword = press?.headword ?? japanese?.common
  if (!headword) throw new Error(`countries.yaml: ${country.cca2} needs a Japanese name`)
  if (!description) throw new Error(`countries.yaml: ${country.cca2} needs a description`)
  return place({
    id: placeId(country.cca2),
    headword,
    reading: press?.reading ?? headword,
    english: country.name.common,
    gloss: description.gloss,
    text: description.text,
    country: country.cca2,
    aliases: distinct(headword, [
      ...(press?.aliases ?? []).map(aliasOf),
      ...[press?.official ?? japanese?.official, japanese?.common]
        .filter((form) => form !== undefined)
        .map((form): Alias => ({ form, kind: 'full' })),
    ]),
    relations: file.memberships
      .filter(({ countries }) => countries.includes(country.cca2))
      .map(({ framework }) => ({ to: framework, type: 'member-of' })),
    sources: description.sources,
    asOf: file.asOf,
  })
}

const capitalEntity = (capital: Capital, asOf: string): Entity =>
  place({
    id: capital.id,
    headword: capital.headword,
    reading: capital.reading,
    english: capital.english,
    gloss: capital.gloss,
    text: '',
    country: capital.country,
    aliases: distinct(capital.headword, capital.aliases.map(aliasOf)),
    relations: [{ to: placeId(capital.country), type: 'located-in' }],
    sources: capital.sources,
    asOf,
  })

const placeId = (code: string): string => `place.${code.toLowerCase()}`

type PlaceFields = Omit<Entity, 'kind' | 'tier' | 'titles' | 'basis'>
const place = (fields: PlaceFields): Entity => ({
  ...fields,
  kind: 'place',
  tier: 'basic',
  titles: [],
  basis: fields.sources.length > 0 ? 'article' : 'general',
})

/** Aliases without the headword and without repetition; the first that says something of a form stays. */
function distinct(headword: string, aliases: Alias[]): Alias[] {
  const seen = new Set([headword])
  return aliases.filter(({ form }) => !seen.has(form) && seen.add(form))
}
