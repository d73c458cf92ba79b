/** Bodies, posts and elections that many countries have under one name: 国防省, 外相, 総選挙. */

import type { Kind } from '../glossary/schema'
import { foldForm } from '../text/fold'
import type { Sense, Thing } from './tables'

const BODIES =
  '国防省 外務省 内務省 財務省 法務省 司法省 保健省 国防部 外交部 国会 議会 上院 下院 海軍 陸軍 空軍 海兵隊 沿岸警備隊 最高裁 最高裁判所 中央銀行 大統領府 首相府 政府軍 国防軍 連邦議会 貿易省 商務省 エネルギー省 石油省 情報省'
const PARTIES =
  '労働党 保守党 自由党 社会党 共産党 民主党 共和党 国民党 社会民主党 緑の党 自由民主党 人民党'
const POSTS =
  '大統領 副大統領 首相 副首相 外相 国防相 財務相 内相 貿易相 商務相 保健相 国王 女王 皇太子 総統 国家主席 大統領報道官 外務省報道官 国防省報道官 中央銀行総裁 外務次官 駐日大使'

const ELECTIONS =
  '総選挙 大統領選 大統領選挙 総統選 総統選挙 議会選挙 上院選 上院選挙 下院選 下院選挙'

const kinds = new Map<string, Kind>()
for (const word of `${BODIES} ${PARTIES}`.split(' ')) kinds.set(foldForm(word).text, 'organisation')
for (const word of ELECTIONS.split(' ')) kinds.set(foldForm(word).text, 'event')
for (const word of POSTS.split(' ')) kinds.set(foldForm(word).text, 'office')

/** The common names, as written; they are compiled beside the entries. */
export const COMMON_BODIES: readonly string[] = [...kinds.keys()]

/** What such a name is, undefined for any other word. */
export const commonKind = (form: string): Kind | undefined => kinds.get(form)

/** Whether the name alone can mean one country's: armies and banks are general nouns without theirs. */
export const standsAlone = (form: string): boolean =>
  kinds.get(form) === 'office' ||
  kinds.get(form) === 'event' ||
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
const LACKING: Readonly<Record<string, ReadonlySet<string>>> = {
  US: new Set(['外務省', '外交部', '国防部', '首相', '首相府', '外相', '国会', '法務省', '内相']),
}
export const lacks = (country: string, form: string): boolean =>
  LACKING[country]?.has(form) ?? false

const UNOWNED: ReadonlySet<Kind> = new Set(['place', 'concept', 'person', 'object', 'framework'])

/** 国家防衛戦略(米国): the bare name is another country's too. */
const isQualified = ({ headword, country }: Thing): boolean =>
  country !== null && /[)）]$/u.test(headword)
