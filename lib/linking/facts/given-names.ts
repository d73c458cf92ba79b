/** Given names behind a surname: what may be one, and where it ends before a title. */

import { HAN, HIRAGANA } from '../../text/script'
import { edgeBefore } from '../read/boundary'
import { PERSONAL, titleBehind } from '../read/name-title'
import { ACADEMIC, endsAsGiven, hasCommonWord, roleBefore } from '../read/name-words'
import { type Hit, hitsFrom, type Reading, scriptAt } from '../read/reading'
import { isTitle, SURE, type Title } from '../read/titles'
import { fromWords, type Worded } from '../record/lexicon'
import type { Tables } from '../record/tables'
import type { NameSpan } from './facts'

/** Characters of bodies, places and posts that no given name has. */
const NEVER = fromWords(({ any }) => new RegExp(any('never-given'), 'u'))
/** Characters that names do begin with or hold (省三, 兵衛, 元彦), but that none ends in before a post. */
const NOT_LAST = fromWords(({ any }) => new RegExp(`(?:${any('never-given-end')})$`, 'u'))
/** Posts and what changes them, where one would be read as the head of a name: 元議員, 次官. */
const OPENS_TITLE =
  /^(?:[元前新現故同]$|次(?:[官長]|期)|[元前新現](?:[首外財法大副総国党官])|国[会務際防家]|総[務理合裁領]|外[務相交国]|内[閣務相外]|長官|副|当時|前|同)/u
/** Words that stand between a surname and a post and are nobody's given name. */
const WORD = 'no-given-name'
/** What ranks a post and stands before it: 名誉|教授, 首席|研究員. */
const RANK = fromWords(({ any }) => new RegExp(any('rank'), 'u'))
/** Endings and particles: 関する顧問 names nobody. The unit behind must not be hiragana either. */
const NO_KANA_NAME =
  /^(?:する|した|して|しい|など|から|まで|より|との|への|での|[のはがをにでともやへな])|[ぁ-ん]{5}$|(?<=^[ぁ-ん]{2,4})[ぁ-ん]$/u

/** Posts whose department stands before them, so that a common word there is no name (診療部長). */
const OF_DEPARTMENT =
  /^(?:副|次)?(?:[部課局室次所署]長|本部長|委員長|代表|委員|会長|監督|参事官|審議官|主任)$/u
/** What a given name in hiragana ends in where the surname is one kanji: 森ゆうこ, but not 高めている. */
const KANA_GIVEN = /^[^てっをばへ]{1,2}[こみえかりほき]$/u

/** Honorifics of whom a text introduces by the whole name. */
const OF_CITIZENS = /^(?:さん|さま|君|くん|ちゃん|殿下)$/u

/** Whether kanji behind a surname can be a given name. */
export const couldBeGiven = (from: Worded, given: string): boolean =>
  !NEVER(from).test(given) &&
  // One letter names as such (田中長), where it opens no title.
  !(given.length > 1 && NOT_LAST(from).test(given)) &&
  !OPENS_TITLE.test(given) &&
  !from.lexicon.has(WORD, given) &&
  !RANK(from).test(given) &&
  !isTitle(from, given)

/**
 * A listed surname, a given name that no glossary knows, and a title.
 *
 * @param weak A title that may stand behind the surname itself: the given name must leave a surer one.
 */
export function givenBehind(
  reading: Reading,
  tables: Tables,
  hit: Hit,
  weak: Title | null,
): NameSpan | null {
  const { text } = reading
  // A longer word that starts here is no surname with something behind it.
  if (hitsFrom(reading, hit.start).some((other) => other.end > hit.end)) return null
  const script = scriptAt(reading, hit.end)
  const lengths = script === HAN ? [2, 1, 3] : script === HIRAGANA ? [3, 2, 4] : []
  let best: { end: number; title: Title } | null = null
  for (const length of lengths) {
    const end = hit.end + length
    if (script === HAN && hit.end - hit.start === 1 && length !== 2) continue
    const given = text.slice(hit.end, end)
    if (
      !sameScript(reading, hit.end, end) ||
      (script === HAN &&
        !couldBeGiven(reading, given) &&
        !(text[end] === ' ' && /^[新元]$/u.test(given)))
    )
      continue
    const title = titleBehind(tables, reading, hit.start, end)
    if (!title) continue
    // Any citizen is さん: the name must be whole, or the words before say what somebody does.
    if (title.honorific && !PERSONAL.test(title.core))
      if (
        !OF_CITIZENS.test(title.core) ||
        !(endsAsGiven(reading, given) || roleBefore(reading, hit.start))
      )
        continue
    if (script === HIRAGANA && NO_KANA_NAME.test(text.slice(hit.end, end + 1))) continue
    if (script === HIRAGANA && hit.end - hit.start === 1 && !KANA_GIVEN.test(given)) continue
    if (given.endsWith('大') && ACADEMIC.test(title.core)) continue
    // With a surname of one kanji the whole may be a common word: 高校生選手.
    if (hit.end - hit.start === 1 && hasCommonWord(reading, text.slice(hit.start, end))) continue
    if (script === HAN && OF_DEPARTMENT.test(title.core) && !endsAsGiven(reading, given)) continue
    // 悠|准教授 rather than 悠准|教授.
    const longer = title.sure === best?.title.sure && title.end - end > best.title.end - best.end
    if (!best || title.sure > best.title.sure || (longer && title.sure === SURE.whole))
      best = { end, title }
  }
  if (!best) return null
  if (weak && (best.title.sure <= weak.sure || best.title.sure < SURE.word)) return null
  const { end, title } = best
  return {
    start: hit.start,
    nameEnd: end,
    end: title.end,
    name: text.slice(hit.start, end),
    kind: 'new',
    title,
    things: [],
    family: text.slice(hit.start, hit.end),
  }
}

/** Whether a stretch is of one script. */
function sameScript(reading: Reading, start: number, end: number): boolean {
  for (let k = start; k < end; k++)
    if (scriptAt(reading, k) !== scriptAt(reading, start)) return false
  return true
}

/** A surname with the given name in brackets, as in a conversation written down: 小泉(純一郎)さん. */
export function givenInBrackets(reading: Reading, tables: Tables, hit: Hit): NameSpan | null {
  const { text } = reading
  const given = /^\(([\p{Script=Han}\d々ぁ-んァ-ヺー]{1,4})\)/u.exec(
    text.slice(hit.end, hit.end + 6),
  )
  if (!given?.[1] || edgeBefore(reading, hit.start) !== 'free') return null
  const nameEnd = hit.end + given[0].length
  const title = titleBehind(tables, reading, hit.start, nameEnd)
  if (!title) return null
  const family = text.slice(hit.start, hit.end)
  const name = family + given[1]
  const form = tables.formOf(name)
  const things = form < 0 ? [] : tables.peopleOf(form).map(({ thing }) => thing)
  // 李(イ)大統領 is the surname with its reading.
  if (
    things.length === 0 &&
    (!/^[\p{Script=Han}\d]{2,3}$/u.test(given[1]) || !couldBeGiven(reading, given[1]))
  )
    return null
  return {
    start: hit.start,
    nameEnd,
    end: title.end,
    name,
    kind: things.length > 0 ? 'full' : 'new',
    title,
    things,
    family,
  }
}
