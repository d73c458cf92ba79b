/** Time zones by the names that Japanese texts give them. */

/** Minutes east of UTC, or an IANA zone where summer time changes them. */
const ZONES: Record<string, number | string> = {
  日本標準時: 540,
  日本時間: 540,
  JST: 540,
  韓国時間: 540,
  中国時間: 480,
  北京時間: 480,
  台湾時間: 480,
  モスクワ時間: 180,
  イラン時間: 210,
  インド時間: 330,
  協定世界時: 0,
  世界標準時: 0,
  グリニッジ標準時: 0,
  UTC: 0,
  GMT: 0,
  ハワイ時間: -600,
  ニューヨーク時間: 'America/New_York',
  ワシントン時間: 'America/New_York',
  米東部時間: 'America/New_York',
  アメリカ東部時間: 'America/New_York',
  東部時間: 'America/New_York',
  米中部時間: 'America/Chicago',
  米西部時間: 'America/Los_Angeles',
  米太平洋時間: 'America/Los_Angeles',
  太平洋時間: 'America/Los_Angeles',
  英国時間: 'Europe/London',
  ロンドン時間: 'Europe/London',
  中央ヨーロッパ時間: 'Europe/Paris',
  中央欧州時間: 'Europe/Paris',
  パリ時間: 'Europe/Paris',
  ドイツ時間: 'Europe/Berlin',
  ウクライナ時間: 'Europe/Kyiv',
  イスラエル時間: 'Asia/Jerusalem',
}
const NAMES = Object.keys(ZONES).sort((a, b) => b.length - a.length)

/** Source of a pattern for a zone's name, or an offset (UTC+9). */
export const ZONE = `(?:(?:UTC|GMT)[+-][0-9]{1,2}(?::?[0-9]{2})?|${NAMES.join('|')})`

/** `+09:00` for a zone's name, on a given day where summer time matters; null for an unknown name. */
export function offsetOf(zone: string, year: number, month: number, day: number): string | null {
  const written = /^(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone)
  if (written) {
    const [, sign, hours = '0', minutes = '0'] = written
    return formatted((sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)))
  }
  const known = ZONES[zone]
  if (known === undefined) return null
  return formatted(
    typeof known === 'number' ? known : minutesEast(known, Date.UTC(year, month - 1, day, 12)),
  )
}

const pad = (n: number): string => String(n).padStart(2, '0')
function formatted(minutes: number): string {
  if (minutes === 0) return 'Z'
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`
}

function minutesEast(iana: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: iana, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value
  const [, sign, hours = '0', minutes = '0'] = /GMT([+-])(\d{2}):(\d{2})/.exec(name ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}
