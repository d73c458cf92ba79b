/** Where a text names people: full names and surnames with their titles, known or not. */
import { DOT_GAP } from '../text/fold'
import { HAN, HIRAGANA, KATAKANA, LATIN } from '../text/script'
import { edgeAfter, edgeBefore } from './boundary'
import { type Hit, hitsFrom, hitsUntil, type Reading, scriptAt } from './reading'
import type { Tables, Thing } from './tables'
import { type Title, titleAt } from './titles'

export interface NameSpan {
  readonly start: number
  /** Behind the name itself. */
  readonly nameEnd: number
  /** Behind reading and title. */
  readonly end: number
  /** Folded. */
  readonly name: string
  /** `full` and `surname` are in the glossary or can be; `new` is a full name that is not. */
  readonly kind: 'full' | 'surname' | 'new'
  readonly title: Title | null
  /** People of that full name or surname. */
  readonly things: readonly Thing[]
  /** Folded surname where it is known. */
  readonly family: string | null
}

/** Characters that end bodies and places, hardly ever a given name. */
const NO_GIVEN =
  /[庁支省局部課県市町村区党社会議院税権策業者員団体側軍隊府署線駅所省担当新前元次同副各両相官長国内閣総外務防衛]/u
/** Endings and particles: 関する顧問 names nobody. The unit behind must not be hiragana either. */
const NO_KANA_NAME =
  /^(?:する|した|して|しい|など|から|まで|より|との|への|での|[のはがをにでともやへ])|[ぁ-ん]{5}$|(?<=^[ぁ-ん]{2,4})[ぁ-ん]$/u
/** Titles that only people carry, whatever stands before them. */
const PERSONAL = /^(?:氏|容疑者|被告|受刑者|死刑囚)$/u
const POLITICAL =
  /^(?:前|元|次期|新|故)?(?:大統領|副大統領|首相|副首相|外相|国防相|内相|財務相|国家主席|総書記|皇太子|国王|女王|首席補佐官|補佐官|報道官|特使|事務総長|司令官|最高指導者|議長|党首|上院議員|下院議員|大使|外務次官|氏)$/u
/** Katakana words that stand before posts and are nobody's name. */
const NO_NAME =
  /^(?:デジタル|エネルギー|サイバー|メディア|グループ|センター|チーム|スポーツ|ホワイトハウス|ゲスト|メーカー|プロジェクト|コロナ|ワクチン|インフラ|オンライン)$/u

/** What must stand behind a kanji name of which nothing is known. */
const CALLED = ['氏', '容疑者', '被告']

/** Every name in a block. A stretch may be read in more than one way. */
export function namesIn(reading: Reading, tables: Tables): NameSpan[] {
  const spans: NameSpan[] = []
  for (const hit of reading.hits) spans.push(...namesAt(reading, tables, hit))
  spans.push(...foreignNames(reading, tables), ...plainNames(reading, tables))
  const known = new Set(spans.filter(({ kind }) => kind === 'full').map(({ start }) => start))
  return spans.filter((span) => span.kind !== 'new' || !known.has(span.start))
}

function namesAt(reading: Reading, tables: Tables, hit: Hit): NameSpan[] {
  const people = tables.peopleOf(hit.form)
  const listed = tables.isSurname(hit.form)
  if ((people.length === 0 && !listed) || !startsName(reading, tables, hit)) return []
  const { start, end } = hit
  const name = reading.text.slice(start, end)
  const spans: NameSpan[] = []
  const title = titleBehind(tables, reading, start, end)
  const full = people.filter(({ kind }) => kind !== 'surname' && kind !== 'role')
  const after = edgeAfter(reading, end)
  if (full.length > 0 && (title || after === 'free' || (after === 'joined' && name.length > 3)))
    spans.push({
      start,
      nameEnd: end,
      end: title?.end ?? end,
      name,
      kind: 'full',
      title,
      things: full.map(({ thing }) => thing),
      family: null,
    })
  const surnames = people.filter(({ kind }) => kind === 'surname').map(({ thing }) => thing)
  if (surnames.length === 0 && !listed) return spans
  const base = {
    start,
    nameEnd: end,
    name,
    kind: 'surname' as const,
    things: surnames,
    family: name,
  }
  if (title) spans.push({ ...base, title, end: title.end })
  else {
    const whole = listed ? givenBehind(reading, tables, hit) : null
    if (whole) spans.push(whole)
    else if (
      name.length > 1 &&
      (after === 'free' || /[「『“]/u.test(reading.text[start - 1] ?? ''))
    )
      spans.push({ ...base, title: null, end })
  }
  return spans
}

/** A name starts where no letter of its script stands before it, or another word ends there. */
function startsName(reading: Reading, tables: Tables, hit: Hit): boolean {
  const edge = edgeBefore(reading, hit.start)
  if (edge !== 'joined') return edge === 'free'
  // 自民党|高市総裁, トランプ・|プーチン; but not the end of a longer word or foreign name.
  return hitsUntil(reading, hit.start).some(
    (other) =>
      other.start < hit.start - 1 &&
      edgeBefore(reading, other.start) !== 'inside' &&
      tables.sensesOf(other.form).length > 0,
  )
}

/** Title behind a name, with a reading in brackets (習近平(シー・ジンピン)国家主席) or ・ between. */
function titleBehind(tables: Tables, reading: Reading, start: number, at: number): Title | null {
  const { text } = reading
  const bracket = /^\([ぁ-ゖァ-ヺー・ ]{2,20}\)/u.exec(text.slice(at, at + 24))?.[0]
  const from = at + (bracket?.length ?? 0)
  const apart = text[from] === '・'
  if (apart || (text[from] === ' ' && at - start > 2)) {
    const title = titleAt(reading, from + 1, apart)
    if (!title || title.honorific || title.text.length < 3) return null
    // NAME BODY POST: behind a space the body is a mention of its own.
    const body = hitsFrom(reading, from + 1).some((hit) => isBody(tables, hit))
    return !apart && body ? { ...title, end: at } : title
  }
  return titleAt(reading, from)
}

/** A listed surname, a given name that no glossary knows, and a title. */
function givenBehind(reading: Reading, tables: Tables, hit: Hit): NameSpan | null {
  const { text } = reading
  // A longer word that starts here is no surname with something behind it.
  if (hitsFrom(reading, hit.start).some((other) => other.end > hit.end)) return null
  const script = scriptAt(reading, hit.end)
  const lengths = script === HAN ? [2, 1, 3] : script === HIRAGANA ? [3, 2, 4] : []
  for (const length of lengths) {
    const end = hit.end + length
    if (script === HAN && hit.end - hit.start === 1 && length !== 2) continue
    if (!sameScript(reading, hit.end, end) || NO_GIVEN.test(text.slice(hit.end, end))) continue
    const title = titleBehind(tables, reading, hit.start, end)
    if (!title || (title.honorific && !PERSONAL.test(title.core))) continue
    if (script === HIRAGANA && NO_KANA_NAME.test(text.slice(hit.end, end + 1))) continue
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
  return null
}

/** Names in katakana, of one part or more, with a title: トム・ディナノ国務省次官補代理. */
function foreignNames(reading: Reading, tables: Tables): NameSpan[] {
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
    if (at - start < 2) continue
    const known = hitsUntil(reading, at).some(
      (hit) => hit.start >= start && hit.start <= lastPart && isKnown(tables, hit),
    )
    if (known) continue
    const title = titleBehind(tables, reading, start, at)
    if (
      !title ||
      title.core === 'さん' ||
      (dots < 1 && (!POLITICAL.test(title.core) || NO_NAME.test(text.slice(start, at))))
    )
      continue
    spans.push({
      start,
      nameEnd: at,
      end: title.end,
      name: text.slice(start, at),
      kind: 'new',
      title,
      things: [],
      family: text.slice(lastPart, at),
    })
  }
  return spans
}

const isInitial = (reading: Reading, at: number): boolean =>
  at >= 0 &&
  /[A-Z]/.test(reading.text[at] ?? '') &&
  (scriptAt(reading, at - 1) !== LATIN || (reading.folded.gap[at] ?? 0) === DOT_GAP)

const isBody = (tables: Tables, hit: Hit): boolean =>
  tables.sensesOf(hit.form).some(({ thing }) => thing.kind === 'organisation')

const isPlace = (tables: Tables, hit: Hit): boolean =>
  tables.sensesOf(hit.form).some(({ thing }) => thing.kind === 'place')

/** What the glossary knows as anything but a surname is no unknown person. */
const isKnown = (tables: Tables, hit: Hit): boolean =>
  tables.sensesOf(hit.form).some(({ kind }) => kind !== 'surname')

/** Kanji names whose surname no list knows, where only a person can stand: …氏, NAME・post, 【place＝NAME】. */
function plainNames(reading: Reading, tables: Tables): NameSpan[] {
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
    const byline =
      text[start - 1] === '=' && text[at] === '】' && at - start >= 3 && at - start <= 6
    if (byline) spans.push(plain(reading, start, at, null))
    for (const length of [4, 3, 5]) {
      const end = start + length
      if (end > at) continue
      const dotted = text[end] === '・' && end === at
      if (!dotted && !CALLED.some((word) => text.startsWith(word, end))) continue
      if (NO_GIVEN.test(text.slice(start, end))) continue
      const title = titleBehind(tables, reading, start, end)
      const inWord = hitsFrom(reading, start).some((hit) => hit.end - hit.start > 2)
      if (!title || inWord || (!dotted && !PERSONAL.test(title.core))) continue
      spans.push(plain(reading, start, end, title))
      break
    }
  }
  return spans
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

function sameScript(reading: Reading, start: number, end: number): boolean {
  for (let k = start; k < end; k++)
    if (scriptAt(reading, k) !== scriptAt(reading, start)) return false
  return true
}
