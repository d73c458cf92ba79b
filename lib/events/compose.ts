/** How an event is called: by the words of the article that tell it, shortened, never by words of ours. */
import type { Mention } from '../linking/mention'
import type { TimeExpression } from '../time/expression'
import type { Cast } from './cast'
import { clauseOf, type Stretch, withoutDates } from './clause'
import type { Head } from './heads'
import { type Named, rolesIn } from './roles'
import type { Placed, Unit } from './units'

/** UTF-16 units of a title at most. */
const LONGEST = 48
const CUT = '…'
/** Words that only join a sentence to the one before. */
const JOINING =
  /^(?:この中で|このなかで|こうした(?:中|なか)(?:で)?|また|そして|さらに|一方(?:で)?|このうち|これを前に|これに対し|このため|その(?:後|うえで|結果)|それによると|しかし|ただ|まず|なお|同時に)、?/u
/** Of a long quotation its beginning: what is said stands first. */
const LONG_QUOTE = /「([^「」]{20})[^「」]{6,}」?/gu
/** 開かれた|衆議院本会議: where a session is the event, that it was held says nothing. */
const HELD = /^(?:に)?(?:行われ|開かれ|開催され|実施され|予定され)(?:た|る|ている|ていた)/u
/** Where a long title may begin: behind a particle or a comma. */
const BREAK = /[はがをにでとへもの、]/u

/** 「高市首相がワシントンでトランプ大統領と会談」: the clause that tells the event, without its dates. */
export function titleOf(unit: Unit, head: Head, date: Placed<TimeExpression>, cast: Cast): string {
  const clause = clauseOf(unit, head, date)
  const words = withoutDates(unit, clause)
    .map(({ start, end }) => unit.written(start, end))
    .join('')
    .replace(JOINING, '')
    .replace(HELD, '')
    .replace(LONG_QUOTE, '「$1…」')
    .replace(/^[、。・)\]」』”]+|[、。(「『“]+$/gu, '')
  const actor = actorBefore(unit, cast, clause) || (saysSomething(words, head) ? '' : whoOf(cast))
  return clip(words, actor && `${actor}、`)
}

/** A title that says more than that something took place: 調査, 輸入 alone tell nobody anything. */
export function saysSomething(title: string, { hit, kind }: Head, alone = false): boolean {
  const said = title.replace(/[^一-龥々ァ-ヶーぁ-んA-Za-z0-9]/gu, '').length - hit.word.length
  return said >= (alone && kind === 'nominal' ? ALONE : MORE)
}
const MORE = 2
/** 公式確認, 合同調査: without anybody or any place beside it a compound must say more. */
const ALONE = 4

/** Those who take part, as the text calls them. */
const whoOf = (cast: Cast): string =>
  cast.participants
    .slice(0, 3)
    .map(({ surface }) => surface.replace(/\s+/gu, ''))
    .join('・')

/** Whom an earlier clause of the sentence names as the one who acts here too. */
function actorBefore(unit: Unit, cast: Cast, { start, end }: Stretch): string {
  const within = cast.participants.some((one) => spanOf(unit, one, start, end))
  if (within || start === 0) return ''
  const actor = rolesIn(unit.text, unit.mentions).find(
    (name) => name.end <= start && isActing(name) && cast.participants.includes(name.of),
  )
  return actor ? unit.written(actor.start, actor.end) : ''
}

const isActing = ({ role }: Named): boolean => role === 'topic' || role === 'subject'

const spanOf = (unit: Unit, mention: Mention, from: number, to: number): boolean =>
  unit.mentions.some(({ of, start, end }) => of === mention && start >= from && end <= to)

/** Shortened from the left, where a phrase begins: what happened stands at the end. */
function clip(words: string, actor: string): string {
  const room = LONGEST - actor.length
  if (words.length <= room) return `${actor}${words}`
  for (let at = words.length - room + 1; at < words.length - 8; at++)
    if (BREAK.test(words[at - 1] ?? '') && !BREAK.test(words[at] ?? ''))
      return `${actor}${CUT}${words.slice(at)}`
  return `${actor}${CUT}${words.slice(words.length - room + 1)}`
}
