/** Governments called by who leads them: 習近平(シー・ジンピン)指導部, 福田改造内閣, ブッシュ前政権. */

import { by } from '../facts/choice'
import type { Context, Person } from '../facts/facts'
import { draft } from '../facts/locals'
import { LEADERSHIP } from '../read/name-words'
import type { Reading } from '../read/reading'
import { covers, type Term, type Thing } from '../record/tables'
import { type Proposal, proposal } from './proposal'

const READING = /^\([ァ-ヺー・ぁ-ゖ ]{2,20}\)/u
const WORDS = ['政権', '内閣', '指導部']
/** Posts that a government is called after. */
const LEADING = /(?:総理大臣|首相|大統領|主席|総書記|総統)$/u

/** The government that a name and the words behind it mention; null where they mention none. */
export function leadershipOf(context: Context, reading: Reading, person: Person): Proposal | null {
  const { tables } = context
  const rest = reading.text.slice(person.nameEnd, person.nameEnd + 30)
  const sound = READING.exec(rest)?.[0] ?? ''
  const match = LEADERSHIP.exec(rest.slice(sound.length))
  if (!match?.[2]) return null
  const [words, prefix = '', word] = match
  // What the glossary lists as it stands is for its senses to decide.
  if (!sound && tables.namedOf(tables.formOf(person.name + words)).length > 0) return null
  const past = prefix === '前' || prefix === '旧'
  const thing =
    [word, ...WORDS]
      .map((one) => listed(context, `${person.name}${one}`, past))
      .find((found) => found !== null) ?? null
  const leader = thing ? null : leaderOf(context, person, past)
  if (!thing && (!leader || word === '体制')) return null
  const name = `${leader?.several ? leader.thing.name : person.name}${word}`
  const choice = by(
    tables,
    'form.government',
    `「${person.name}${words}」`,
    thing ? { thing } : { local: draft({ headword: name, kind: 'organisation', name, short: [] }) },
  )
  const end = person.nameEnd + sound.length + words.length
  return proposal(tables, 'government', { start: person.start, end }, [choice])
}

/** The government of that name in power on the article's day, or the last one before it. */
function listed({ tables, day }: Context, name: string, past: boolean): Thing | null {
  const found = tables
    .namedOf(tables.formOf(name))
    .filter(({ when }) => !when?.days || (when.days[0] <= day && day <= when.days[1]))
    .map(({ thing }) => thing)
  const fits = found.filter(({ valid }) => !valid || (past ? valid[1] < day : valid[0] <= day))
  const by = (thing: Thing) => thing.valid?.[0] ?? ''
  return fits.sort((a, b) => (by(a) < by(b) ? 1 : -1))[0] ?? (past ? null : (found[0] ?? null))
}

/** Who of the name led a government on the article's day, or last before it. */
function leaderOf(
  { tables, day }: Context,
  person: Person,
  past: boolean,
): { thing: Thing; several: boolean } | null {
  const led = (thing: Thing): Term[] =>
    (tables.byPerson.get(thing.index) ?? []).filter(({ office, from }) => {
      const name = tables.things[office]?.headword ?? ''
      return from <= day && LEADING.test(name) && !/副(?:総理|首相|大統領|主席)/u.test(name)
    })
  const leaders = person.things.filter((thing) => led(thing).length > 0)
  const last = (thing: Thing): string => {
    const serving = led(thing).some((term) => covers(term, day))
    return serving ? (past ? '' : '9') : (led(thing).at(-1)?.to ?? '')
  }
  const thing = leaders.sort((a, b) => (last(a) < last(b) ? 1 : -1))[0]
  return thing ? { thing, several: person.kind === 'surname' && leaders.length > 1 } : null
}
