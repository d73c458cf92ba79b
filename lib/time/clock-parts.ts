/** Parts of the day and clock times: 午後, 14時45分, 22:00すぎ. */
import { PARTS } from './calendar-words'
import { numberOf } from './numerals'
import { type Part, part } from './part'
import { anyOf, matchAt, sticky } from './sticky'
import { ZONE } from './zones'

const PART = sticky(
  `(?:の)?(?<part>${anyOf(Object.keys(PARTS))})(?!鮮|刊|食|日(?!本)|間|勤|廷|礼|市|張|景|空|行)(?:ごろ|頃)?`,
)
const AFTER_CLOCK =
  '(?:ちょうど|きっかり)?(?:前後|前(?![半後回])|すぎ|過ぎ|ごろ|頃|ころ)?(?:\\((?:' +
  ZONE +
  '[、,])?(?<zone>' +
  ZONE +
  ')\\))?(?:前(?![半後回])|すぎ|過ぎ|ごろ|頃|ころ)?'
const NOT_CLOCK =
  '(?!間|代|点|期|給|効|差|速|価|刻|計|短|限|評|折|局|系|々|事|世|宜|化|制|季|空|には厳)'
const CLOCK = sticky(
  `(?<hour>[0-9]{1,2})時${NOT_CLOCK}(?:(?<half>半)|(?<minute>[0-9]{1,2})分(?!の|間|ほど遅)(?:(?<second>[0-9]{1,2})秒)?)?${AFTER_CLOCK}`,
)
const KANJI_CLOCK = sticky(
  `(?<hour>[一二三四五六七八九十〇零]{1,3})時${NOT_CLOCK}(?:(?<half>半)|(?<minute>[一二三四五六七八九十〇]{1,3})分)?${AFTER_CLOCK}`,
)
const COLON_CLOCK = sticky(
  `(?<hour>[0-9]{1,2}):(?<minute>[0-5][0-9])(?::(?<second>[0-5][0-9]))?(?![0-9:])(?: ?UTC(?<utc>))?${AFTER_CLOCK}`,
)

export function partOfDayAt(text: string, index: number): Part | null {
  const match = matchAt(PART, text, index)
  const known = PARTS[match?.groups?.part ?? '']
  return match && known ? part(match, { part: known }) : null
}

/**
 * 14時45分, 8時半, 22:00すぎ, with the zone in brackets behind it.
 *
 * @param kanji whether 十時 may be a clock time here: only beside a date or a part of the day.
 */
export function clockAt(text: string, index: number, kanji: boolean): Part | null {
  const match =
    matchAt(CLOCK, text, index) ??
    matchAt(COLON_CLOCK, text, index) ??
    (kanji ? matchAt(KANJI_CLOCK, text, index) : null)
  if (!match) return null
  const { hour = '', half, minute, second, zone, utc } = match.groups ?? {}
  const clock = {
    hour: numberOf(hour),
    minute: half ? 30 : minute ? numberOf(minute) : 0,
    second: second ? Number(second) : null,
  }
  if (!(clock.hour <= 30 && clock.minute < 60 && (clock.second ?? 0) < 60)) return null
  const named = zone ?? (utc === undefined ? undefined : 'UTC')
  return part(match, { clock, ...(named && { zone: named }) })
}
