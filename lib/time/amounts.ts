/** Durations (約40分間, 2年半) and sets (毎年春, 週2回). */
import { numberOf } from './numerals'
import type { Parsed } from './spec'
import { matchAt, sticky } from './sticky'

const UNITS: Record<string, readonly [string, string]> = {
  世紀: ['P', 'C'],
  年: ['P', 'Y'],
  月: ['P', 'M'],
  週: ['P', 'W'],
  日: ['P', 'D'],
  泊: ['P', 'D'],
  時: ['PT', 'H'],
  分: ['PT', 'M'],
  秒: ['PT', 'S'],
}
const ABOUT = '(?:約|およそ|おおよそ|おおむね|ほぼ|わずか|丸|まる)?'
const COUNT = `(?<count>[0-9]{1,4}(?:\\.[0-9]{1,2})?|[一二三四五六七八九十百]{1,4}|十数|数十|数百|数|何十|何)`
const MONTHS = '(?:[カかヶケヵ箇ヵ]月|カ月|ヶ月|か月)'
const CLOSE =
  '(?:ほど|程度|くらい|ぐらい|余り|あまり|近く|弱(?![いく点体者小])|強(?![いく化力制調襲豪権硬風])|足らず|以上|以内|未満)?'

const DURATIONS: readonly RegExp[] = [
  // 1年8か月ぶり, 1分44秒15, 1時間30分, 1年半, 2時間半
  sticky(
    `${ABOUT}(?<years>[0-9]{1,3})年(?:と)?(?<months>[0-9]{1,2})[カかヶケヵ箇]月(?!分)(?:間)?${CLOSE}(?:ぶり)?`,
  ),
  sticky(`(?<minutes>[0-9]{1,3})分(?<seconds>[0-9]{1,2})秒(?<hundredths>[0-9]{1,2})?`),
  sticky(`${ABOUT}${COUNT}(?<unit>時)間(?<minutes>[0-9]{1,2})分(?:間)?${CLOSE}`),
  sticky(
    `${ABOUT}${COUNT}(?:(?<unit>年|週|時)間?|(?<month>${MONTHS}))(?<half>半)(?:間)?${CLOSE}(?:ぶり)?`,
  ),
  sticky(`${ABOUT}${COUNT}(?<month>${MONTHS})(?!分|[前後](?!半))(?:間)?${CLOSE}(?:ぶり)?`),
  sticky(`${ABOUT}${COUNT}(?<unit>年|日|時|週|分|秒)間(?![前後](?!半))${CLOSE}(?:ぶり)?`),
  sticky(`${ABOUT}${COUNT}(?<unit>時(?=間)|分|秒)間?[前後](?![半進])`),
  sticky(`${ABOUT}${COUNT}(?<unit>世紀)(?:ぶり|にわた|以上|近く)`),
  // 会期を1日延長, 予定より3日早く: by how much, not on which day.
  sticky(
    '(?:(?<=を)(?<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3}|数)(?<unit>日)(?=延長|短縮|延期|延ば|縮め))',
  ),
  sticky(
    '(?<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3}|数)(?<unit>日)(?=早[くいまめ]|遅[いれら]|遅くな|ずれ込|前倒し|先延ばし|長[くい]|短[くい])',
  ),
  sticky(
    `${ABOUT}${COUNT}(?<unit>年|日|泊|分|秒)(?=以内|以上|未満|近く|余り|あまり|足らず|ほど|程度|くらい|ぐらい|ぶり|連続|がかり|越し)${CLOSE}(?:ぶり)?`,
  ),
]
/** A number of years that can be no calendar year, of minutes that follow no hour. */
const BARE: readonly RegExp[] = [
  sticky(
    `${ABOUT}(?<count>[0-9]{1,3}|十数|数十|数百|数|何十|何|[二三四五六七八九十百]{1,3})(?<unit>年)(?![前後度代月末春夏秋冬目生物債次式型組号版](?!倒)|前[^倒])`,
  ),
  sticky(
    `(?<count>[0-9]{1,3}(?:\\.[0-9]{1,2})?|数)(?<unit>分|秒|泊)(?=[にで、。のもをがは]|遅れ|早|$)(?!の[0-9一二三])(?!に(?:分|割))`,
  ),
  sticky(`(?<count>[0-9]{2,4}|数)(?<unit>日)(?=[以間にのをも、。]|$)`),
  sticky('(?<=中|あと|残り|まだ|もう|わずか|最大|最長)(?<count>[0-9]{1,3})(?<unit>日)'),
]
const ABOUT_YEARS = sticky(
  `(?:約|およそ|おおよそ|ほぼ|わずか)(?<count>[0-9]{1,3})(?<unit>年|日|分|秒)(?![前後])${CLOSE}(?:ぶり)?`,
)
const WORDS: readonly (readonly [RegExp, string])[] = [
  [sticky('四半世紀'), 'P25Y'],
  [sticky('半世紀'), 'P50Y'],
  [sticky('半年(?:間|余り|ほど)?(?![前後])(?:ぶり)?'), 'P6M'],
  [sticky('半日(?:間|ほど)?'), 'PT12H'],
  [sticky('半月(?:間|ほど)?(?![板型前後])'), 'P15D'],
]

const SETS: readonly (readonly [RegExp, string])[] = [
  [sticky('毎年(?:の)?[春夏秋冬]?(?!度)(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?'), 'P1Y*'],
  [sticky('(?:毎年度|年に(?:1|一)[度回]|年1回|年一回|例年)'), 'P1Y*'],
  [sticky('隔年'), 'P2Y*'],
  [sticky('(?:毎月|月に(?:1|一)[度回]|月1回)'), 'P1M*'],
  [sticky('毎週(?:[月火水木金土日]曜日?|末)?'), 'P1W*'],
  [sticky('隔週'), 'P2W*'],
  [sticky('毎(?:日(?!新聞|放送)|朝|晩|夜|夕)'), 'P1D*'],
  [sticky('毎時'), 'PT1H*'],
]
const EVERY = sticky(
  `${COUNT}(?:(?<unit>年|日|週|時|分)間?|(?<month>${MONTHS}))(?:ごと|おき|毎|に(?:1|一)[度回])(?:に)?`,
)

/** `P2Y`, `PT1H30M`, `PXY`, with the half of the unit where one stands. */
function iso(
  count: string,
  unit: string,
  half: boolean,
  minutes: string | undefined,
): string | null {
  const [prefix, letter] = UNITS[unit] ?? ['P', 'M']
  if (/[数何]/.test(count)) return `${prefix}X${letter === 'C' ? 'Y' : letter}`
  const number = /\./.test(count) ? Number(count) : numberOf(count)
  if (!Number.isFinite(number)) return null
  if (letter === 'C') return `P${number * 100}Y`
  if (minutes) return `PT${number}H${Number(minutes)}M`
  if (!half) return `${prefix}${number}${letter}`
  if (letter === 'Y') return `P${number}Y6M`
  if (letter === 'H') return `PT${number}H30M`
  return `${prefix}${number}.5${letter}`
}

/** 1年8か月, 1分44秒15. */
function mixed({ years, months, minutes, seconds, hundredths }: Record<string, string>): string {
  if (years) return `P${Number(years)}Y${Number(months)}M`
  return `PT${Number(minutes)}M${Number(seconds)}${hundredths ? `.${hundredths}` : ''}S`
}

/** How a match of one of the patterns reads, or null where its numeral is none. */
function read(match: RegExpExecArray, index: number, kind: 'duration' | 'set'): Parsed | null {
  const { count, unit, month, half, minutes } = match.groups ?? {}
  const value =
    count === undefined
      ? mixed(match.groups ?? {})
      : iso(count, month ? '月' : (unit ?? ''), Boolean(half), minutes)
  if (!value) return null
  return {
    start: index,
    end: index + match[0].length,
    spec: { kind, value: kind === 'set' ? `${value}*` : value },
  }
}

/** A set (毎年) at `index` of the squeezed text, or null. */
export function setAt(text: string, index: number): Parsed | null {
  for (const [pattern, value] of SETS) {
    const match = matchAt(pattern, text, index)
    if (match) return { start: index, end: index + match[0].length, spec: { kind: 'set', value } }
  }
  const every = matchAt(EVERY, text, index)
  return every && read(every, index, 'set')
}

/** A length of time that says itself to be one (間, ほど, ぶり, 約) at `index`, or null. */
export function durationAt(text: string, index: number): Parsed | null {
  for (const [pattern, value] of WORDS) {
    const match = matchAt(pattern, text, index)
    if (match)
      return { start: index, end: index + match[0].length, spec: { kind: 'duration', value } }
  }
  for (const pattern of [...DURATIONS, ABOUT_YEARS]) {
    const match = matchAt(pattern, text, index)
    if (match) return read(match, index, 'duration')
  }
  return null
}

/** A figure with a unit that no date can have (2年, 90日, 30分), tried after the dates; or null. */
export function bareDurationAt(text: string, index: number): Parsed | null {
  for (const pattern of BARE) {
    const match = matchAt(pattern, text, index)
    if (match) return read(match, index, 'duration')
  }
  return null
}
