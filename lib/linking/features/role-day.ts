/** The day with which a bare role is read: the article's, or an earlier one that its words name. */

import type { Context } from '../facts/facts'
import { hitsUntil, lastUpTo, type Reading, sentenceAt } from '../read/reading'
import { daysBetween } from '../record/period'
import { covers, type Term, type Thing } from '../record/tables'

/** A stretch of days; a single day where both are the same. */
export interface Days {
  readonly first: string
  readonly last: string
}

/** An administration that owns a post: 宮沢内閣の|官房長官, オバマ政権の|国務長官. */
const ADMINISTRATION =
  /(?:第[1-9一二三四]次)?([\p{sc=Han}]{1,5}|[\p{sc=Kana}ー・]{2,20})(?:改造)?(?:内閣|政権)(?:時代|当時)?の$/u
const HEAD_OF_GOVERNMENT = /\.(?:prime-minister|president|chancellor|premier)$/
const YEAR = '((?:19|20)\\d\\d)年(?:(\\d{1,2})月)?(?:(\\d{1,2})日)?'
/** 1993年に|官房長官が…, 2003年の|外相: nothing but a few nouns between. */
const YEAR_BEFORE = new RegExp(
  `${YEAR}(?:に|、|の|当時の?)(?:当時の)?[\\p{sc=Han}\\p{sc=Kana}ー]{0,9}の?$`,
  'u',
)
/** 官房長官が|1993年に発表した|談話. */
const YEAR_BEHIND = new RegExp(
  `^[がの]${YEAR}に[^、。「」]{1,14}(?:た|ていた)(?=[\\p{sc=Han}\\p{sc=Kana}「『])`,
  'u',
)
/** 首相が|2008年2月13日、…謝罪してから|10年: what is told is that year's, the article an anniversary's. */
const YEAR_REMEMBERED = new RegExp(
  `^[がの]${YEAR}(?:に|、)[^。「」]{1,60}?(?:から|以来)[0-9一二三四五六七八九十百]{1,4}(?:周?年|か月)`,
  'u',
)
/** 侵攻から|20|年となった: the day of an anniversary, so many years ago. */
const YEARS_SINCE = /から(?:[^、。から]{1,6}で)?([0-9]{1,3})(?:周?年)(?![間度代])/gu
/** 開戦の日、(日本の)|首相: back on the day of which an anniversary is told. */
const THAT_DAY = /(?:[\p{sc=Han}]の日|その日|当日|当時)(?:、|の)(?:[^、。「」]{1,8}の)?$/u
/** So far back in its block an anniversary is looked for. */
const ANNIVERSARY_NEAR = 60
/** Words by which an event gives the time of what is told. */
const AT_EVENT =
  /^(?:の(?:際|時|とき|ころ|頃|直後|直前|翌日|当日|当時|発生|さなか|最中)|が?(?:発生|起き|起こ)|当時|に際し|直後|発生|では?、?$)/u
/** An event of the last months is told as news of today. */
const LONG_AGO_DAYS = 180
/** So many forms of the sentence before are asked. */
const NEAR = 24

/**
 * Terms of an office that can be meant where an administration is named as the owner of the post;
 * null where none is. Several stay where nothing picks one.
 */
export function termsUnder(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  office: Thing,
): readonly Term[] | null {
  const owner = ADMINISTRATION.exec(reading.text.slice(Math.max(0, start - 30), start))
  if (!owner?.[1]) return null
  const spans = administrationsOf(context, reading, start - 1, owner[1], office)
  if (spans.length === 0) return null
  const year = yearOf(reading, start, end)
  const terms = (context.tables.byOffice.get(office.index) ?? []).filter(
    (term) =>
      !term.acting &&
      spans.some(
        ({ first, last }) =>
          term.from < last && first < term.to && (!year || meets(term, { first, last }, year)),
      ),
  )
  return terms
}

const meets = (term: Term, { first, last }: Days, year: Days): boolean =>
  term.from <= year.last && year.first <= term.to && first <= year.last && year.first <= last

/** When the administration that is named at the end of a stretch was in office. */
function administrationsOf(
  context: Context,
  reading: Reading,
  end: number,
  name: string,
  office: Thing,
): Days[] {
  for (const hit of hitsUntil(reading, end)) {
    const known = context.tables.sensesOf(hit.form).filter(({ thing }) => thing.valid)
    const days = known.flatMap(({ thing, when }) =>
      thing.valid && (!when?.days || (when.days[0] <= context.day && context.day <= when.days[1]))
        ? [{ first: thing.valid[0], last: thing.valid[1] }]
        : [],
    )
    if (days.length > 0) return days
  }
  return context.tables.personsOf(name).flatMap((person) =>
    (context.tables.byPerson.get(person.index) ?? []).flatMap((term) => {
      const led = context.tables.things[term.office]
      return led &&
        HEAD_OF_GOVERNMENT.test(led.id) &&
        led.country === office.country &&
        !term.acting
        ? [{ first: term.from, last: term.to }]
        : []
    }),
  )
}

/** A past day that the words around a role give it: a year beside it, or an event of the glossary. */
export function dayNamed(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
): string | null {
  const year = yearOf(reading, start, end)
  if (year) return year.last < context.day ? middle(year) : null
  return dayOfEvent(context, reading, start) ?? dayRemembered(context, reading, start)
}

/** The day so many years before the article's where the words before a role tell of an anniversary. */
export function dayRemembered({ day }: Context, reading: Reading, start: number): string | null {
  if (!THAT_DAY.test(reading.text.slice(Math.max(0, start - 14), start))) return null
  const before = reading.text.slice(Math.max(0, start - ANNIVERSARY_NEAR), start)
  const years = [...before.matchAll(YEARS_SINCE)].at(-1)?.[1]
  if (!years) return null
  return `${String(Number(day.slice(0, 4)) - Number(years)).padStart(4, '0')}${day.slice(4)}`
}

/** The year (month, day) that stands beside a role in its clause. */
function yearOf(reading: Reading, start: number, end: number): Days | null {
  const sentence = sentenceAt(reading, start)
  const before = reading.text.slice(Math.max(sentence.start, start - 40), start)
  if (before.includes('年')) {
    const match = YEAR_BEFORE.exec(before)
    if (match) return daysOf(match)
  }
  const behind = reading.text.slice(end, Math.min(end + 90, sentence.end))
  const match = YEAR_BEHIND.exec(behind) ?? YEAR_REMEMBERED.exec(behind)
  return match ? daysOf(match) : null
}

function daysOf([, year = '', month, day]: RegExpExecArray): Days {
  if (!month) return { first: `${year}-01-01`, last: `${year}-12-31` }
  const two = (value: string) => value.padStart(2, '0')
  if (!day) return { first: `${year}-${two(month)}-01`, last: `${year}-${two(month)}-28` }
  const date = `${year}-${two(month)}-${two(day)}`
  return { first: date, last: date }
}

const middle = ({ first, last }: Days): string =>
  first === last
    ? first
    : first.slice(0, 7) === last.slice(0, 7)
      ? `${first.slice(0, 7)}-15`
      : `${first.slice(0, 4)}-07-01`

/** The first day of an event long past that the sentence names as the time: 同時多発テロの際、|大統領は. */
function dayOfEvent(context: Context, reading: Reading, start: number): string | null {
  const sentence = sentenceAt(reading, start)
  const last = lastUpTo(reading.hits, start - 1, (hit) => hit.start)
  for (let k = last; k >= 0 && k > last - NEAR; k--) {
    const hit = reading.hits[k]
    if (!hit || hit.start < sentence.start) break
    if (
      hit.end > start ||
      !AT_EVENT.test(reading.text.slice(hit.end, Math.min(start, hit.end + 6)))
    )
      continue
    const days = context.tables
      .sensesOf(hit.form)
      .flatMap(({ thing }) => (thing.kind === 'event' && thing.valid ? [thing.valid[0]] : []))
    const [day] = days
    if (day && days.length === 1 && daysBetween(day, context.day) > LONG_AGO_DAYS) return day
  }
  return null
}

/** Words of somebody's leaving: of the post itself, or of what its holder does. */
const LEAVING = '(?:辞任|辞職|退任|退陣|離任|更迭|解任|罷免|失職)'
/** Words of a resignation handed in or meant: 辞表を提出した, 辞意を固めた. */
const RESIGNING = '(?:辞表を(?:提出|出)|辞意を(?:固め|表明|示|漏ら|明らか|伝え))'
const LEAVING_BEFORE = new RegExp(
  `(?:${LEAVING}(?:する|した|された|を表明した|の)|${RESIGNING}(?:した|た|にした))$`,
  'u',
)
const LEAVING_BEHIND = new RegExp(
  `^(?:を(?:事実上)?${LEAVING}|[はがも][^。「」が]{0,60}?(?:${LEAVING}|${RESIGNING}|(?:職|官邸|ホワイトハウス|ワシントン)を(?:去|退))|の(?:弾劾|不信任)[^。「」]{0,30}可決|(?:に対する|への)(?:弾劾|不信任)[^。「」]{0,30}可決)`,
  'u',
)

/** Whether the clause says of a role that its holder leaves it. */
export const leaves = (reading: Reading, start: number, end: number): boolean =>
  LEAVING_BEFORE.test(reading.text.slice(Math.max(0, start - 12), start)) ||
  LEAVING_BEHIND.test(reading.text.slice(end, Math.min(end + 80, sentenceAt(reading, start).end)))

/** The one term of several that a day falls in, or the only one there is. */
export const onlyTerm = (terms: readonly Term[], day: string | null): Term | null => {
  const open = day ? terms.filter((term) => covers(term, day)) : terms
  const people = new Set(open.map(({ person }) => person))
  return people.size === 1 ? (open.at(-1) ?? null) : null
}
