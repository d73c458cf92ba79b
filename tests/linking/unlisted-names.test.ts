import { describe, expect, it } from 'vitest'
import { said } from './fixture'

describe('names that say by their last word what they are', () => {
  it('bodies, papers and sites that no glossary knows', () => {
    expect(said('北陸経済総合研究所によると')).toEqual(['北陸経済総合研究所=北陸経済総合研究所'])
    expect(said('海洋資源保護法案を可決した。')).toEqual(['海洋資源保護法案=海洋資源保護法案'])
    expect(said('アル・ハムラ空軍基地に着いた。')).toEqual([
      'アル・ハムラ空軍基地=アル・ハムラ空軍基地',
    ])
  })

  it('but no description: of a size, a time, a kind', () => {
    for (const text of [
      '大手銀行は',
      '都内女子大学の',
      '来年協議会を開く。',
      '一部新聞社が報じた。',
      '四年制大学院に進む。',
      '重要法案の審議',
      '同研究所は',
    ])
      expect(said(text)).toEqual([])
  })

  it('a town behind its prefecture, and alone after that', () => {
    expect(said('日立県白浜町の港。\n白浜町は発表した。')).toEqual([])
    expect(said('韓国道白浜町の港。')).toEqual([])
    expect(said('南海県白浜町の港。\n白浜町長と白浜町は発表した。')).toEqual([
      '南海県=南海県',
      '白浜町=白浜町',
      '白浜町=白浜町',
    ])
  })
})
