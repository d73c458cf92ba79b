/**
 * The first day that an EDTF value can mean, `YYYY-MM-DD`, for sorting and for axes.
 *
 * An interval open at its start counts from its end; an unknown year sorts before all years.
 */
const SEASON_MONTH: Record<string, string> = {
  '21': '03',
  '22': '06',
  '23': '09',
  '24': '12',
  '33': '01',
  '34': '04',
  '35': '07',
  '36': '10',
}
const PART_DAY: Record<string, string> = { E: '01', B: '01', M: '11', L: '16', F: '25' }
const PART_MONTH: Record<string, string> = { E: '01', B: '01', M: '05', L: '07', F: '12' }

export function sortDay(value: string): string {
  const [from = '', to = ''] = value.split('/')
  const point = from === '..' ? to : from
  const [, year = '0000', month, day] =
    /^([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?/.exec(point) ?? []
  const part = /~([EMLBF])/.exec(point)?.[1]
  const y = year.replaceAll('X', '0')
  if (!month || month === 'XX') return `${y}-${part ? PART_MONTH[part] : '01'}-01`
  const m = SEASON_MONTH[month] ?? month
  if (!day || day === 'XX') return `${y}-${m}-${part ? PART_DAY[part] : '01'}`
  return `${y}-${m}-${day}`
}
