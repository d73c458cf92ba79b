import { describe, expect, it } from 'vitest'
import { said } from './fixture'

describe('where a name begins and ends', () => {
  it.each([
    ['米価が上がった。', '米 is rice'],
    ['協議の途中で', '中 within a word'],
    ['日高市の巾着田', 'a surname across a city'],
    ['全国連絡会が決めた', '国連 across two words'],
    ['20日米国', '日 of a date'],
    ['自衛隊法の改正', 'a law named after the body'],
    ['豪ノ山が勝った', 'a wrestler'],
    ['エリック・トランプ', 'another of the family'],
  ])('%s: %s', (text) => {
    expect(said(text).filter((mention) => !mention.startsWith('米国='))).toEqual([])
  })

  it('katakana runs and Latin words are whole', () => {
    expect(said('インドネシアの首都')).toEqual(['インドネシア=インドネシア'])
    expect(said('NSCXとANSC')).toEqual([])
  })

  it('the longer name wins: the post, not the body and 長', () => {
    expect(said('国家安全保障局長を派遣した')).toEqual(['国家安全保障局長=国家安全保障局長'])
  })

  it('a country letter counts where the press uses it', () => {
    expect(said('米側は求めた。')).toEqual(['米=アメリカ'])
    expect(said('米、英、韓の3カ国')).toEqual(['米=アメリカ', '英=イギリス', '韓=韓国'])
  })

  it('a letter before 、 is a country only in a list of letters', () => {
    expect(said('緊張が高まる中、インドは求めた。')).toEqual(['インド=インド'])
    expect(said('混乱が続く中、米、英は求めた。')).toEqual(['米=アメリカ', '英=イギリス'])
  })

  it('a word of time before a name is no part of it', () => {
    expect(said('今後韓国が担う。')).toEqual(['韓国=韓国'])
    expect(said('一方韓国は反対した。')).toEqual(['韓国=韓国'])
  })

  it('katakana goes on a place in kanji, unless it is a common noun', () => {
    expect(said('日本シルクの工場')).toEqual([])
    expect(said('韓国メディアは報じた。')).toEqual(['韓国=韓国'])
  })

  it('a match is no mention of the country played', () => {
    expect(said('韓国戦とインド戦に勝った。')).toEqual([])
  })

  it('a part of a region is a name of its own', () => {
    expect(said('南インドの都市')).toEqual(['南インド=南インド'])
  })

  it('a pair of countries is named in any order', () => {
    expect(said('米日同盟は強い。')).toEqual(['米日同盟=日米同盟'])
  })

  it('a word broken across lines is found whole', () => {
    expect(said('増やす防衛\r費は')).toEqual(['防衛\r費=防衛費'])
  })
})
