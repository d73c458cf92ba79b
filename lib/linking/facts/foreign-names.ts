/** Names in katakana, of one part or more, with a title: トム・ディナノ国務省次官補代理. */

import { DOT_GAP } from '../../text/fold'
import { KATAKANA, LATIN } from '../../text/script'
import { titleBehind } from '../read/name-title'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt } from '../read/reading'
import { titleAt } from '../read/titles'
import { fromWords } from '../record/lexicon'
import type { Tables } from '../record/tables'
import type { NameSpan } from './facts'

/** Posts that show one katakana word to be a name, whatever the word. */
const POLITICAL = fromWords(
  ({ any }) =>
    new RegExp(
      `^(?:前|元|次期|新|故)?(?:大統領|副大統領|首相|副首相|外相|国防相|内相|財務相|国家主席|総書記|皇太子|国王|女王|首席補佐官|補佐官|報道官|副報道官|特使|事務総長|事務局長|司令官|総司令官|最高指導者|議長|党首|上院議員|下院議員|(?:駐[\\p{Script=Han}ァ-ヺー]{1,6})?大使|外務次官|(?:米|英)?(?:国務|国防|財務|商務|司法|内務|運輸|厚生|教育|労働|空軍|陸軍|海軍|CIA|FBI|NASA)(?:長官|副長官|次官|次官補|次官補代理)|次官補|次官補代理|知事|参謀総長|大将|中将|少将|大佐|師|氏|容疑者|被告|(?:${any('country-letter')})?国?(?:大統領|首相|外相|(?:外務|国防|財務|内務|法務|司法|商務|貿易|通商|保健|農業|教育|運輸|環境|経済|防衛)(?:相|大臣)))$`,
      'u',
    ),
)
/** Posts that common nouns stand before as well (サッカー選手, ホテル社長). */
const COMMON_POST =
  /^(?:前|元|新|名誉)?(?:選手|監督|会長|社長|投手|捕手|コーチ|議員|教授|准教授|市長|委員長|代表|CEO|最高経営責任者|研究員|弁護士|記者)$/u

/** Foreign names of a block that the glossary does not know as anything. */
export function foreignNames(reading: Reading, tables: Tables): NameSpan[] {
  const spans: NameSpan[] = []
  const { text, folded } = reading
  let at = 0
  while (at < text.length) {
    if (scriptAt(reading, at) !== KATAKANA) {
      at++
      continue
    }
    let start = at
    let dots = 0
    let lastPart = at
    while (at < text.length && scriptAt(reading, at) === KATAKANA) {
      const gap = folded.gap[at] ?? 0
      if (at > start && gap !== 0) {
        if (gap !== DOT_GAP) start = at
        dots = gap === DOT_GAP ? dots + 1 : 0
        lastPart = at
      }
      at++
    }
    // A country before the name is no part of it: アメリカ・トランプ大統領.
    const place = hitsFrom(reading, start).find(
      (hit) => hit.end <= lastPart && isPlace(tables, hit),
    )
    if (place && (folded.gap[place.end] ?? 0) === DOT_GAP) {
      start = place.end
      dots--
    }
    // Initials in Latin letters belong to the name: J・D・バンス.
    if (folded.gap[start] === DOT_GAP)
      while (isInitial(reading, start - 1)) {
        start--
        dots++
      }
    // 駐イラン大使 is posted to a country.
    if (at - start < 2 || /[駐在対訪]/u.test(text[start - 1] ?? '')) continue
    // Nor is one behind it: エンリケ・マナロ・フィリピン|共和国外務大臣.
    const home =
      dots > 1 && hitsFrom(reading, lastPart).some((hit) => hit.end === at && isPlace(tables, hit))
    if (home) {
      const title = titleAt(tables, reading, lastPart, true)
      if (title && !title.honorific && title.end > at) {
        const name = text.slice(start, lastPart)
        const family = text.slice(lastDot(reading, start, lastPart), lastPart)
        spans.push({
          start,
          nameEnd: lastPart,
          end: title.end,
          name,
          kind: 'new',
          title,
          things: [],
          family,
        })
      }
      continue
    }
    // フォン・デア・ライエン is a surname of several parts; of others the last part alone may be one.
    const known = hitsUntil(reading, at).some(
      (hit) =>
        hit.start >= start &&
        hit.start <= lastPart &&
        (isKnown(tables, hit) ||
          (hit.start === start && hit.start < lastPart && isFamily(tables, hit))),
    )
    if (known) continue
    const title = titleBehind(tables, reading, start, at)
    if (!title) continue
    const name = text.slice(start, at)
    const shown =
      dots > 0
        ? title.core !== 'さん'
        : !tables.lexicon.has('katakana-noun', name) &&
          (POLITICAL(tables).test(title.core) || (name.length > 2 && COMMON_POST.test(title.core)))
    spans.push({
      start,
      nameEnd: at,
      end: title.end,
      name,
      // One word with any other title is a name only if the text uses it as one elsewhere.
      kind: shown ? 'new' : 'part',
      title,
      things: [],
      family: text.slice(lastPart, at),
    })
  }
  return spans
}

/** Where the part of a name begins that ends at an offset. */
function lastDot(reading: Reading, start: number, end: number): number {
  let at = end - 1
  while (at > start && (reading.folded.gap[at] ?? 0) !== DOT_GAP) at--
  return at
}

const isInitial = (reading: Reading, at: number): boolean =>
  at >= 0 &&
  /[A-Z]/.test(reading.text[at] ?? '') &&
  (scriptAt(reading, at - 1) !== LATIN || (reading.folded.gap[at] ?? 0) === DOT_GAP)

const isPlace = (tables: Tables, hit: Hit): boolean =>
  tables.sensesOf(hit.form).some(({ thing }) => thing.kind === 'place')

/** A surname of somebody whom the glossary knows. */
const isFamily = (tables: Tables, hit: Hit): boolean => tables.peopleOf(hit.form).length > 0

/** What the glossary knows as anything but a surname is no unknown person. */
const isKnown = (tables: Tables, hit: Hit): boolean =>
  tables.sensesOf(hit.form).some(({ kind }) => kind !== 'surname')
