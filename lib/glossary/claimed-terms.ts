/** What a person's gloss says of a post and its years, and whether the tenures say the same. */
import { daySpan } from './day-span'
import type { Entity, Tenure } from './schema'

export interface ClaimedTerm {
  /** The post in the words of the gloss (「ドイツの外相」). */
  post: string
  from: number
  /** null: still in office. */
  to: number | null
}

/** 「2008年から12年まで駐米大使を務めた」, also with months. */
const PAST =
  /(\d{4})年(?:\d{1,2}月)?から(?:(\d{4}|\d{2})年(?:\d{1,2}月)?)まで、?([^、。\d]{2,20}?)を務めた/gu
/** 「2018年から新潟県知事を務める」 */
const PRESENT = /(\d{4})年(?:\d{1,2}月)?から、?([^、。\d]{2,20}?)を務める/gu

/** Every post with its years that `text` states in one of the two turns of phrase. */
export function claimedTerms(text: string): ClaimedTerm[] {
  const past = [...text.matchAll(PAST)].map(([, from = '', to = '', post = '']) => ({
    post,
    from: Number(from),
    to: Number(to.length === 4 ? to : from.slice(0, 2) + to),
  }))
  const present = [...text.matchAll(PRESENT)].map(([, from = '', post = '']) => ({
    post,
    from: Number(from),
    to: null,
  }))
  return [...past, ...present]
}

/** Whether tenures record a claimed term, record it with other years, or know nothing of the post. */
export type Recorded = { as: 'same' } | { as: 'other'; years: string } | { as: 'nothing' }

/**
 * Looks a claimed term up among the person's tenures. A post held more than once may be claimed as
 * one stretch.
 * @param office gives the entity of an office id.
 */
export function recordOf(
  claim: ClaimedTerm,
  tenures: readonly Tenure[],
  office: (id: string) => Entity | undefined,
): Recorded {
  const held = tenures
    .filter((tenure) => isPost(claim.post, office(tenure.office)))
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  if (held.length === 0) return { as: 'nothing' }
  const begins = held.some(({ from }) => yearOf(from, 'first') === claim.from)
  const ends = held.some(({ to }) => (to === null ? null : yearOf(to, 'last')) === claim.to)
  if (begins && ends) return { as: 'same' }
  return { as: 'other', years: held.map(({ from, to }) => `${from} to ${to ?? 'now'}`).join(', ') }
}

/** The names of an office by which glosses call it: 「駐米大使」, 「外相」 behind a country. */
function isPost(post: string, office: Entity | undefined): boolean {
  if (!office) return false
  const names = [office.headword, ...office.aliases.map(({ form }) => form)]
  const bare = post.split('の').at(-1) ?? post
  return names.some((name) => {
    const known = name.replace(/\(.*\)$/u, '')
    return known === post || known === bare
  })
}

const yearOf = (edtf: string, bound: 'first' | 'last'): number | null => {
  const day = daySpan(edtf)[bound]
  return day === null ? null : Number(day.slice(0, 4))
}
