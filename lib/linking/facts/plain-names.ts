/** Kanji names whose surname no list knows, where only a person can stand. */

import { HAN, KATAKANA } from '../../text/script'
import { PERSONAL, titleBehind } from '../read/name-title'
import { ACADEMIC, endsAsGiven, hasCommonWord, roleBefore } from '../read/name-words'
import { type Hit, hitsFrom, type Reading, scriptAt } from '../read/reading'
import { SURE, type Title } from '../read/titles'
import type { Tables } from '../record/tables'
import type { NameSpan } from './facts'
import { couldBeGiven } from './given-names'

/** Posts that only single people carry, so that a word before one which looks like a name is a name. */
const POST =
  /^(?:(?:特任|名誉|客員|准)?教授|講師|裁判長|裁判官|弁護士|(?:[衆参]議?院|上院|下院)?議員|[県市区都府町村]議|投手|捕手|[内外]野手|選手|(?:総)?監督|(?:ヘッド|投手|打撃|守備)?コーチ|会長|社長|理事長|所長|代表|(?:主任|上席|主席|客員|上級|特別)?研究員|医師|院長|学長|棋士|知事|[市区町村]長|事務次官|外務次官|財務官|報道官|報道局長|副報道局長|警視総監|検事総長|大使|総領事|幹事長|書記長|書記局長|政調会長|党首|総裁|[4-9]段|名人|竜王)$/u
/** Words of time before a name: 先月石破氏. */
const TIME = /^(?:[先今][月週日年回]|昨[年日]|[翌当同][日月年時週]|現在|直後|以[後来降]|午[前後])/u
/** Frequent Chinese and Korean surnames of one kanji. */
const CHINESE = 'chinese-surname'
const DIPLOMATIC =
  /^(?:副?報道官|副?報道局長|外相|外務次官|外務次官補|[駐\p{Script=Han}]{0,4}大使|国防相|国防部長|外交部長|政治局員|国務委員)$/u

/** Names in a block: …氏, NAME・post, and NAME with a post where a phrase begins. */
export function plainNames(reading: Reading, tables: Tables): NameSpan[] {
  const spans: NameSpan[] = []
  const { text } = reading
  let at = 0
  while (at < text.length) {
    if (scriptAt(reading, at) !== HAN) {
      at++
      continue
    }
    const start = at
    while (at < text.length && scriptAt(reading, at) === HAN) at++
    if (at - start < 3) continue
    // 【東京=NAME】: who wrote the article is not told of in it.
    if (text[start - 1] === '=' && /[】)]/u.test(text[at] ?? '')) continue
    for (const length of [4, 3, 5]) {
      const end = start + length
      const title = end <= at ? calledBehind(reading, tables, start, end, at) : null
      if (!title) continue
      spans.push(plain(reading, start, end, title))
      break
    }
  }
  return spans
}

/** The title that shows a run of kanji to be a name; null where it does not. */
function calledBehind(
  reading: Reading,
  tables: Tables,
  start: number,
  end: number,
  runEnd: number,
): Title | null {
  const { text } = reading
  const dotted = text[end] === '・' && end === runEnd
  const spaced = text[end] === ' ' && end === runEnd
  const role = /[さ君くち]/u.test(text[end] ?? '') && roleBefore(reading, start)
  const called = role || /[氏容被受死]/u.test(text[end] ?? '')
  // 鴻池祥肇(よしただ)委員長: only a name is told how to read.
  const read = end === runEnd && /^\([ぁ-ゖ ]{2,12}\)/u.test(text.slice(end, end + 14))
  if (end === runEnd && !dotted && !spaced && !read && !role && scriptAt(reading, end) !== KATAKANA)
    return null
  const likely =
    endsAsGiven(reading, text[end - 1] ?? '') || reading.lexicon.has(CHINESE, text[start] ?? '')
  // Most runs of kanji end here: looking for a title costs more than all else.
  if (!dotted && !spaced && !called && !likely && !read) return null
  // What ends or goes on as a given name does; the surname may have any character.
  if (
    !couldBeGiven(reading, text.slice(start + 1, end)) ||
    /[庁局課党社議院団署故亡某現同両各]/u.test(text[start] ?? '')
  )
    return null
  // 柘植元|議員 is rather a former member than somebody called 植元.
  if (!dotted && !spaced && /[元新前現]$/u.test(text.slice(start, end))) return null
  // 新石破氏 is the new one; but 新浪 is a surname.
  if (
    /[元前新]/u.test(text[start] ?? '') &&
    hitsFrom(reading, start + 1).some(({ form }) => tables.isSurname(form))
  )
    return null
  const notGiven = ({ form, end: family }: Hit) =>
    tables.isSurname(form) && family < end && !couldBeGiven(reading, text.slice(family, end))
  if (hitsFrom(reading, start).some((hit) => hit.end - hit.start > 2 || notGiven(hit))) return null
  const title = titleBehind(tables, reading, start, end)
  if (!title) return null
  const name = text.slice(start, end)
  if (TIME.test(name)) return null
  if ((dotted || read) && !title.honorific) return title
  if (role) return hasCommonWord(reading, name) ? null : title
  if (PERSONAL.test(title.core)) return spaced && hasCommonWord(reading, name) ? null : title
  const post =
    title.sure === SURE.whole ? POST.test(title.core) || title.prefix : title.sure === SURE.body
  if (!post || title.honorific || (name.endsWith('大') && ACADEMIC.test(title.core))) return null
  if (
    end - start === 3 &&
    reading.lexicon.has(CHINESE, name[0] ?? '') &&
    DIPLOMATIC.test(title.core)
  )
    return title
  if (!endsAsGiven(reading, name) || hasCommonWord(reading, name)) return null
  for (let k = start; k < end - 1; k++)
    if (hitsFrom(reading, k).some((hit) => hit.end > k + 1 && tables.namedOf(hit.form).length > 0))
      return null
  return title
}

const plain = (reading: Reading, start: number, end: number, title: Title | null): NameSpan => ({
  start,
  nameEnd: end,
  end: title?.end ?? end,
  name: reading.text.slice(start, end),
  kind: 'new',
  title,
  things: [],
  family: null,
})
