/** Which person a name means: offices at the article's date, introductions, titles, first names. */

import { LEADERSHIP } from '../read/name-words'
import { type Reading, sentenceAt } from '../read/reading'
import { isTitle, type Title } from '../read/titles'
import { letterCountry } from '../record/country-letters'
import { daysBetween } from '../record/period'
import { covers, isCountry, type Term, type Thing } from '../record/tables'
import { by, byWeight, type Choice, Tally } from './choice'
import type { NameSpan, PeopleContext } from './facts'
import type { Local } from './locals'
import { fitOf, isSamePost } from './post-fit'
import { strangerInPost } from './strangers'

/** What must speak for a person: less with a title that fits, more for a bare surname. */
const ENOUGH = 1
const ENOUGH_FOR_SAN = 4
const ENOUGH_BARE = 4
/** Honorifics of any citizen, and of those whom police and courts name: they point at nobody known. */
const OF_ANYBODY = /^(?:さん|さま|君|くん|様|ちゃん|容疑者|被告|受刑者|死刑囚)$/u
/** So long after the last office a surname with 氏 needs an introduction. */
const FORGOTTEN_DAYS = 20 * 365
/** So little a title that does not fit says against a whole name. */
const LEAST_TITLE = -3
/** Somewhat more than a year: a post is still told of by it. */
const YEAR_DAYS = 400
/** Before a surname: the one who is no more. */
const DEAD =
  /(?:殺害された|暗殺された|死亡した|死去した|亡くなった|急死した|故)(?:[^、。はがを]{0,12})$/u
/** Before a surname: the one who holds an office now. */
const IN_OFFICE = /(?:現職|現役)の$/u
/** Behind a name: 鈴木首相は、|1945年|…. */
const YEAR_BEHIND = /^[はが]、?((?:19|20)\d\d)年/u

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
    const says = span.title ? `「${span.title.text}」として紹介` : ''
    if (local) return [by(context.tables, 'title.new', says, { local })]
  }
  if (span.kind === 'new' || span.kind === 'part')
    return context.locals
      .peopleCalled(span.name)
      .map((local) => weighLocal(context, local, span.title))
      .sort(byWeight)
  // 福田|内閣 is one name: the surname in it is no mention of its own.
  if (!span.title && span.kind === 'surname' && LEADERSHIP.test(behind(reading, span))) return []
  const day = yearBefore(context, reading, span)
  if (span.kind === 'full')
    return span.things
      .map((thing): Choice => {
        const { tally: titled } = weighTitle(context, thing, span.title, day)
        return new Tally(context.tables.weights)
          .add('form.whole-name', `氏名「${thing.headword}」`)
          .add('title.of-whole-name', '', Math.max(LEAST_TITLE, titled.sum))
          .of({ thing })
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
    const tally = weighSurname(context, thing, span.title, day)
    if (dead) tally.add(serves(context, thing) ? 'date.dead-but-serving' : 'date.dead')
    if (!dead && inOffice && !serves(context, thing)) tally.add('date.not-serving')
    return tally.of({ thing })
  })
  const owner = span.title ? countryBefore(context, before) : null
  const owned = weighed.some(({ thing, weight }) => thing?.country === owner && weight >= enough)
  const choices: Choice[] =
    owner && owned
      ? weighed.filter(({ thing }) => !thing?.country || thing.country === owner)
      : [...weighed]
  for (const local of context.locals.peopleCalled(span.name))
    choices.push(weighLocal(context, local, span.title))
  const last = span.title && !span.title.honorific ? undefined : context.lastCalled.get(span.name)
  const likely = choices
    .map((choice) =>
      last && last.thing === choice.thing && last.local === choice.local
        ? heavier(context, choice, 'introduced.last-called')
        : choice,
    )
    .filter(({ weight }) => weight >= enough)
    .sort(byWeight)
  if (likely.length > 0) return likely
  const stranger = strangerInPost(context, reading, span)
  return stranger ? [weighLocal(context, stranger, span.title)] : []
}

const behind = ({ text }: Reading, { nameEnd }: NameSpan): string =>
  text.slice(nameEnd, nameEnd + 8)

function weighSurname(
  context: PeopleContext,
  thing: Thing,
  title: Title | null,
  day: string,
): Tally {
  const tally = new Tally(context.tables.weights)
  if (context.introduced.has(thing))
    tally.add('introduced.whole-name', `本文に「${thing.headword}」`)
  // One whom the text tells apart by his given name is not meant by the surname alone.
  else if (context.byGiven.has(thing)) tally.add('introduced.by-given')
  const titled = weighTitle(context, thing, title, day)
  // Of a surname of one letter (金, 李) there are too many to guess at one out of office.
  const vague = thing.family?.length === 1 && tally.sum === 0 && !titled.serving
  if (!vague || titled.tally.sum < 0) tally.take(titled.tally)
  else for (const { id = '', detail } of titled.tally.evidence) tally.say(id, detail)
  return tally
}

function weighLocal({ tables }: PeopleContext, local: Local, title: Title | null): Choice {
  const tally = new Tally(tables.weights).add('introduced.local', `本文に「${local.headword}」`)
  if (title && !title.honorific) {
    const fits = [...local.says].some(
      (said) => said.endsWith(title.core) || title.core.endsWith(said),
    )
    if (fits) tally.add('title.local', `肩書き「${title.text}」`)
    else tally.add('title.local-other')
  }
  return tally.of({ local })
}

/** A choice with one more reason. */
function heavier({ tables }: PeopleContext, choice: Choice, id: string): Choice {
  const { sum, evidence } = new Tally(tables.weights).add(id)
  return { ...choice, weight: choice.weight + sum, evidence: [...choice.evidence, ...evidence] }
}

/** What a title says for or against a person. */
function weighTitle(
  context: PeopleContext,
  thing: Thing,
  title: Title | null,
  day: string,
): { tally: Tally; serving: boolean } {
  const tally = new Tally(context.tables.weights)
  const terms = context.tables.byPerson.get(thing.index) ?? []
  if (!title || title.honorific) {
    const serving = terms.find((term) => covers(term, day))
    const office = serving ? context.tables.things[serving.office]?.headword : undefined
    const forgotten = isForgotten(terms, day)
    const says = title ? `敬称「${title.text}」` : ''
    if (title && !forgotten) tally.add('title.honorific', says)
    else if (title) tally.say('title.honorific', says)
    if (serving) tally.add('date.serving', office ? `記事の日に${office}` : '')
    else if (!forgotten) tally.add('date.known').add('date.recent', '', recency(terms, day))
    return { tally, serving: serving !== undefined }
  }
  const { country, core } = withoutCountry(context, title.core)
  const foreign = country && thing.country && country !== thing.country
  const serving = weighTerms(context, tally, terms, { ...title, core }, day)
  const known = [...thing.titles, ...(context.calledAs.get(thing) ?? [])]
  if (serving === null)
    if (known.some((one) => isSamePost(core, one)))
      tally.add('title.listed', `肩書き「${title.text}」`)
    else return { tally: tally.add('title.of-another'), serving: false }
  if (foreign) tally.add('country.of-another-title')
  return { tally, serving: serving ?? true }
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

/** Fit of a title with an office: by its whole name, or by the end of it. */
const FITS: Readonly<Record<number, string>> = { 5: 'title.office', 3: 'title.office-end' }

/** Adds the term that fits a title best; whether it is near the day, null where none fits. */
function weighTerms(
  { tables, day: today }: PeopleContext,
  tally: Tally,
  terms: readonly Term[],
  title: Title,
  day: string,
): boolean | null {
  const past = title.prefix === '前' || title.prefix === '元' || title.prefix === '故'
  let best: { tally: Tally; serving: boolean } | null = null
  for (const term of terms) {
    const fit =
      fitOf(tables, term, title.core) ||
      (term.acting ? fitOf(tables, term, title.core.replace(ACTING, '')) : 0)
    if (!fit) continue
    const one = new Tally(tables.weights).add(FITS[fit] ?? '', `「${title.text}」`)
    // On the first days of a successor the press still knows the predecessor by the post.
    const gap = covers(term, day)
      ? 0
      : term.to < day
        ? daysBetween(term.to, day)
        : daysBetween(day, term.from)
    const office = tables.things[term.office]?.headword ?? ''
    const says = `${office}（${term.from}〜${term.to === '9999-12-31' ? '' : term.to}）`
    if (past) {
      if (term.to < day)
        one.add('date.former', says).add('date.recent-former', '', recency([term], day))
      else if (term.from > day) one.add('date.former-not-yet', says)
      else one.say('date.holds', says)
    } else if (title.prefix === '次期')
      one.add(term.from > day ? 'date.to-come' : 'date.not-to-come', says)
    else
      one.add(
        gap === 0
          ? 'date.holds'
          : gap < YEAR_DAYS
            ? 'date.held-lately'
            : day === today
              ? 'date.held-long-ago'
              : 'date.held-other-years',
        says,
      )
    if (!best || one.sum > best.tally.sum) best = { tally: one, serving: gap < YEAR_DAYS }
  }
  if (!best) return null
  tally.take(best.tally)
  return best.serving
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
    if (isTitle(context.tables, rest)) return { country, core: rest }
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
  if (text.length === 1) return letterCountry(tables, text) ?? null
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
