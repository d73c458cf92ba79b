/** Which person a surname with a title means: offices at the article's date, introductions, titles. */
import type { Context } from './context'
import type { Evidence } from './mention'
import { daysBetween } from './period'
import type { Term, Thing } from './tables'
import type { Title } from './titles'

export interface Choice {
  readonly thing: Thing
  readonly weight: number
  readonly evidence: Evidence[]
}

/** Weighs one person for a surname with a title; a weight of 0 or less says no. */
export function weighPerson(context: Context, thing: Thing, title: Title | null): Choice {
  const evidence: Evidence[] = []
  let weight = 0
  const say = (rule: Evidence['rule'], detail: string, value: number) => {
    evidence.push({ rule, detail })
    weight += value
  }
  if (context.introduced.has(thing)) say('introduced', `本文に「${thing.headword}」`, 5)
  const terms = context.tables.byPerson.get(thing.index) ?? []
  if (!title || title.honorific) {
    if (terms.some((term) => covers(term, context.day))) say('date', '記事の日に在任', 1)
    if (title) say('title', `敬称「${title.text}」`, 0.5)
    return { thing, weight, evidence }
  }
  const held = bestTerm(context, terms, title)
  if (held) say('title', held.detail, held.weight)
  else if (thing.titles.some((known) => title.core.endsWith(known)))
    say('title', `肩書き「${title.text}」`, 4)
  else weight -= 6
  return { thing, weight, evidence }
}

function bestTerm(context: Context, terms: readonly Term[], title: Title) {
  const past = title.prefix === '前' || title.prefix === '元' || title.prefix === '故'
  let best: { weight: number; detail: string } | null = null
  for (const term of terms) {
    const fit = fits(context, term, title.core)
    if (!fit) continue
    const now = covers(term, context.day)
    const before = daysBetween(term.to, context.day) > 0
    let weight = fit
    if (past) weight += before ? 2 : -1
    else if (title.prefix === '次期') weight += term.from > context.day ? 2 : -2
    else weight += now ? 2 : -2
    const office = context.tables.things[term.office]?.headword ?? ''
    const detail = `${office}（${term.from}〜${term.to === '9999-12-31' ? '' : term.to}）`
    if (!best || weight > best.weight) best = { weight, detail }
  }
  return best
}

/** 4 where the title is a name of the office, 3 where one ends like the other, else 0. */
function fits(context: Context, term: Term, core: string): number {
  const forms = context.tables.officeForms.get(term.office) ?? []
  let best = 0
  for (const form of forms) {
    if (core === form) return 4
    if (core.length > 1 && (form.endsWith(core) || core.endsWith(form))) best = 3
  }
  return best
}

/** Whether a term covers a day. */
export const covers = (term: Term, day: string): boolean => term.from <= day && day <= term.to
