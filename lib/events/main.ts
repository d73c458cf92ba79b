/** The main event of an article: what its headline and its first sentence tell. */
import type { TimeExpression } from '../time/expression'
import { type Day, dayNumber } from '../time/reference'
import type { Head } from './heads'
import { predicatesIn } from './predicates'
import type { EventStatus, EventType, FoundEvent } from './schema'
import type { Told } from './told'
import type { Placed, Unit } from './units'

/** What a headline carries beside its news: 【速報中】, (1/2ページ). */
const FURNITURE = /【[^】]{0,12}】|\([^)]{0,8}ページ\)|［[^］]{0,12}］|〔[^〕]{0,12}〕|■|▽|◆/gu
/** How much of the headline's words a sentence must hold to tell the same. */
const LIKE = 0.42
/** What a sentence gains by standing at the head of the text, and by the headline's own predicate. */
const LEAD = 0.1
const SAME_WORD = 0.15
/** What a saying gains where the headline quotes. */
const SAID = 0.12
const QUOTES = /[“”「」]/u
/** A headline is short and no sentence. */
const LONGEST = 90

/** Runs of kanji, katakana, Latin letters and figures: the words that carry a headline. */
const WORDS = /[一-龥々]+|[ァ-ヶー]+|[A-Za-z]+|[0-9]+/gu

/** Pairs of neighbouring characters within words; a run of one stands for itself. */
function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (const [word] of text.matchAll(WORDS)) {
    if (word.length === 1) pairs.add(word)
    for (let k = 0; k + 1 < word.length; k++) pairs.add(word.slice(k, k + 2))
  }
  return pairs
}

export interface Headline {
  /** As the article prints it, without furniture. */
  readonly text: string
  /** Share of its words that a text holds, 0 to 1. */
  likeness(text: string): number
}

/** The headline of a document: its first block, where that is a heading or a line that is no sentence. */
export function headlineOf(units: readonly Unit[]): Headline | null {
  const [first] = units
  if (!first) return null
  const whole = first.written(0, first.text.length)
  if (!first.heading && (whole.endsWith('。') || whole.length > LONGEST)) return null
  const text = whole.replace(FURNITURE, '').trim()
  const pairs = pairsOf(text)
  if (pairs.size < 4) return null
  return {
    text,
    likeness(other) {
      const known = pairsOf(other)
      let shared = 0
      for (const pair of pairs) if (known.has(pair)) shared++
      return shared / pairs.size
    },
  }
}

/**
 * Of the tellings of a document that of its main event, or null where none tells what the headline does.
 *
 * @param told in reading order
 */
export function mainOf(
  told: readonly Told[],
  headline: Headline,
  published: Day | null,
): Told | null {
  let best: Told | null = null
  let most = LIKE
  for (const item of told) {
    if (!mayBeMain(item, headline, published)) continue
    const { unit, head, event } = item
    const text = unit.written(0, unit.text.length)
    const score =
      0.5 * (headline.likeness(text) + headline.likeness(event.title)) +
      (unit.heading || unit.index <= 2 ? LEAD : 0) +
      (says(headline, head) ? SAME_WORD : 0) +
      (QUOTES.test(headline.text) && SAYING.has(event.type) ? SAID : 0)
    if (score > most) [best, most] = [item, score]
  }
  return best
}

/** News is of the last days, or announces a day to come where the headline says so. */
function mayBeMain(
  { unit, head, event }: Told,
  headline: Headline,
  published: Day | null,
): boolean {
  if (unit.around || !published) return false
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(event.date) ?? []
  if (!year || event.date.includes('/')) return false
  const age =
    dayNumber(published) - dayNumber({ year: Number(year), month: Number(month), day: Number(day) })
  if (event.status === 'occurred' ? age < 0 || age > RECENT : age > 1 || age < -AHEAD) return false
  if (event.status === 'planned' && !(PLAN.test(headline.text) && says(headline, head)))
    return false
  // “…の可能性” 米メディア: what is only said is told by its saying.
  if (ONLY_SAID.test(headline.text) && !SAYING.has(event.type)) return false
  return says(headline, head) || headline.likeness(event.title) >= ALONE
}

function isRecent(date: string, status: EventStatus, published: Day | null): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})/u.exec(date) ?? []
  if (!year || !published || date.includes('/')) return false
  const of = { year: Number(year), month: Number(month), day: Number(day) }
  const age = dayNumber(published) - dayNumber(of)
  return status === 'planned' ? age <= 1 && age >= -AHEAD : age >= 0 && age <= RECENT
}

/** Days that an article may come behind its event, and before one that is planned. */
const RECENT = 9
const AHEAD = 400
/** What the title must share where the headline has another predicate. */
const ALONE = 0.4
const PLAN = /へ(?:$|[ 　、」”])|予定|きょう|あす|今夜|方針|見通し|[0-9]+日に|[0-9]+日から/u
const ONLY_SAID = /可能性|示唆|懸念|観測|検討|か(?:$|[ 　”」])/u
const SAYING = new Set(['statement', 'publication', 'call', 'meeting'])

/** Whether the headline has the predicate's own word, or its first two characters as headlines cut it. */
const says = ({ text }: Headline, { hit }: Head): boolean =>
  text.includes(hit.word) || text.includes(hit.noun)

/** A date that is said of its whole sentence: it opens it, or stands between topic and comma. */
const OPENS = /(?:^|[、。はがも]|一方|また|▽|当日の|日目の)$/u
const CLOSED = /^(?:夜|朝|午前|午後|昼|未明|夕方|ごろ|付)?(?:[にで]?は)?、/u
const FINISHED =
  /(?:[いきぎしちにびみりえけげせてねべめれっん][ただ]|ました|でした)(?:といいます|ということです|とのことです|といい)?。?$/u
/** What a sentence must hold of the headline's words. */
const PLAIN = 0.45

interface Plain {
  readonly unit: Unit
  readonly date: Placed<TimeExpression>
  readonly head: Head
}

/**
 * The sentence that tells what the headline does by a verb that no lexicon has: past, of a day that is
 * said of all of it, and liker to the headline than any other; null where there is none.
 */
export function plainTelling(
  units: readonly Unit[],
  headline: Headline,
  published: Day | null,
): Plain | null {
  let best: Plain | null = null
  let most = PLAIN
  for (const unit of units) {
    const plain = plainIn(unit, headline)
    if (!plain || !isRecent(plain.date.of.value, 'occurred', published)) continue
    const likeness = headline.likeness(unit.written(0, unit.text.length))
    if (likeness > most) [best, most] = [plain, likeness]
  }
  return best
}

function plainIn(unit: Unit, headline: Headline): Plain | null {
  const [date, second] = unit.dates
  if (!date || unit.heading || unit.around || ONLY_SAID.test(headline.text)) return null
  const { text } = unit
  const finished = FINISHED.exec(text)
  if (!finished || !OPENS.test(text.slice(0, date.start))) return null
  const behind = text.slice(date.end)
  if (second && !CLOSED.test(behind)) return null
  // 20日未明に…死亡した事故で、…ということです: the date is of a clause before a noun.
  if (!CLOSED.test(behind) && /^[^、]{0,60}[たるう](?=[一-龥ァ-ヶ])/u.test(behind)) return null
  const at = finished.index
  const hit = { start: at, end: text.length, word: finished[0], noun: finished[0] }
  const type = typeIn(headline.text)
  const telling = { status: 'occurred', weak: false } as const
  const head: Head = {
    hit: { ...hit, type, form: 'verb' },
    start: at,
    at,
    end: text.length,
    telling,
    kind: 'verbal',
    relative: false,
  }
  return { unit, date, head }
}

/** What the main event takes from the headline: its words, and its kind where the sentence has a vague one. */
export function asMain(
  type: EventType,
  { text }: Headline,
): Pick<FoundEvent, 'main' | 'title' | 'type'> {
  const said = type === 'other' || type === 'conference' ? typeIn(text) : type
  return { main: true, title: text, type: said === 'other' ? type : said }
}

/** The kind of the last event word that the headline has. */
const typeIn = (headline: string): EventType =>
  QUOTES.test(headline)
    ? 'statement'
    : (predicatesIn(headline).findLast(({ form }) => form === 'action' || form === 'noun')?.type ??
      'other')
