import { describe, expect, it } from 'vitest'
import { said } from './fixture'

const cases = (rows: readonly (readonly [text: string, ...mentions: string[]])[]) =>
  it.each(rows.map(([text, ...mentions]) => ({ text, mentions })))('$text', ({ text, mentions }) =>
    expect(said(text)).toEqual(mentions),
  )

describe('a name that begins with a known one is another name', () => {
  cases([
    ['国連大学で講座が開かれた。', '国連大学=国連大学'],
    ['国連人口基金によると', '国連人口基金=国連人口基金'],
    ['国連開発計画の報告', '国連開発計画=国連開発計画'],
    ['インド工科大学発の企業', 'インド工科大学=インド工科大学'],
    ['NSC LIVEで配信する。', 'NSC LIVE=NSC LIVE'],
    ['インドネシア州の知事', 'インドネシア州=インドネシア州'],
    ['日本製鉄が買う。', '日本製鉄=日本製鉄'],
    ['韓国電力が発表した。', '韓国電力=韓国電力'],
    ['国家安全保障会議作業部会が開かれた。', '国家安全保障会議作業部会=国家安全保障会議作業部会'],
  ])
})

describe('a law or treaty is no mention of the body in its name', () => {
  cases([
    ['外務省設置法の改正案を可決した。', '外務省設置法=外務省設置法'],
    ['外務省設置法改正案を可決した。', '外務省設置法=外務省設置法'],
    ['インド移転協定を結んだ。', 'インド移転協定=インド移転協定'],
    ['国連の方法', '国連=国際連合'],
  ])
})

describe('a post at the head of a body is no mention of the body', () => {
  cases([
    ['憲法審査会長を務めた。', '憲法審査会長=憲法審査会長'],
    ['参議院議員が出席した。', '参議院議員=参議院議員'],
    ['参院本会議で成立した。', '参院本会議=参議院本会議'],
  ])
})

describe('what stands in a country is no mention of the country', () => {
  cases([
    ['在インド日本大使館は避難を求めた。', '在インド日本大使館=在インド日本大使館'],
    ['在韓国米軍の削減', '在韓国米軍=在韓国米軍'],
  ])
})

describe('the government of a country', () => {
  cases([
    ['インドネシア政府は反対した。', 'インドネシア政府=インドネシア政府'],
    ['英国政府高官が述べた。', '英国政府=イギリス政府'],
    ['韓国政府系のファンド', '韓国=韓国'],
    ['インドネシア・インド両政府', 'インドネシア=インドネシア', 'インド=インド'],
  ])
})

describe('a state that is called like a country', () => {
  cases([['インド州の基地', 'インド州=インド州']])
})

describe('words that are no part of a name', () => {
  cases([
    ['国連専門機関が支える。', '国連=国際連合'],
    ['インド国内大学の研究', 'インド=インド'],
    [
      '第2次トランプ政権国家安全保障会議で',
      '第2次トランプ政権=第2次トランプ政権',
      '国家安全保障会議=国家安全保障会議',
    ],
  ])
})
