/**
 * Against the cases of a Japanese TIMEX library, where both conventions write one value: dates that
 * say their year, and dates and durations of a text that nothing dates.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTimes } from '../../lib/time/find'
import { documentOf } from './doc'

const FILES = ['ja-timex-cases.jsonl', 'ja-timex-docs-wikinews.jsonl'].map((name) =>
  join(import.meta.dirname, '../../../shared/temporal', name),
)
const here = FILES.every(existsSync)

interface Case {
  id: string
  text: string
  level: string
  reference: string | null
  ignore_kansuji?: boolean
  expected: {
    type: string
    value: string
    text?: string
    start: number
    end: number
    mod?: string | null
  }[]
}

/** What they write for what we write, or null where the conventions differ. */
function ours(expected: Case['expected'][number]): string | null {
  const { type, value, mod, text } = expected
  // 5年目 counts; for us it is no time.
  if (mod || text?.endsWith('目')) return null
  if (type === 'DATE' && /^(?:\d{4}|XXXX)-(?:\d{2}|XX)-(?:\d{2}|XX)$/.test(value)) {
    if (/^XXXX-XX-XX/.test(value)) return null
    return value.replace(/(?:-XX)+$/, '')
  }
  return type === 'DURATION' && /^P(?:T?\d+[YMWDHS])$/.test(value) ? value : null
}

/**
 * To the day; of our one range either end, which they keep apart; what they leave unsaid (X) we may
 * know from the text.
 */
const isAlike = (own: string, theirs: string): boolean =>
  own.split('/').some((end) => {
    const day = end.startsWith('P') ? end : end.replace(/T.*$/u, '')
    return (
      day.length === theirs.length &&
      [...theirs].every((sign, k) => (sign === 'X' && !theirs.startsWith('P')) || sign === day[k])
    )
  })

describe.skipIf(!here)('cases of another library (skipped where ../shared is not there)', () => {
  it('have our value in at least 85 of 100 places that both define', () => {
    let both = 0
    let same = 0
    const different: string[] = []
    for (const file of FILES.filter(existsSync))
      for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
        const item = JSON.parse(line) as Case
        // One tagger alone takes a whole string for what a sentence does not: 24年 for 24 years.
        if (item.reference !== null || item.ignore_kansuji || /duration/.test(item.level)) continue
        const found = findTimes(documentOf([item.text], null))
        for (const expected of item.expected ?? []) {
          const value = ours(expected)
          if (value === null) continue
          both++
          const over = found.filter(
            (time) => time.start < expected.end && time.end > expected.start,
          )
          if (over.some((time) => isAlike(time.value, value))) same++
          else
            different.push(
              `${item.id} ${item.text} ${value} | ${over.map((time) => time.value).join(' ')}`,
            )
        }
      }
    if (process.env.SHOW) console.log(different.join('\n'))
    console.log(`ja-timex: ${same} of ${both} values alike`)
    expect(same / both).toBeGreaterThanOrEqual(0.85)
  })
})
