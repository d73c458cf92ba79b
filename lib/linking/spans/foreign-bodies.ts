/** Bodies and posts of countries for which the glossary lists none. */

import type { Kind } from '../../glossary/schema'
import { by } from '../facts/choice'
import type { Context } from '../facts/facts'
import { draft } from '../facts/locals'
import { factsAround, weighCountries } from '../features/countries'
import { chooseSenses } from '../features/senses'
import {
  commonKind,
  countryAtHand,
  inEveryCountry,
  isEnvoy,
  lacks,
  standsAlone,
} from '../read/bodies'
import { type Hit, hitsUntil, type Reading } from '../read/reading'
import { letterCountry } from '../record/country-letters'
import { bareName } from '../record/forms'
import { fromWords } from '../record/lexicon'
import { isCountry, type Sense, type Thing } from '../record/tables'
import type { CountryPrefix } from './country-prefix'
import { type Proposal, proposal } from './proposal'
import { isNoRole, proposeRole, withRolePrefix } from './roles'

/** How a qualifier names a country: 国防省(英国). */
const QUALIFIERS: Readonly<Record<string, string>> = { US: '米国', GB: '英国' }
const qualifierOf = ({ country, headword }: Thing): string => QUALIFIERS[country ?? ''] ?? headword

/** Ends of bodies and posts that any country has. */
const BODY = fromWords(({ any }) => new RegExp(`(?:${any('country-body-end')})$`, 'u'))
/**
 * A body or post of a country for which the glossary lists none: 伊国防省, or 国防省 where the text
 * is about Italy. Its name is the common one with the country in brackets.
 */
export function foreignBody(
  context: Context,
  reading: Reading,
  hit: Hit,
  kind: Kind | undefined,
  prefix: CountryPrefix | null,
  senses: readonly Sense[] = [],
): Proposal[] {
  const form = reading.text.slice(hit.start, hit.end)
  const other = prefix ? equivalent(context, prefix.country, form) : null
  if (other && prefix) {
    const choices = chooseSenses(context, reading, hit.start, hit.end, [other], prefix.country)
    const role = proposeRole(context, reading, prefix.start, hit, choices)
    return role ? [role] : []
  }
  const common = commonKind(reading, form)
  const owned =
    prefix && (inEveryCountry(senses, common) || (kind !== 'document' && BODY(reading).test(form)))
  if (!common && !owned) return []
  if (!prefix && !standsAlone(reading, form)) return []
  const start = prefix?.start ?? hit.start
  const country = prefix?.country ?? countryMeant(context, reading, hit)
  const place = country ? context.tables.countryOf(country) : undefined
  if (!country || !place) return []
  const named = [...context.bodies].find(
    (body) => body.country === country && body.name !== form && body.name.includes(form),
  )
  if (named) {
    const known = by(context.tables, 'document.longer-body', `本文の「${named.headword}」`, {
      thing: named,
    })
    return [proposal(context.tables, 'foreign-body', { start, end: hit.end }, [known])]
  }
  // アメリカ陸軍|航空軍: a longer body of that country.
  const longer = prefix
    ? /^\p{sc=Han}{1,8}(?:軍|隊|司令部|本部|局)(?!\p{sc=Han})/u.exec(
        reading.text.slice(hit.end, hit.end + 12),
      )?.[0]
    : undefined
  const end = hit.end + (longer?.length ?? 0)
  const first = longer || prefix?.country === 'JP' ? start : hit.start
  const written = reading.original
    .slice(reading.folded.from[first], reading.folded.to[end - 1])
    .replace(/\s/gu, '')
    .replace(/選$/u, '選挙')
    .replace(/^[A-Z]{2,}$/, (letters) => commonName(senses) ?? letters)
  const headword =
    longer || prefix?.country === 'JP' ? written : `${written}(${qualifierOf(place)})`
  const local = draft(
    {
      headword,
      kind: common ?? kind ?? 'organisation',
      country,
      name: headword,
      short: longer ? [] : [`${place.headword}${written}`],
    },
    reading.text.slice(start, end),
  )
  const meant = by(context.tables, 'country.foreign-body', `文の国: ${place.headword}`, { local })
  const isPost = (common ?? kind) === 'office'
  if (isPost && isNoRole(reading, start, hit.end)) return []
  const from = isPost ? withRolePrefix(reading, start) : start
  return [proposal(context.tables, 'foreign-body', { start: from, end }, [meant])]
}

/** The long name that all countries' bodies of one abbreviation share: 国家安全保障会議 for NSC. */
function commonName(senses: readonly Sense[]): string | null {
  const names = new Set(senses.map(({ thing }) => bareName(thing.headword)))
  const [name] = names
  return names.size === 1 && name !== undefined ? name : null
}

/**
 * The country that a common name belongs to here, where something clearly says so.
 *
 * @param atHome Japan has such a body: then nothing but a text about another country tells against it.
 */
export function countryMeant(
  context: Context,
  reading: Reading,
  hit: Hit,
  atHome = false,
): string | null {
  const form = reading.text.slice(hit.start, hit.end)
  if (atHome && form === '国会') return null
  const told = new Set(context.countries.keys())
  const tallies = weighCountries(context, reading, hit.start, hit.end, told)
  const weights = new Map([...tallies].map(([country, { sum }]) => [country, sum]))
  const home = weights.get('JP') ?? 0
  // Japan's own bodies are all in the glossary.
  weights.delete('JP')
  // Nobody sends an ambassador to themselves.
  if (isEnvoy(form)) weights.delete(receiverOf(context, reading, hit) ?? '')
  const [best, second] = [...weights].sort((a, b) => b[1] - a[1])
  if (!best) return countryAtHand(form)
  const rest = second?.[1] ?? 0
  if (home < 1 && best[1] - rest >= 2 && inCapital(context, reading, hit.start) === best[0])
    return lacks(reading, best[0], form) ? null : best[0]
  if (atHome) return best[1] >= 6 && best[1] - home >= 5 && best[1] - rest >= 2 ? best[0] : null
  const clear = best[1] >= 4 ? best[1] - rest >= 1 : best[1] >= 2 && rest === 0
  return clear ? best[0] : countryAtHand(form)
}

/** The country in the name of an envoy's post: 駐|米|大使, 駐|フランス|大使. */
function receiverOf(context: Context, reading: Reading, hit: Hit): string | null {
  const name = reading.text.slice(hit.start + 1, hit.end - 2)
  const letter = letterCountry(reading, name)
  if (letter) return letter
  const senses = context.tables.sensesOf(context.tables.formOf(name))
  return senses.find(({ thing }) => isCountry(thing))?.thing.country ?? null
}

/** The country of a city that the sentence names, and no other country, before a body: モスクワで…|外務省. */
function inCapital(context: Context, reading: Reading, start: number): string | null {
  const { before } = factsAround(context, reading, start, start)
  const [city] = before
  if (!city?.place || before.some(({ country }) => country !== city.country)) return null
  const named = hitsUntil(reading, city.end).some(({ form }) =>
    context.tables.sensesOf(form).some(({ thing }) => thing.kind === 'place' && !isCountry(thing)),
  )
  return named && /^[での]/u.test(reading.text.slice(city.end, city.end + 1)) ? city.country : null
}

function equivalent({ tables }: Context, country: string, role: string): Sense | null {
  const form =
    country === 'US' ? tables.formOf(tables.lexicon.full('american-post', role) ?? '') : -1
  if (form < 0) return null
  return tables.sensesOf(form).find(({ thing }) => thing.country === country) ?? null
}
