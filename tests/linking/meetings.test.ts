import { describe, expect, it } from 'vitest'
import { said } from './fixture'

describe('meetings named by those who hold them', () => {
  it('countries, rank and meeting are one name', () => {
    expect(said('日米豪印外相会合を開いた。')).toEqual(['日米豪印外相会合=日米豪印外相会合'])
    expect(said('日英韓3か国の防衛相会談')).toEqual([
      '日英韓3か国の防衛相会談=日英韓3か国防衛相会談',
    ])
  })

  it('a summit is the same meeting whichever word the paper takes', () => {
    expect(said('日米首脳会議を開いた。')).toEqual(['日米首脳会議=日米首脳会談'])
  })

  it('so many countries hold the talks that the text is about', () => {
    expect(said('韓国の和平案を話し合う3か国の高官協議が開かれた。')).toEqual([
      '韓国=韓国',
      '3か国の高官協議=韓国和平協議',
    ])
    expect(said('3か国の協議が開かれた。')).toEqual([])
  })

  it('letters within other words name nobody', () => {
    expect(said('昨日中外相協議の場で')).toEqual([])
  })
})

describe('letters of countries', () => {
  it.each(['米比', '日伯', '米豪', '英印', '日米比'])(
    'every letter that the glossary lists tells of several holders: %sの外相',
    (letters) => {
      const found = said(`${letters}の外相が電話で会談した。`, '2026-03-19')
      expect(found.filter((mention) => mention.includes('→'))).toEqual([])
    },
  )

  it('a letter that only the glossary knows names a meeting whole', () => {
    expect(said('日伯首脳会談は来週の見通し。')).toEqual(['日伯首脳会談=日伯首脳会談'])
  })
})
