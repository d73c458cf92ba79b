/** Candidates for mentions in one block, before the best cover is chosen. */
import { HAN, KATAKANA } from '../text/script'
import { edgeAfter, edgeBefore } from './boundary'
import type { Context } from './context'
import { type Choice, weighPerson } from './people'
import { type Hit, type Reading, scriptAt, sentenceAt } from './reading'
import type { Sense, Thing } from './tables'
import { titleAt } from './titles'

export interface Proposal {
  readonly start: number
  readonly end: number
  readonly score: number
  /** Likeliest first; none for a blocker. */
  readonly choices: readonly Choice[]
}

/** What every mention costs, so that one long candidate beats two short ones in its place. */
const COST = 4
const PER_UNIT = 10

/** Everything that the hits of a block may mean. */
export function propose(context: Context, reading: Reading): Proposal[] {
  return reading.hits.flatMap((hit) => proposeHit(context, reading, hit))
}

function proposeHit(context: Context, reading: Reading, hit: Hit): Proposal[] {
  const before = edgeBefore(reading, hit.start)
  if (before === 'inside') return []
  const after = edgeAfter(reading, hit.end)
  const senses = context.tables.sensesOf(hit.form)
  const proposals: Proposal[] = []
  const people = senses.filter(({ thing }) => thing.kind === 'person')
  if (people.length > 0) proposals.push(...proposePeople(context, reading, hit, people))
  const others = senses.filter(({ thing }) => thing.kind !== 'person')
  if (others.length === 0 || after === 'inside') return proposals
  const length = hit.end - hit.start
  if (length < 2) return proposals
  if (before === 'joined' && after === 'joined') return proposals
  if (length === 2 && before === 'joined' && scriptAt(reading, hit.start) === HAN) return proposals
  const choices = others
    .map((sense) => weighSense(context, reading, hit, sense))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  if (choices.length > 0)
    proposals.push({ start: hit.start, end: hit.end, score: PER_UNIT * length - COST, choices })
  return proposals
}

function proposePeople(
  context: Context,
  reading: Reading,
  hit: Hit,
  senses: readonly Sense[],
): Proposal[] {
  const title = titleAt(reading, hit.end)
  const after = edgeAfter(reading, hit.end)
  if (!title && after === 'inside') return []
  const before = edgeBefore(reading, hit.start)
  if (before === 'joined') return []
  const full = senses.filter(({ kind }) => kind !== 'surname')
  const surnames = senses.filter(({ kind }) => kind === 'surname')
  const end = title?.end ?? hit.end
  const proposals: Proposal[] = []
  if (full.length > 0) {
    const choices = full.map(
      ({ thing }): Choice => ({
        thing,
        weight: 10,
        evidence: [{ rule: 'form', detail: `氏名「${thing.headword}」` }],
      }),
    )
    proposals.push({ start: hit.start, end, score: PER_UNIT * (end - hit.start) - COST, choices })
  }
  const single = hit.end - hit.start === 1
  const choices = surnames
    .map(({ thing }) => weighPerson(context, thing, title))
    .filter(({ weight }) => weight >= (title ? 1 : 5))
    .sort((a, b) => b.weight - a.weight)
  const script = scriptAt(reading, hit.start)
  const bareAllowed = !single && (after === 'free' || script === KATAKANA)
  if (choices.length > 0 && (title || bareAllowed))
    proposals.push({ start: hit.start, end, score: PER_UNIT * (end - hit.start) - COST, choices })
  return proposals
}

function weighSense(context: Context, reading: Reading, hit: Hit, sense: Sense): Choice {
  const { thing, when } = sense
  const form = reading.text.slice(hit.start, hit.end)
  const choice = { thing, weight: 1, evidence: [{ rule: 'form' as const, detail: `「${form}」` }] }
  const refused = { ...choice, weight: 0 }
  if (thing.valid && (context.day < thing.valid[0] || context.day > thing.valid[1]))
    choice.weight -= 0.5
  if (thing.country) {
    const sentence = sentenceAt(reading, hit.start)
    choice.weight += countryWeight(context, reading, sentence, thing)
  }
  if (!when) return choice
  const sentence = sentenceAt(reading, hit.start)
  const words = reading.text.slice(sentence.start, sentence.end)
  if (when.sentence && !when.sentence.some((word) => words.includes(word))) return refused
  if (when.document && !when.document.some((word) => context.text.includes(word))) return refused
  if (when.without?.some((word) => context.text.includes(word))) return refused
  return { ...choice, weight: choice.weight + 1 }
}

function countryWeight(
  context: Context,
  reading: Reading,
  sentence: { start: number; end: number },
  thing: Thing,
): number {
  let weight = thing.country === 'JP' ? 0.5 : 0
  for (const hit of reading.hits) {
    if (hit.start < sentence.start || hit.end > sentence.end || hit.end - hit.start < 2) continue
    const [sense] = context.tables.sensesOf(hit.form)
    if (sense && sense.thing !== thing && sense.thing.country === thing.country) weight += 1
  }
  return weight + Math.min(2, (context.countries.get(thing.country ?? '') ?? 0) / 5)
}
