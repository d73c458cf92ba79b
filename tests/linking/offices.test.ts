import { describe, expect, it } from 'vitest'
import { read, said } from './fixture'

describe('a bare role', () => {
  it('means the holder at the date of the article', () => {
    expect(said('首相は官邸で述べた。')).toEqual(['首相=内閣総理大臣→高市早苗'])
    expect(said('首相は官邸で述べた。', '2005-06-01')).toEqual(['首相=内閣総理大臣→小泉純一郎'])
  })

  it('is of the country that the sentence names', () => {
    expect(said('米国の大統領は述べた。')).toContain('大統領=アメリカ大統領→ドナルド・トランプ')
    expect(said('米大統領は述べた。', '2015-01-01')).toEqual([
      '米大統領=アメリカ大統領→バラク・オバマ',
    ])
    expect(said('韓国の大統領は述べた。')).toContain('大統領=韓国大統領')
  })

  it('of whom 前, 元 and 次期 change the holder', () => {
    expect(said('前首相は療養に専念する。', '2006-10-05')).toEqual([
      '前首相=内閣総理大臣→小泉純一郎',
    ])
    expect(said('2003年に支持を表明した元首相が講演した。')).toContain(
      '元首相=内閣総理大臣→小泉純一郎',
    )
    expect(said('米国の次期大統領は述べた。', '2016-11-18')).toContain(
      '次期大統領=アメリカ大統領→ドナルド・トランプ',
    )
  })

  it('is none in a meeting, an aide, a rank, or of several at once', () => {
    expect(said('外相会談')).toEqual([])
    expect(said('首相補佐官、首相級、両外相、大統領令')).toEqual([])
  })

  it('says by which day it went', () => {
    expect(read('首相は述べた。')[0]?.why).toContainEqual(
      expect.objectContaining({ rule: 'date', detail: '2026-02-21: 高市早苗（2025-10-21〜）' }),
    )
  })
})
