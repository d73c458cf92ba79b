import { describe, expect, it } from 'vitest'
import { documentOf, engine, read, said } from './fixture'

describe('one form, several meanings', () => {
  it('is decided by what the text binds', () => {
    expect(said('国家安全保障局（NSS）が発足した。NSSは調整を担う。')).toEqual([
      '国家安全保障局=国家安全保障局',
      'NSS=国家安全保障局',
      'NSS=国家安全保障局',
    ])
    expect(
      said('トランプ政権は国家安全保障戦略（NSS）を公表した。NSSは同盟国に触れた。').slice(1),
    ).toEqual([
      '国家安全保障戦略=国家安全保障戦略(米国)',
      'NSS=国家安全保障戦略(米国)',
      'NSS=国家安全保障戦略(米国)',
    ])
  })

  it('is decided by the country of the sentence, and is Japanese where nothing is said', () => {
    expect(said('政府は国家安全保障戦略を改定した。')).toEqual([
      '国家安全保障戦略=国家安全保障戦略(日本)',
    ])
  })

  it('is decided by the date: an administration, also one of a year that the sentence names', () => {
    expect(said('トランプ政権は発表した。', '2018-05-01')).toEqual([
      'トランプ政権=第1次トランプ政権',
    ])
    expect(said('トランプ政権は発表した。')).toEqual(['トランプ政権=第2次トランプ政権'])
    expect(said('合意は2015年に結ばれ、トランプ政権は3年後に離脱した。')).toContain(
      'トランプ政権=第1次トランプ政権',
    )
  })

  it('keeps the country with a body that is written behind it', () => {
    expect(said('米国務省によると')).toEqual(['米国務省=国務省'])
    expect(said('英外務省によると')).toEqual(['英外務省=外務省(英国)'])
  })
})

describe('what the text defines', () => {
  it('binds an abbreviation or a short form for the rest of it', () => {
    expect(said('戦略国際問題研究所（CSIS）の分析。CSISは公表した。')).toContain(
      'CSIS=戦略国際問題研究所',
    )
    expect(said('NSC＝国家安全保障会議を開いた。')).toEqual([
      'NSC=国家安全保障会議',
      '国家安全保障会議=国家安全保障会議',
    ])
    expect(said('日米同盟（以下、「同盟」）は続く。同盟は強い。')).toContain('同盟=日米同盟')
  })

  it('may be a body that no glossary knows', () => {
    const { mentions, locals } = engine.annotate(
      documentOf('東アジア海洋研究機構（EAMO）が発足した。EAMOは調べる。', '2026-02-21'),
    )
    expect(mentions.map(({ surface, headword }) => `${surface}=${headword}`)).toEqual([
      '東アジア海洋研究機構=東アジア海洋研究機構',
      'EAMO=東アジア海洋研究機構',
      'EAMO=東アジア海洋研究機構',
    ])
    expect(locals[0]?.aliases).toEqual(['EAMO'])
  })

  it('a short term stands for the longer one of the text', () => {
    expect(said('日米首脳会談が開かれた。首脳会談では一致した。')).toEqual([
      '日米首脳会談=日米首脳会談',
      '首脳会談=日米首脳会談',
    ])
  })
})

describe('what the reader said', () => {
  const form = '国務省'
  const entity = 'org.state-department'
  const none = { wrongHere: [], wrongElsewhere: [], hidden: [] }
  const withReader = (reader: object) =>
    engine.mentions(documentOf('国務省は発表した。', null), { ...none, ...reader }).mentions

  it('is wrong here stays wrong here, and comes back without the correction', () => {
    expect(withReader({ wrongHere: [{ form, entity }] })).toEqual([])
    expect(withReader({})).toHaveLength(1)
  })

  it('was wrong elsewhere weighs less', () => {
    expect(withReader({ wrongElsewhere: [{ form, entity }] })[0]?.why).toContainEqual({
      rule: 'reader',
      detail: 'ほかの記事で1回の訂正',
      id: 'reader.wrong-elsewhere',
      weight: -1.5,
    })
    const often = Array.from({ length: 9 }, () => ({ form, entity }))
    expect(withReader({ wrongElsewhere: often })).toEqual([])
  })

  it('is hidden is not shown', () => {
    expect(withReader({ hidden: [entity] })).toEqual([])
  })
})

it('tells of no doubt where one meaning is left', () => {
  expect(read('防衛費を増やす。')[0]).toMatchObject({
    undecided: false,
    tier: 'key',
    kind: 'concept',
  })
})

describe('a form once understood', () => {
  it('keeps its meaning where its condition is not said again', () => {
    expect(said('韓国で和平協議が始まった。\n和平協議は続く。')).toEqual([
      '韓国=韓国',
      '和平協議=韓国和平協議',
      '和平協議=韓国和平協議',
    ])
    expect(said('和平協議は続く。')).toEqual([])
  })
})

describe('an everyday word that is also a party', () => {
  it('is the party only in a list of parties, before its member, or counted', () => {
    expect(said('国民、公明の両党は賛成した。')).toEqual(['国民=国民民主党', '公明=公明党'])
    expect(said('公明党は国民の声に応える。\n国民は求めている。')).toEqual(['公明党=公明党'])
    expect(said('政党は国民に対する責任を負う。')).toEqual([])
  })
})
