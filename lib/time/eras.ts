/**
 * Japanese eras and their years. First years since Meiji: Cabinet Office, 元号について; older ones
 * (`assets/time/old-eras.json`): the Japanese calendar of CLDR, against which a test holds them.
 */
import oldEras from '../../assets/time/old-eras.json'

interface Era {
  readonly first: number
  /** Highest year that a text can mean: a plan may name years past the era's end (平成40年). */
  readonly highest: number
}

const ERAS: Record<string, Era> = {
  明治: { first: 1868, highest: 45 },
  大正: { first: 1912, highest: 15 },
  昭和: { first: 1926, highest: 90 },
  平成: { first: 1989, highest: 60 },
  // No reign has passed 64 years.
  令和: { first: 2019, highest: 64 },
}
/** How tables and headlines shorten an era: R8.3.18, 令8.3.18. */
const SHORT: Record<string, string> = {
  M: '明治',
  T: '大正',
  S: '昭和',
  H: '平成',
  R: '令和',
  明: '明治',
  大: '大正',
  昭: '昭和',
  平: '平成',
  令: '令和',
}
const NAMES = '明治|大正|昭和|平成|令和'
/** A kanji of its own before a figure: 平30年, not 公平30年 or 最大30年. */
const KANJI = '(?<![一-龥々ァ-ヶーA-Za-z0-9])[明大昭平令](?=[0-9])'

/** Source of a pattern for an era's name or its letter before a figure. */
export const ERA = `(?:${NAMES}|(?<![A-Za-z])[MTSHR](?=[0-9])|${KANJI})`

/** Western year of an era's year, or null where no text can mean it (令和0年, 令和99年). */
export function westernYear(name: string, year: number): number | null {
  const era = ERAS[SHORT[name] ?? name]
  if (!era || !(year >= 1 && year <= era.highest)) return null
  return era.first + year - 1
}

const OLD: readonly (readonly [name: string, first: number])[] = Object.entries(oldEras)
/** Last year of each: the first of the era that followed. */
const OLD_ERAS = new Map(
  OLD.map(([name, first], k): [string, { first: number; last: number }] => [
    name,
    { first, last: OLD[k + 1]?.[1] ?? 1868 },
  ]),
)

/** Names of eras before Meiji. */
export const OLD_ERA_NAMES: readonly string[] = [...OLD_ERAS.keys()]

/**
 * Year of our calendar in which a year of an era before Meiji began, or null where it never was.
 * Those years are of the moon: their last weeks lie in the next year of ours.
 */
export function oldEraYear(name: string, year: number): number | null {
  const era = OLD_ERAS.get(name)
  if (!era || !(year >= 1) || era.first + year - 1 > era.last) return null
  return era.first + year - 1
}
