/** The end of a post that stands for all of it: 長官 after クリントン国務長官, 総裁 after 日銀. */

import { DIGIT, HAN, KATAKANA, LATIN } from '../../text/script'
import { by } from '../facts/choice'
import type { Context } from '../facts/facts'
import { holderMeant } from '../features/offices'
import { hitsUntil, lastUpTo, type Reading, scriptAt } from '../read/reading'
import { fromWords } from '../record/lexicon'
import { covers, type Thing } from '../record/tables'
import { type Decided, positionOf } from './anaphora'
import { type Proposal, proposal } from './proposal'

const POSTS = fromWords(({ any }) => new RegExp(any('short-post'), 'gu'))
/** Ends that are common nouns too: only a body that owns them makes a post of them. */
const OWNED_ONLY = /(?:代表|会長)$/u
/** Somebody else than the one told of: 次の総裁, ほかの議長. */
const OTHER_BEFORE = /(?:次の|新たな|新しい|後任の|後継の|ほかの|他の|別の|各国の|歴代の|元の)$/u
const FORMER = /[前元新副]$|次期$/u
/** So many mentions before are asked for a body whose post it can be. */
const NEAR = 30
/** So many for whoever was last called by the whole post. */
const FAR = 300

/** A mention of the first pass with whom it means. */
export interface DecidedPost extends Decided {
  readonly end: number
  readonly refersTo: Thing | null
}

interface Post {
  readonly office: Thing
  readonly person: Thing | null
  readonly why: string
}

/**
 * Proposals for the ends of posts that stand alone in a block.
 *
 * @param decided Mentions of the first pass, in reading order.
 */
export function proposeShortPosts(
  context: Context,
  reading: Reading,
  decided: readonly DecidedPost[],
): Proposal[] {
  const proposals: Proposal[] = []
  for (const match of reading.text.matchAll(POSTS(reading))) {
    const start = match.index
    const end = start + match[0].length
    if (!standsFree(reading, start, end)) continue
    const post = postMeant(context, reading, start, end, decided)
    if (!post) continue
    const choice = by(context.tables, 'document.post', `本文の「${post.why}」`, {
      thing: post.office,
    })
    proposals.push(proposal(context.tables, 'short-post', { start, end }, [choice], post.person))
  }
  return proposals
}

function standsFree(reading: Reading, start: number, end: number): boolean {
  const left = scriptAt(reading, start - 1)
  const word = left === HAN || left === KATAKANA || left === LATIN || left === DIGIT
  if (start > 0 && word && reading.text[start - 1] !== '同') return false
  if (end < reading.text.length) {
    const right = scriptAt(reading, end)
    if (right === HAN || right === KATAKANA || right === LATIN) return false
  }
  return !OTHER_BEFORE.test(reading.text.slice(Math.max(0, start - 3), start))
}

function postMeant(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  decided: readonly DecidedPost[],
): Post | null {
  const post = reading.text.slice(start, end)
  if (reading.text[start - 1] === 'の') return ownedPost(context, reading, start, end, post)
  if (OWNED_ONLY.test(post)) return null
  const here = positionOf(reading, start)
  const last = lastUpTo(decided, here, (one) => positionOf(one.reading, one.start))
  for (let k = last; k >= 0 && k > last - FAR; k--) {
    const one = decided[k]
    if (!one || positionOf(one.reading, one.start) >= here) continue
    const surface = one.reading.text.slice(one.start, one.end)
    if (surface.endsWith(post) && surface.length > post.length)
      return sameAs(context, one, surface, post)
  }
  for (let k = last; k >= 0 && k > last - NEAR; k--) {
    const one = decided[k]
    const body = one?.choice.thing
    if (!one || body?.kind !== 'organisation' || reading.order - one.reading.order > 1) continue
    const surface = one.reading.text.slice(one.start, one.end)
    const office = officeCalled(context, `${surface}${post}`, `${body.name}${post}`)
    if (office) return held(context, reading, start, end, office, surface)
  }
  return null
}

/** The post of the one last called with it; null where that is somebody whom no glossary knows, or out of office. */
function sameAs(
  context: Context,
  { choice, refersTo }: DecidedPost,
  surface: string,
  post: string,
): Post | null {
  const { thing } = choice
  if (!thing) return null
  if (thing.kind === 'office') return { office: thing, person: refersTo, why: surface }
  if (thing.kind !== 'person' || FORMER.test(surface.slice(0, -post.length))) return null
  const { byPerson, officeForms, things } = context.tables
  let best: { office: Thing; fit: number } | null = null
  for (const term of byPerson.get(thing.index) ?? []) {
    const forms = officeForms.get(term.office) ?? []
    const office = things[term.office]
    if (!office || !forms.some((form) => form.endsWith(post))) continue
    const whole = forms.some((form) => form.length > post.length && surface.endsWith(form))
    const fit = (whole ? 2 : 0) + (covers(term, context.day) ? 1 : 0)
    if (fit > 0 && (!best || fit >= best.fit)) best = { office, fit }
  }
  return best ? { office: best.office, person: thing, why: surface } : null
}

/** The post of the body that の makes its owner: ホワイトハウスの|報道官. */
function ownedPost(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  post: string,
): Post | null {
  for (const hit of hitsUntil(reading, start - 1)) {
    const owner = reading.text.slice(hit.start, hit.end)
    const names = context.tables
      .sensesOf(hit.form)
      .filter(({ thing }) => thing.kind !== 'person')
      .map(({ thing }) => `${thing.name}${post}`)
    const office = officeCalled(context, `${owner}${post}`, ...names)
    if (office) return held(context, reading, start, end, office, `${owner}の${post}`)
  }
  return null
}

function held(
  context: Context,
  reading: Reading,
  start: number,
  end: number,
  office: Thing,
  why: string,
): Post {
  const term = holderMeant(context, reading, start, end, office, null)
  return { office, person: term ? (context.tables.things[term.person] ?? null) : null, why }
}

/** The one office that has one of some names. */
function officeCalled({ tables }: Context, ...names: string[]): Thing | null {
  for (const name of names) {
    const form = tables.formOf(name)
    const offices =
      form < 0 ? [] : tables.sensesOf(form).filter(({ thing }) => thing.kind === 'office')
    const [only] = offices
    if (only && offices.length === 1 && !only.when) return only.thing
  }
  return null
}
