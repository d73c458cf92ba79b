import { describe, expect, it } from 'vitest'
import { said } from './fixture'

describe('terms that the text itself defines', () => {
  it('a long noun with its abbreviation in brackets, whatever it ends in', () => {
    expect(said('北極圏観測イニシアチブ(AOI)が発足した。\nAOIは続く。')).toEqual([
      '北極圏観測イニシアチブ=北極圏観測イニシアチブ',
      'AOI=北極圏観測イニシアチブ',
      'AOI=北極圏観測イニシアチブ',
    ])
    expect(said('港湾保安・海賊対処(PSCP)の分野')).toEqual([
      '港湾保安・海賊対処=港湾保安・海賊対処',
      'PSCP=港湾保安・海賊対処',
    ])
    expect(said('北極海に関する東南ASEAN・アウトルック(AOAA)')[0]).toBe(
      '北極海に関する東南ASEAN・アウトルック=北極海に関する東南ASEANアウトルック',
    )
  })

  it('a post with an abbreviation that means another thing elsewhere, but no post of any firm', () => {
    expect(said('韓国は国家保健安全顧問(NSS)を置いた。NSSは首相に属す。').slice(1, 4)).toEqual([
      '国家保健安全顧問=国家保健安全顧問',
      'NSS=国家保健安全顧問',
      'NSS=国家保健安全顧問',
    ])
    expect(said('最高経営責任者(CEO)が交代した。CEOは述べた。')).toEqual([])
  })

  it('both ways round, and with ＝', () => {
    expect(said('WXO(世界気象観測機構)によると、WXOは')).toEqual([
      'WXO=世界気象観測機構',
      '世界気象観測機構=世界気象観測機構',
      'WXO=世界気象観測機構',
    ])
    expect(said('XTSD＝慢性的疲労ストレス症候群を抱えた。')).toEqual([
      'XTSD=慢性的疲労ストレス症候群',
      '慢性的疲労ストレス症候群=慢性的疲労ストレス症候群',
    ])
  })

  it('a known word that only begins the long form is not what is meant', () => {
    expect(said('JXC＝日本氷上競技委員会は発表した。')).toEqual([
      'JXC=日本氷上競技委員会',
      '日本氷上競技委員会=日本氷上競技委員会',
    ])
  })

  it('what the word before the quotation marks says it is', () => {
    expect(said('人権団体「ブルーリボン」が訴えた。\nブルーリボンは続けた。')).toEqual([
      'ブルーリボン=ブルーリボン',
      'ブルーリボン=ブルーリボン',
    ])
    expect(said('「海をひらく未来の提案」と題する報告書を出した。')).toEqual([
      '海をひらく未来の提案=海をひらく未来の提案',
    ])
  })

  it('a ship by its kind, in quotation marks only', () => {
    expect(
      said('護衛艦「たにかぜ」が出港した。\n「たにかぜ」は、たにかぜの吹く海を行く。'),
    ).toEqual(['たにかぜ=たにかぜ(護衛艦)', 'たにかぜ=たにかぜ(護衛艦)'])
  })

  it('what stands behind a person is no short form', () => {
    expect(said('マルコ・ルビオ長官(ABC)は述べた。')).toEqual(['マルコ・ルビオ長官=マルコ・ルビオ'])
  })
})
