/** Bodies, posts and elections that many countries have under one name: 国防省, 外相, 総選挙. */

import type { Kind } from '../../glossary/schema'
import { fromWords, type Worded } from '../record/lexicon'
import type { Sense, Thing } from '../record/tables'

const KINDS = fromWords(
  ({ all }) =>
    new Map<string, Kind>([
      ...all('common-body').map((word): [string, Kind] => [word, 'organisation']),
      ...all('common-party').map((word): [string, Kind] => [word, 'organisation']),
      ...all('common-election').map((word): [string, Kind] => [word, 'event']),
      ...all('common-post').map((word): [string, Kind] => [word, 'office']),
    ]),
)

/** What such a name is, undefined for any other word. */
export const commonKind = (from: Worded, form: string): Kind | undefined => KINDS(from).get(form)

/** Whether the name alone can mean one country's: armies and banks are general nouns without theirs. */
export const standsAlone = (from: Worded, form: string): boolean =>
  commonKind(from, form) === 'office' ||
  commonKind(from, form) === 'event' ||
  /(?:省|議会|国会|上院|下院|党|府)$/u.test(form) ||
  form in AT_HAND

/** Whoever a country sends to another: 駐米大使 is any country's. */
export const isEnvoy = (form: string): boolean => /^駐(?!日).{1,8}大使$/u.test(form)

/** Whose body is meant in Japan where nothing else is said: the only marines there are American. */
const AT_HAND: Readonly<Record<string, string>> = { 海兵隊: 'US' }
export const countryAtHand = (form: string): string | null => AT_HAND[form] ?? null

/**
 * Whether a form is the name of no one thing but of one in every country: then a country that owns
 * it decides. A post is, unless its name says its country.
 *
 * @param common What {@link commonKind} says of the form.
 */
export function inEveryCountry(senses: readonly Sense[], common: Kind | undefined): boolean {
  if (common) return true
  const [first] = senses
  if (!first || senses.some(({ thing }) => UNOWNED.has(thing.kind))) return false
  if (first.thing.kind === 'office') return true
  if (senses.some(({ thing, when }) => when?.country || isQualified(thing))) return true
  return new Set(senses.flatMap(({ thing }) => thing.country ?? [])).size > 1
}

/** Names of bodies and posts that a country does without: the United States have other ones. */
export const lacks = ({ lexicon }: Worded, country: string, form: string): boolean =>
  country === 'US' && lexicon.has('not-american', form)

const UNOWNED: ReadonlySet<Kind> = new Set(['place', 'concept', 'person', 'object', 'framework'])

/** 国家防衛戦略(米国): the bare name is another country's too. */
const isQualified = ({ headword, country }: Thing): boolean =>
  country !== null && /[)）]$/u.test(headword)
