/** Which person a name means: offices at the article's date, introductions, titles, first names. */

import type { PeopleContext } from './context'
import { isCountry, LETTERS } from './countries'
import { LEADERSHIP } from './leadership'
import type { Local } from './locals'
import type { Evidence } from './mention'
import type { NameSpan } from './names'
import { daysBetween } from './period'
import { fitOf, isSamePost } from './post-fit'
import { type Reading, sentenceAt } from './reading'
import { strangerInPost } from './strangers'
import type { Term, Thing } from './tables'
import { isTitle, type Title } from './titles'

/** One reading of a stretch: an entry of the glossary, or somebody whom only this text knows. */
export interface Choice {
  readonly thing: Thing | null
  readonly local: Local | null
  readonly weight: number
  readonly evidence: readonly Evidence[]
}

/** What must speak for a person: less with a title that fits, more for a bare surname. */
const ENOUGH = 1
const ENOUGH_FOR_SAN = 4
const ENOUGH_BARE = 4
/** Honorifics of any citizen, and of those whom police and courts name: they point at nobody known. */
const OF_ANYBODY = /^(?:さん|さま|君|くん|様|ちゃん|容疑者|被告|受刑者|死刑囚)$/u
/** So long after the last office a surname with 氏 needs an introduction. */
const FORGOTTEN_DAYS = 20 * 365
/** Before a surname: the one who is no more. */
const DEAD =
  /(?:殺害された|暗殺された|死亡した|死去した|亡くなった|急死した|故)(?:[^、。はがを]{0,12})$/u
/** Before a surname: the one who holds an office now. */
const IN_OFFICE = /(?:現職|現役)の$/u
/** Behind a name: 鈴木首相は、|1945年|…. */
const YEAR_BEHIND = /^[はが]、?((?:19|20)\d\d)年/u
/** What it says that somebody did not hold the post in the year of which the text tells: 鈴木首相 of 1945. */
const OTHER_YEARS = -9
/** What it says that this very person was the last of the name to be called with a post. */
const LAST_CALLED = 8

/** Behind the post of somebody who fills in: 国防長官|代行. */
const ACTING = /(?:代行|代理)$/u

/** The people whom a name can mean here, likeliest first. */
export function choosePeople(context: PeopleContext, reading: Reading, span: NameSpan): Choice[] {
  const choices = weighPeople(context, reading, span)
  const [best, second] = choices
  const titled = span.kind !== 'surname' || (span.title !== null && !span.title.honorific)
  // Who was last named with a post is who the surname means from here on.
  if (best && titled && best.weight - (second?.weight ?? 0) > 0.5) {
    const family = span.kind === 'surname' ? span.name : (best.thing?.family ?? span.family)
    if (family) context.lastCalled.set(family, best)
  }
  return choices
}

function weighPeople(context: PeopleContext, reading: Reading, span: NameSpan): Choice[] {
  if (span.kind === 'new') {
    const local = context.locals.find(span.name)
    const says = span.title ? [evidence('title', `「${span.title.text}」として紹介`)] : []
    if (local) return [{ thing: null, local, weight: 8, evidence: says }]
  }
  if (span.kind === 'new' || span.kind === 'part')
    return context.locals
      .peopleCalled(span.name)
      .map((local) => weighLocal(local, span.title))
      .sort(byWeight)
  // 福田|内閣 is one name: the surname in it is no mention of its own.
  if (!span.title && span.kind === 'surname' && LEADERSHIP.test(behind(reading, span))) return []
  const day = yearBefore(context, reading, span)
  if (span.kind === 'full')
    return span.things
      .map((thing): Choice => {
        const weighed = weighTitle(context, thing, span.title, day)
        const weight = 10 + Math.max(-3, weighed.weight) / 4
        return {
          thing,
          local: null,
          weight,
          evidence: [evidence('form', `氏名「${thing.headword}」`)],
        }
      })
      .sort(byWeight)
  const enough = !span.title
    ? ENOUGH_BARE
    : OF_ANYBODY.test(span.title.core)
      ? ENOUGH_FOR_SAN
      : ENOUGH
  const before = reading.text.slice(Math.max(0, span.start - 20), span.start)
  const dead = DEAD.test(before)
  const inOffice = IN_OFFICE.test(before)
  const weighed = span.things.map((thing) => {
    const choice = weighSurname(context, thing, span.title, day)
    const { weight } = choice
    if (dead) return { ...choice, weight: weight + (serves(context, thing) ? -4 : 1) }
    return inOffice && !serves(context, thing) ? { ...choice, weight: -99 } : choice
  })
  const owner = span.title ? countryBefore(context, before) : null
  const owned = weighed.some(({ thing, weight }) => thing?.country === owner && weight >= enough)
  const choices: Choice[] =
    owner && owned
      ? weighed.filter(({ thing }) => !thing?.country || thing.country === owner)
      : [...weighed]
  for (const local of context.locals.peopleCalled(span.name))
    choices.push(weighLocal(local, span.title))
  const last = span.title && !span.title.honorific ? undefined : context.lastCalled.get(span.name)
  const likely = choices
    .map((choice) =>
      last && last.thing === choice.thing && last.local === choice.local
        ? { ...choice, weight: choice.weight + LAST_CALLED }
        : choice,
    )
    .filter(({ weight }) => weight >= enough)
    .sort(byWeight)
  if (likely.length > 0) return likely
  const stranger = strangerInPost(context, reading, span)
  return stranger ? [weighLocal(stranger, span.title)] : []
}

const behind = ({ text }: Reading, { nameEnd }: NameSpan): string =>
  text.slice(nameEnd, nameEnd + 8)

function weighSurname(
  context: PeopleContext,
  thing: Thing,
  title: Title | null,
  day: string,
): Choice {
  const reasons: Evidence[] = []
  let weight = 0
  if (context.introduced.has(thing)) {
    weight += 5
    reasons.push(evidence('introduced', `本文に「${thing.headword}」`))
  }
  // One whom the text tells apart by his given name is not meant by the surname alone.
  else if (context.byGiven.has(thing)) weight -= 4
  const weighed = weighTitle(context, thing, title, day)
  // Of a surname of one letter (金, 李) there are too many to guess at one out of office.
  const vague = thing.family?.length === 1 && weight === 0 && !weighed.serving
  weight += vague ? Math.min(0, weighed.weight) : weighed.weight
  reasons.push(...weighed.evidence)
  return { thing, local: null, weight, evidence: reasons }
}

function weighLocal(local: Local, title: Title | null): Choice {
  const reasons = [evidence('introduced', `本文に「${local.headword}」`)]
  let weight = 5
  if (title && !title.honorific) {
    const fits = [...local.says].some(
      (said) => said.endsWith(title.core) || title.core.endsWith(said),
    )
    weight += fits ? 4 : -4
    if (fits) reasons.push(evidence('title', `肩書き「${title.text}」`))
  }
  return { thing: null, local, weight, evidence: reasons }
}

/** What a title says for or against a person. */
function weighTitle(
  context: PeopleContext,
  thing: Thing,
  title: Title | null,
  day: string,
): { weight: number; evidence: Evidence[]; serving: boolean } {
  const terms = context.tables.byPerson.get(thing.index) ?? []
  if (!title || title.honorific) {
    const serving = terms.find((term) => covers(term, day))
    const office = serving ? context.tables.things[serving.office]?.headword : undefined
    const reasons = title ? [evidence('title', `敬称「${title.text}」`)] : []
    if (office) reasons.push(evidence('date', `記事の日に${office}`))
    return {
      serving: serving !== undefined,
      weight: isForgotten(terms, day)
        ? 0
        : (serving ? 2 : 0.5 + 0.4 * recency(terms, day)) + (title ? 0.5 : 0),
      evidence: reasons,
    }
  }
  const { country, core } = withoutCountry(context, title.core)
  const foreign = country && thing.country && country !== thing.country ? -8 : 0
  const held = bestTerm(context, terms, { ...title, core }, day)
  if (held)
    return {
      serving: held.serving,
      weight: held.weight + foreign,
      evidence: [evidence('title', `「${title.text}」`), evidence('date', held.detail)],
    }
  const known = [...thing.titles, ...(context.calledAs.get(thing) ?? [])]
  if (known.some((one) => isSamePost(core, one)))
    return {
      weight: 4 + foreign,
      evidence: [evidence('title', `肩書き「${title.text}」`)],
      serving: true,
    }
  return { weight: -7, evidence: [], serving: false }
}

/** Of namesakes out of office the press means the one who left last: 1 today, 0.5 after ten years, 0 never in office. */
function recency(terms: readonly Term[], day: string): number {
  const left = terms.map((term) => term.to).filter((to) => to < day)
  const last = left.sort().at(-1)
  return last === undefined ? 0 : 1 / (1 + daysBetween(last, day) / 3650)
}

/** Whether somebody once in office has been out of it for so long that nobody means him by 氏 alone. */
const isForgotten = (terms: readonly Term[], day: string): boolean =>
  terms.length > 0 &&
  terms.every(({ from, to }) => from <= day && to < day && daysBetween(to, day) > FORGOTTEN_DAYS)

function bestTerm(context: PeopleContext, terms: readonly Term[], title: Title, day: string) {
  const past = title.prefix === '前' || title.prefix === '元' || title.prefix === '故'
  let best: { weight: number; detail: string; serving: boolean } | null = null
  for (const term of terms) {
    const fit =
      fitOf(context.tables, term, title.core) ||
      (term.acting ? fitOf(context.tables, term, title.core.replace(ACTING, '')) : 0)
    if (!fit) continue
    let weight = fit
    // On the first days of a successor the press still knows the predecessor by the post.
    const gap = covers(term, day)
      ? 0
      : term.to < day
        ? daysBetween(term.to, day)
        : daysBetween(day, term.from)
    if (past) weight += term.to < day ? 2.5 + recency([term], day) : term.from > day ? -3 : 0
    else if (title.prefix === '次期') weight += term.from > day ? 2 : -2
    else weight += gap === 0 ? 3 : gap < 400 ? -0.5 : day === context.day ? -2 : OTHER_YEARS
    const office = context.tables.things[term.office]?.headword ?? ''
    const detail = `${office}（${term.from}〜${term.to === '9999-12-31' ? '' : term.to}）`
    if (!best || weight > best.weight) best = { weight, detail, serving: gap < 400 }
  }
  return best
}

/** A country before the post: 米財務長官, 中国国家主席; 米|国務長官 rather than 米国|務長官. */
function withoutCountry(
  context: PeopleContext,
  core: string,
): { country: string | null; core: string } {
  let found: { country: string; core: string } | null = null
  for (let length = Math.min(core.length - 2, 10); length > 0; length--) {
    const country = countryNamed(context, core.slice(0, length))
    if (!country) continue
    const rest = core.slice(length)
    if (isTitle(rest)) return { country, core: rest }
    found ??= length > 1 ? { country, core: rest } : null
  }
  return found ?? { country: null, core }
}

/** The country that の makes the owner of a namesake: 中国の|李首相, where Korea has a 李首相 too. */
function countryBefore(context: PeopleContext, before: string): string | null {
  if (!before.endsWith('の')) return null
  for (let length = Math.min(before.length - 1, 10); length > 1; length--) {
    const country = countryNamed(context, before.slice(-1 - length, -1))
    if (country) return country
  }
  return null
}

function countryNamed({ tables }: PeopleContext, text: string): string | null {
  if (text.length === 1) return LETTERS[text] ?? null
  const form = tables.formOf(text)
  if (form < 0) return null
  return tables.sensesOf(form).find(({ thing }) => isCountry(thing))?.thing.country ?? null
}

/**
 * The day to read a title with: the article's, or the middle of an earlier year that the sentence
 * names before it. The year must stand directly before with 当時 (1993年に当時の河野官房長官), unless
 * nobody of the name holds such a post any more (2021年、菅総理大臣は): then the text tells of the past.
 */
function yearBefore(
  context: PeopleContext,
  reading: Reading,
  { start, end, things, title }: NameSpan,
): string {
  const sentence = sentenceAt(reading, start)
  const words = reading.text.slice(Math.max(sentence.start, start - 40), start)
  const held = things.some((thing) => servesAs(context, thing, title))
  const behind = held ? null : YEAR_BEHIND.exec(reading.text.slice(end, end + 9))?.[1]
  if (behind && behind < context.day.slice(0, 4)) return `${behind}-07-01`
  if (!words.includes('年')) return context.day
  const match =
    /((?:19|20)\d\d)年[^。]{0,30}?当時の?$/u.exec(words) ??
    (held ? null : /((?:19|20)\d\d)年(?:(?!\d年)[^。])*$/u.exec(words))
  return match?.[1] && match[1] < context.day.slice(0, 4) ? `${match[1]}-07-01` : context.day
}

const serves = ({ tables, day }: PeopleContext, { index }: Thing): boolean =>
  (tables.byPerson.get(index) ?? []).some((term) => covers(term, day))

/** Whether somebody holds a post that the title can mean; any, where it is none or an honorific. */
const servesAs = (context: PeopleContext, thing: Thing, title: Title | null): boolean =>
  title === null || title.honorific
    ? serves(context, thing)
    : (context.tables.byPerson.get(thing.index) ?? []).some(
        (term) => covers(term, context.day) && fitOf(context.tables, term, title.core) > 0,
      )

/** Whether a term covers a day. */
export const covers = (term: Term, day: string): boolean => term.from <= day && day <= term.to

const byWeight = (a: Choice, b: Choice): number => b.weight - a.weight

export const evidence = (rule: Evidence['rule'], detail: string): Evidence => ({ rule, detail })
