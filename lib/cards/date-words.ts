/** EDTF dates in words, as short as a card wants them. */

type Language = 'ja' | 'en'

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
const SEASONS = {
  ja: ['春', '夏', '秋', '冬'],
  en: ['spring', 'summer', 'autumn', 'winter'],
}
const QUARTERS = { ja: '第$四半期', en: 'Q$' }
const PARTS: Record<string, [ja: string, en: string]> = {
  E: ['前半', 'first half'],
  L: ['後半', 'second half'],
  B: ['初め', 'beginning'],
  M: ['半ば', 'middle'],
  F: ['末', 'end'],
}

/**
 * An EDTF date or interval for people: `2026-02-20TAF` → 2026年2月20日, `2026-21` → 2026年春,
 * `2007-03-22/2007-03-23` → 2007年3月22日–23日. What it cannot read it gives back as it stands.
 */
export function dateWords(edtf: string, language: Language): string {
  const [from = '', to] = edtf.split('/')
  if (to === undefined) return pointWords(from, language)
  if (to === '..')
    return language === 'ja'
      ? `${pointWords(from, language)}から`
      : `from ${pointWords(from, language)}`
  if (from === '..')
    return language === 'ja'
      ? `${pointWords(to, language)}まで`
      : `until ${pointWords(to, language)}`
  return `${pointWords(from, language)}–${pointWords(to, language, from)}`
}

/** Year and month of a day: «2026年3月». */
export const monthWords = (edtf: string, language: Language): string =>
  pointWords(edtf.slice(0, 7), language)

/** @param after the interval's start: in Japanese the parts in common are not said twice. */
function pointWords(point: string, language: Language, after = ''): string {
  const match = /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?(?:T[^~]*)?(?:~([EMLBF]))?$/.exec(point)
  if (!match) return point
  const [, year = '', month, day, half] = match
  const part = half === undefined ? undefined : PARTS[half]
  if (language === 'en') return english(year, month, day, part?.[1])
  const sameYear = after.slice(0, 4) === year && month !== undefined
  const sameMonth = sameYear && after.slice(5, 7) === month && day !== undefined
  return [
    sameYear ? '' : yearWords(year),
    sameMonth ? '' : monthPart(month),
    day === undefined || day === 'XX' ? '' : `${Number(day)}日`,
    part?.[0] ?? '',
  ].join('')
}

function yearWords(year: string): string {
  if (year === 'XXXX') return ''
  if (year.endsWith('XX')) return `${Number(year.slice(0, 2)) + 1}世紀`
  return year.endsWith('X') ? `${year.slice(0, 3)}0年代` : `${year}年`
}

function monthPart(month: string | undefined): string {
  if (month === undefined || month === 'XX') return ''
  const number = Number(month)
  if (number <= 12) return `${number}月`
  if (number <= 24) return SEASONS.ja[number - 21] ?? ''
  return QUARTERS.ja.replace('$', String(number - 32))
}

function english(year: string, month?: string, day?: string, part?: string): string {
  const number = Number(month)
  const named =
    month === undefined || month === 'XX'
      ? ''
      : number <= 12
        ? MONTHS[number - 1]
        : number <= 24
          ? SEASONS.en[number - 21]
          : QUARTERS.en.replace('$', String(number - 32))
  const shownYear = /X$/.test(year)
    ? year === 'XXXX'
      ? ''
      : `${year.replaceAll('X', '0')}s`
    : year
  const shownDay = day === undefined || day === 'XX' ? '' : String(Number(day))
  const date = [shownDay, named, shownYear].filter(Boolean).join(' ')
  return part ? `${part} of ${date}` : date
}
