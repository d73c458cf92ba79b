/** What part a name plays in its sentence, by the particle behind it. */
import type { Mention } from '../linking/mention'
import type { Placed } from './units'

export type Role =
  | 'topic'
  | 'subject'
  | 'companion'
  | 'genitive'
  | 'agent'
  | 'object'
  | 'goal'
  | 'source'
  | 'place'
  | 'none'

export interface Named extends Placed<Mention> {
  readonly role: Role
}

/** Words between a name and its particle: らが, 側は, 政府は, (代表)が, 」は. */
const TAIL =
  '[」』”]?(?:\\([^)]{0,30}\\))?(?:ら(?=[がはもとのに、])|たち|側|氏|さん|両(?:氏|首脳|国|外相|与党|党)|与党|政府|など|自身|首脳|当局|軍)*(?:\\([^)]{0,20}\\))?'
const PARTICLES: readonly (readonly [RegExp, Role])[] = [
  [new RegExp(`^${TAIL}(?:によって|により(?!ます)|による(?!と))`, 'u'), 'agent'],
  [
    new RegExp(`^${TAIL}(?:との|とは|とも|と(?!し|す|い[うっ]|み|な[っり]|述|語|発|表|伝))`, 'u'),
    'companion',
  ],
  [
    new RegExp(`^${TAIL}(?:において|における|にある|で(?!の(?:き|す)|す|あ|き)|での|にて)`, 'u'),
    'place',
  ],
  [
    new RegExp(`^${TAIL}(?:に対(?:し|する)|への?|に(?!よ|つい|関|伴|お[いけ]|とって))`, 'u'),
    'goal',
  ],
  [new RegExp(`^${TAIL}から`, 'u'), 'source'],
  [new RegExp(`^${TAIL}(?:は|も|にとって)`, 'u'), 'topic'],
  [new RegExp(`^${TAIL}が`, 'u'), 'subject'],
  [new RegExp(`^${TAIL}を`, 'u'), 'object'],
  [new RegExp(`^${TAIL}の`, 'u'), 'genitive'],
]
const LIST = new RegExp(
  `^${TAIL}(?:、|・|や|,|と|及び|および|並びに|ならびに|、それに|、そして|両)$`,
  'u',
)

/** Names with their roles; in a list (A、B、Cらが) each has the role of the last. */
export function rolesIn(text: string, mentions: readonly Placed<Mention>[]): Named[] {
  const named: Named[] = []
  for (let k = mentions.length - 1; k >= 0; k--) {
    const mention = mentions[k]
    if (!mention) continue
    const next = named[0]
    const between = next ? text.slice(mention.end, next.start) : ''
    const listed = next && LIST.test(between) && sameKind(mention.of, next.of)
    named.unshift({ ...mention, role: listed ? next.role : roleOf(text, mention) })
  }
  return named
}

const isPerson = ({ kind, refersTo }: Mention): boolean => kind === 'person' || refersTo !== null
const isBody = ({ kind }: Mention): boolean =>
  kind === 'organisation' || kind === 'place' || kind === 'framework'
const sameKind = (a: Mention, b: Mention): boolean =>
  (isPerson(a) && isPerson(b)) || (isBody(a) && isBody(b))

/** バーレーンの内務省は: where the body itself has no known name, the country acts. */
function roleOf(text: string, { of, end }: Placed<Mention>): Role {
  const body = /^の[一-龥ァ-ヶー]{2,8}(は|が)/u.exec(text.slice(end, end + 12))
  if (
    of.kind === 'place' &&
    body &&
    /(?:省|庁|政府|軍|当局|外務省|議会|警察|大使館|メディア|テレビ|通信社)[はが]$/u.test(body[0])
  )
    return body[1] === 'は' ? 'topic' : 'subject'
  return roleAt(text, end)
}

function roleAt(text: string, end: number): Role {
  const behind = text.slice(end, end + 40)
  for (const [pattern, role] of PARTICLES) if (pattern.test(behind)) return role
  // Headlines leave particles out: 「日米韓首脳、18日に会談へ」.
  return /^(?:[、 　]|$)/u.test(behind) ? 'topic' : 'none'
}
