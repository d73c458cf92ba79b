/** Candidates for mentions in one block, before the best cover is chosen. */
import { DOT_GAP, SPACE_GAP } from '../text/fold'
import { DIGIT, HAN, KATAKANA, LATIN } from '../text/script'
import { goesOnBefore, goesOnBehind } from './affixes'
import { edgeAfter, edgeBefore } from './boundary'
import type { Context } from './context'
import { countryBefore } from './country-prefix'
import { proposeLetter } from './letters'
import { holderMeant } from './offices'
import { type Choice, evidence } from './people'
import { type Hit, type Reading, scriptAt } from './reading'
import { chooseSenses } from './senses'
import type { Sense, Thing } from './tables'

export interface Proposal {
  /** Folded offsets. */
  readonly start: number
  readonly end: number
  readonly score: number
  /** Likeliest first; none for an ordinary word that only takes its place. */
  readonly choices: readonly Choice[]
  /** The person whom a bare role means. */
  readonly refersTo: Thing | null
}

/** What every mention costs, so that one long candidate beats two short ones in its place. */
const COST = 4
const PER_UNIT = 10
const ROLE_PREFIX = /(?:次期|前|元|新|現|当時の|同)$/u
/** Words that make something else of a role: 外相会談 is a meeting, 首相級 a rank. */
const NO_ROLE =
  /^(?:級|経験者|会談|会合|会議|協議|候補|官邸|公邸|府|令|選|夫人|秘書|補佐|制|特使|専用|報道|談話|公選|指名|補|代理|室|職|以下|ら(?!は))/u

/** Everything that a block may mention. */
export function propose(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  for (const person of context.people.get(reading) ?? []) {
    if (person.choices.length === 0) continue
    proposals.push(proposal(person.start, person.end, person.choices, 1))
  }
  for (const hit of reading.hits) {
    if (context.tables.isBlocker(hit.form)) proposals.push(proposal(hit.start, hit.end, [], 1))
    const senses = context.tables.sensesOf(hit.form).filter(({ thing }) => thing.kind !== 'person')
    if (senses.length > 0) proposals.push(...proposeHit(context, reading, hit, senses))
  }
  proposals.push(...proposeBound(context, reading))
  return proposals
}

/** A candidate; `extra` breaks ties. */
export const proposal = (
  start: number,
  end: number,
  choices: readonly Choice[],
  extra = 0,
  refersTo: Thing | null = null,
): Proposal => ({ start, end, score: PER_UNIT * (end - start) - COST + extra, choices, refersTo })

function proposeHit(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
): Proposal[] {
  if (!isWhole(context, reading, hit)) return []
  if (hit.end - hit.start === 1) return proposeLetter(context, reading, hit, senses)
  const kind = senses[0]?.thing.kind
  const prefix =
    kind === 'place' || kind === 'concept' ? null : countryBefore(context, reading, hit.start)
  const start = prefix?.start ?? hit.start
  if (!prefix && goesOnBefore(reading, hit.start, hit.end - hit.start)) return []
  const isPlace = senses.every(({ thing }) => thing.kind === 'place')
  if (goesOnBehind(reading, hit.end, isPlace)) return []
  const choices = chooseSenses(
    context,
    reading,
    hit.start,
    hit.end,
    senses,
    prefix?.country ?? null,
  )
  const [best] = choices
  if (!best) return prefix ? foreignBody(context, reading, hit, senses, prefix) : []
  if (best.thing?.kind === 'office') {
    const role = proposeRole(context, reading, start, hit, choices)
    return role ? [role] : []
  }
  return [proposal(start, hit.end, choices)]
}

/** No form starts or ends within a word, a number or a foreign name. */
function isWhole(context: Context, reading: Reading, { start, end, form }: Hit): boolean {
  const before = edgeBefore(reading, start)
  if (before === 'inside' || edgeAfter(reading, end) === 'inside') return false
  // 20日|米…: the day of a month is no Japan.
  const left = reading.folded.text[start - 1] ?? ''
  if (/^[日月年]/u.test(reading.text.slice(start, start + 1)) && /\d/.test(left)) return false
  const separators = context.tables.separatorsOf(form)
  for (let k = start + 1; k < end && k - start < 31; k++) {
    const gap = reading.folded.gap[k]
    if ((gap === DOT_GAP || gap === SPACE_GAP) && !(separators & (1 << (k - start)))) return false
  }
  // In クリスティーヌ・ラガルド only the whole is a name; between words of a list ・ is free.
  return true
}

function proposeRole(
  context: Context,
  reading: Reading,
  start: number,
  hit: Hit,
  choices: readonly Choice[],
): Proposal | null {
  const behind = reading.text.slice(hit.end, hit.end + 4)
  if (NO_ROLE.test(behind)) return null
  const words = reading.text.slice(Math.max(0, start - 3), start)
  const before = ROLE_PREFIX.exec(words)?.[0] ?? null
  const prefix = before && before !== '同' ? before.replace('の', '') : null
  const office = choices[0]?.thing
  if (!office) return null
  const from = prefix && prefix !== '当時' ? start - prefix.length : start
  if (from !== start && edgeBefore(reading, from) === 'joined') return null
  const term = holderMeant(context, reading, start, office, prefix)
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

/** A body or post of another country than the glossary's: 伊国防省 where only others are listed. */
function foreignBody(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
  prefix: { start: number; country: string; headword: string },
): Proposal[] {
  const like = senses.find(({ thing }) => thing.country && thing.kind !== 'document')
  if (
    !like ||
    !/(?:省|庁|軍|相|大臣|大統領|首相|議会|上院|下院|長官|中央銀行|政府)$/u.test(like.thing.name)
  )
    return []
  const headword = `${reading.original.slice(reading.folded.from[hit.start], reading.folded.to[hit.end - 1])}(${prefix.headword})`
  const local = context.locals.introduce(
    { headword, kind: like.thing.kind, name: headword, short: [] },
    reading.text.slice(prefix.start, hit.end),
  )
  const reasons = [evidence('country', prefix.headword)]
  return [proposal(prefix.start, hit.end, [{ thing: null, local, weight: 3, evidence: reasons }])]
}

/** Forms that the text itself defines. */
function proposeBound(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  const names = new Map<string, Choice>()
  for (const { form, thing, local, words } of context.bindings.values())
    names.set(form, { thing, local, weight: 9, evidence: [evidence('binding', words)] })
  for (const local of context.locals.all)
    if (local.kind !== 'person')
      names.set(local.name, {
        thing: null,
        local,
        weight: 8,
        evidence: [evidence('introduced', local.headword)],
      })
  for (const [form, choice] of names) {
    if (form.length < 2) continue
    for (
      let at = reading.text.indexOf(form);
      at >= 0;
      at = reading.text.indexOf(form, at + form.length)
    ) {
      const end = at + form.length
      if (edgeBefore(reading, at) === 'inside' || edgeAfter(reading, end) === 'inside') continue
      if (edgeBefore(reading, at) === 'joined' && goesOnBefore(reading, at, form.length)) continue
      if (goesOnBehind(reading, end, false)) continue
      proposals.push(proposal(at, end, [choice], 2))
    }
  }
  return proposals
}

/** True where a Japanese word or a Latin one goes on at an offset. */
export const isWord = (reading: Reading, at: number): boolean => {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA || script === LATIN || script === DIGIT
}
