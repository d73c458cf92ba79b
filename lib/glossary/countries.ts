/** Place entries for countries and capitals, out of `world-countries` and the press names. Node only. */
import world, { type Country as WorldCountry } from 'world-countries'
import { aliasOf, type Capital, type CountryFile, type PressName } from './files'
import type { Alias, Entity } from './schema'

/**
 * One entry for each country or territory (`place.kr`) and each listed capital.
 * @throws Error where the package gives no Japanese name and `file` none either.
 */
export function countryEntities(file: CountryFile): Entity[] {
  const left = new Set(file.leaveOut.codes)
  const press = new Map(file.countries.map((name) => [name.code, name]))
  const capitals = new Map<string, Capital>()
  for (const capital of file.capitals)
    if (!capitals.has(capital.country)) capitals.set(capital.country, capital)
  const kept = world.filter((country) => !left.has(country.cca2))
  const countries = kept.map((country) =>
    countryEntity(country, file, press.get(country.cca2), capitals.get(country.cca2)),
  )
  const names = new Map(countries.map((country) => [country.country, country.headword]))
  return [
    ...countries,
    ...file.capitals.map((capital) =>
      capitalEntity(capital, names.get(capital.country), file.asOf),
    ),
  ]
}

function countryEntity(
  country: WorldCountry,
  file: CountryFile,
  press: PressName | undefined,
  capital: Capital | undefined,
): Entity {
  const japanese = country.translations.jpn
  const headword = press?.headword ?? japanese?.common
  if (!headword) throw new Error(`countries.yaml: ${country.cca2} needs a Japanese name`)
  const region = file.regions[country.subregion]
  const what = country.unMember ? '国' : '地域'
  const where = region ? `${region}の${what}` : what
  return place({
    id: `place.${country.cca2.toLowerCase()}`,
    headword,
    reading: press?.reading ?? headword,
    english: country.name.common,
    gloss: press?.gloss ?? `${where}。${capital ? `首都は${capital.headword}。` : ''}`,
    country: country.cca2,
    aliases: distinct(headword, [
      ...(press?.aliases ?? []).map(aliasOf),
      ...[press?.official ?? japanese?.official, japanese?.common]
        .filter((form) => form !== undefined)
        .map((form): Alias => ({ form, kind: 'full' })),
    ]),
    relations: [],
    asOf: file.asOf,
  })
}

const capitalEntity = (capital: Capital, country: string | undefined, asOf: string): Entity =>
  place({
    id: capital.id,
    headword: capital.headword,
    reading: capital.reading,
    english: capital.english,
    gloss: capital.gloss ?? `${country ?? capital.country}の首都。`,
    country: capital.country,
    aliases: distinct(capital.headword, capital.aliases.map(aliasOf)),
    relations: [{ to: `place.${capital.country.toLowerCase()}`, type: 'located-in' }],
    asOf,
  })

type PlaceFields = Pick<
  Entity,
  'id' | 'headword' | 'reading' | 'english' | 'gloss' | 'country' | 'aliases' | 'relations' | 'asOf'
>
const place = (fields: PlaceFields): Entity => ({
  ...fields,
  kind: 'place',
  text: '',
  tier: 'basic',
  titles: [],
  sources: [],
  basis: 'general',
})

/** Aliases without the headword and without repetition; the first that says something of a form stays. */
function distinct(headword: string, aliases: Alias[]): Alias[] {
  const seen = new Set([headword])
  return aliases.filter(({ form }) => !seen.has(form) && seen.add(form))
}
