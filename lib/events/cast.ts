/** Who takes part in an event, where it is, and what it is about. */
import type { Mention } from '../linking/mention'
import { COUNTRY_LETTERS } from './countries'
import type { Head } from './heads'
import { idOf } from './identity'
import { participantsOf } from './participants'
import { type Named, rolesIn } from './roles'
import type { EventType } from './schema'
import type { Story } from './story'
import type { Unit } from './units'

export interface Cast {
  readonly type: EventType
  readonly participants: readonly Mention[]
  readonly place: string | null
  readonly topics: string[]
}

/**
 * The cast of `head` in its sentence.
 *
 * @param place of the unit in the story, where an elided subject is looked for before it
 */
export function castOf(unit: Unit, head: Head, place: number, story: Story): Cast {
  const named = rolesIn(unit.text, unit.mentions)
  const type = typeOf(unit, head)
  const people = participantsOf(unit, named, head, type, place, story)
  return {
    type,
    participants: people,
    place: placeOf(unit, named, head, type, people),
    topics: topicsOf(named, people),
  }
}

/** 勝利 and 敗北 are of elections only where votes are spoken of. */
const CONTEST = /^(?:勝利|敗北|圧勝|大勝|大敗|惨敗)/u
const ELECTION = /選挙|[衆参総都区町村市事裁領表]選|投票|票|議席|当選|候補/u

/** 発表 of a document is a publication, 発表 of a fact a statement. */
function typeOf(unit: Unit, head: Head): EventType {
  const { hit } = head
  const before = unit.text.slice(Math.max(0, hit.start - 12), hit.start)
  // A court's order against a body, no dissolution of parliament.
  if (hit.word === '解散' && /^を?命/u.test(unit.text.slice(hit.end, hit.end + 2))) return 'court'
  if (hit.type === 'election' && CONTEST.test(hit.word) && !ELECTION.test(unit.text)) return 'other'
  if (hit.word === '反発' && !/株|指数|相場|為替|平均|円高|円安/u.test(unit.text))
    return 'statement'
  if (hit.word === '拘束' && /疑い|容疑|当局|警察|入管/u.test(unit.text)) return 'court'
  if (hit.word === '発足')
    return /(?:政権|内閣|執行部|新体制)(?:の|が)?$/u.test(before) ? 'appointment' : 'founding'
  if (/^(?:決定|決め|決ま)/u.test(hit.word) && /閣議/u.test(unit.text.slice(0, hit.start)))
    return 'legislation'
  if (!/^(?:発表|公表|公開|提出)$/.test(hit.word)) return hit.type
  const behind = unit.text.slice(hit.end, hit.end + 14)
  const written =
    /(?:報告書?|文書|白書|戦略|統計|指数|声明|計画|調査|結果|資料|リスト|動画|写真|映像)(?:を|が|は)$/u.test(
      before,
    )
  const document = unit.mentions.some(
    ({ of, start, end }) =>
      of.kind === 'document' &&
      ((end <= hit.start && hit.start - end <= 2) || (start >= hit.end && start - hit.end <= 8)),
  )
  if (written || document || /^(?:した|された)[「『]/u.test(behind)) return 'publication'
  return hit.word === '発表' ? 'statement' : hit.type
}

function placeOf(
  unit: Unit,
  named: readonly Named[],
  head: Head,
  type: EventType,
  people: readonly Mention[],
): string | null {
  const part = new Set(people.map(idOf))
  const compound = unit.text.slice(head.start, head.hit.end)
  if (type === 'visit') {
    const letter = /^(?:.*訪|渡|来)([米日中韓朝露ロ英仏独伊印豪台欧比越])/u.exec(compound)?.[1]
    if (letter) return countryId(unit, COUNTRY_LETTERS[letter] ?? '')
    const goal = named.findLast(
      (name) =>
        (name.of.kind === 'place' || name.of.kind === 'organisation') &&
        name.end <= head.hit.end &&
        head.hit.start - name.end < 20 &&
        (name.role === 'goal' ||
          name.role === 'object' ||
          name.role === 'genitive' ||
          name.end >= head.hit.start - 1),
    )
    if (goal) return idOf(goal.of)
  }
  const place = named.findLast(
    (name) =>
      (name.of.kind === 'place' || (name.of.kind === 'organisation' && name.role === 'place')) &&
      name.start < head.end &&
      (name.role === 'place' || (type === 'founding' && name.role === 'goal')) &&
      !part.has(idOf(name.of)),
  )
  return place ? idOf(place.of) : null
}

/** The entity by which this sentence calls a country, or its name. */
function countryId(unit: Unit, headword: string): string {
  const known = unit.mentions.find((mention) => mention.of.headword === headword)
  return known ? idOf(known.of) : `local:${headword}`
}

const TOPICS = new Set(['concept', 'document', 'framework', 'event', 'object'])

function topicsOf(named: readonly Named[], people: readonly Mention[]): string[] {
  const part = new Set(people.map(idOf))
  const ids = named.flatMap(({ of }) =>
    TOPICS.has(of.kind) && of.entity !== null && !part.has(idOf(of)) ? [of.entity] : [],
  )
  return [...new Set(ids)].slice(0, 8)
}
