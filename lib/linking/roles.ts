/** Posts that stand without a name: 首相, 前外相, 米大統領. */
import { KATAKANA } from '../text/script'
import { edgeBefore } from './boundary'
import type { Context } from './context'
import { holderMeant, otherSides } from './offices'
import { type Choice, evidence } from './people'
import { type Proposal, proposal } from './proposal'
import { type Hit, hitsUntil, type Reading, scriptAt } from './reading'

/** Words before a post that change who holds it, or only point at it. */
export const ROLE_PREFIX = /(?:次期|前|元|新|現|当時の|同)$/u
/** Words that make something else of a role: 外相会談 is a meeting, 首相級 a rank. */
const NO_ROLE =
  /^(?:大臣|級|経験者|会談|会合|会議|協議|候補|官邸|公邸|夫妻|府|令|選|夫人|秘書|補佐|制|特使|専用|報道|談話|公選|指名|補|代理|室|職|以下|ら(?!は))/u

/** 両外相, 日米外相, 三外相: several at once, of whom none is meant alone. */
const PLURAL = /(?:両|[3三]|各|[日米中韓露朝英仏独豪印欧]{2,})$/u

/** Whether what stands around a post makes something else of it, or several people. */
export const isNoRole = (reading: Reading, start: number, end: number): boolean =>
  NO_ROLE.test(reading.text.slice(end, end + 4)) ||
  PLURAL.test(reading.text.slice(Math.max(0, start - 3), start))

/**
 * A bare post with the person whom it means; null where it is none, or the title of a name before it.
 *
 * @param start Where the mention begins, a country before the post included.
 * @param choices Posts of that name, likeliest first.
 */
export function proposeRole(
  context: Context,
  reading: Reading,
  start: number,
  hit: Hit,
  choices: readonly Choice[],
): Proposal | null {
  if (isNoRole(reading, start, hit.end)) return null
  const words = reading.text.slice(Math.max(0, start - 3), start)
  const before = ROLE_PREFIX.exec(words)?.[0] ?? null
  const prefix = before && before !== '同' ? before.replace('の', '') : null
  if (start === hit.start && belongsToName(context, reading, start)) return null
  const several = /(?:[かカ]国|両国|各国)の$/u.test(
    reading.text.slice(Math.max(0, start - 4), start),
  )
  const sides = otherSides(context, reading, start)
  const office =
    (several ? choices.find(({ thing }) => thing?.country === 'JP')?.thing : undefined) ??
    choices.find(({ thing }) => thing?.country && !sides.has(thing.country))?.thing ??
    choices[0]?.thing
  if (!office) return null
  const from = prefix && prefix !== '当時' ? start - prefix.length : start
  if (from !== start && edgeBefore(reading, from) === 'joined') return null
  const term = several ? null : holderMeant(context, reading, start, hit.end, office, prefix)
  const person = term ? context.tables.things[term.person] : undefined
  const known = choices.map(
    (choice, k): Choice =>
      k === 0 && person && term
        ? {
            ...choice,
            evidence: [
              ...choice.evidence,
              evidence('date', `${context.day}: ${person.headword}（${term.from}〜）`),
            ],
          }
        : choice,
  )
  return proposal(from, hit.end, known, 0, person ?? null)
}

/** Whether a name stands directly before a post: then the post is its title, whoever that is. */
function belongsToName(context: Context, reading: Reading, start: number): boolean {
  const before = hitsUntil(reading, start)
  const { tables } = context
  if (before.some(({ form }) => tables.isSurname(form))) return true
  return (
    scriptAt(reading, start - 1) === KATAKANA &&
    !before.some(({ form }) => tables.sensesOf(form).some(({ thing }) => thing.kind !== 'person'))
  )
}
