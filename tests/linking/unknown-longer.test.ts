/** Kinds of names that a shorter entry must not be read into, and short forms that no entry lists. */
import { describe, expect, it } from 'vitest'
import { country, entry, office, person, sayer, tenure, thing } from './fixture'

const entities = [
  country('JP', '日本', [], '日'),
  country('US', 'アメリカ', ['米国'], '米'),
  country('AE', 'アラブ首長国連邦', ['UAE'], 'UAE国'),
  thing('place.ae.sharjah', 'place', 'シャルジャ', 'AE'),
  thing('place.jp.okinawa', 'place', '沖縄', 'JP'),
  thing('org.hikari', 'organisation', 'ヒカリ', 'JP'),
  thing('org.tozai', 'organisation', '東西鉄道', 'JP', ['JR東西', '東西']),
  thing('org.kdt', 'organisation', 'KDT', 'JP'),
  thing('org.toden', 'organisation', '東都電力', 'JP', ['東電']),
  thing('org.shinpo', 'organisation', '新和民主党', 'JP'),
  thing('org.kita', 'organisation', '北星義塾大学', 'JP'),
  thing('org.asahi', 'organisation', '旭日化学工業', 'JP'),
  thing('org.fastline', 'organisation', 'ファーストラインナップ', 'JP'),
  thing('org.reed', 'organisation', 'リード・ホールディングス', 'US'),
  thing('object.chip', 'object', '半導体', undefined),
  thing('event.cop', 'event', '砂漠化防止条約締約国会議', undefined, ['DOP', 'DOP9']),
  thing('framework.scc', 'framework', '日米安全協力委員会', undefined, ['SKC']),
  thing('place.plant', 'place', '岬崎原子力発電所', 'JP', ['岬崎', '岬崎原発']),
  thing('concept.restart', 'concept', '原発再稼働', undefined, ['原発の再稼働', '再稼働']),
  entry({
    id: 'person.van-der-berg-anna',
    kind: 'person',
    headword: 'アンナ・ファン・デル・ベルフ',
    country: 'US',
    titles: ['長官'],
  }),
  person('sato-ken', '佐藤健', '佐藤', 'JP'),
  office('us.secretary', '通商長官', 'US', ['長官']),
]
const said = sayer(entities, [
  tenure('office.us.secretary', 'person.van-der-berg-anna', '2025-01-20'),
])
const read = (text: string) => said(text, '2026-03-19')

describe('a name within a longer unknown name', () => {
  it.each([
    ['ヒカリ銀行が口座を開く。', 'ヒカリ銀行=ヒカリ銀行'],
    ['ヒカリ不動産を買収した。', 'ヒカリ不動産=ヒカリ不動産'],
    ['KDTデータが開発した。', 'KDTデータ=KDTデータ'],
    ['JR東西本線が遅れた。', 'JR東西本線=JR東西本線'],
    ['シャルジャ国営石油会社が発表した。', 'シャルジャ国営石油会社=シャルジャ国営石油会社'],
    ['新和民主党高知県連は候補を決めた。', '新和民主党高知県連=新和民主党高知県連'],
  ])('is never marked as the shorter one: %s', (text, mark) => {
    expect(read(text)).toEqual([mark])
  })

  it.each([
    '西東電工の株価',
    'オール沖縄の集会',
    'KDTハンナを発売した',
    '東西鉄道ラグビー部の主将',
  ])('is nothing where its kind is not told: %s', (text) => {
    expect(read(text)).toEqual([])
  })

  it.each([
    ['ヒカリ幹部は語った。', 'ヒカリ=ヒカリ'],
    ['KDTグループの決算', 'KDT=KDT'],
    ['東電は値上げした。', '東電=東都電力'],
  ])('is itself beside a common word: %s', (text, mark) => {
    expect(read(text)).toEqual([mark])
  })

  it('a phrase with の begins amid no name', () => {
    expect(read('岬崎原発の再稼働を進める。')).toEqual([
      '岬崎原発=岬崎原子力発電所',
      '再稼働=原発再稼働',
    ])
  })

  it('no letter of a country is part of a thing', () => {
    expect(read('米半導体大手が投資する。')).not.toContain('米半導体=半導体')
  })
})

describe('a bracket', () => {
  it('overrides no entry by half a word', () => {
    expect(read('第9回締約国会議（DOP9）が開幕した。DOP9は続く。')).toEqual([
      'DOP9=砂漠化防止条約締約国会議',
      'DOP9=砂漠化防止条約締約国会議',
    ])
  })

  it('gives the long form the entry of the short one', () => {
    expect(read('安全協力委員会（SKC）を開いた。')).toEqual([
      '安全協力委員会=日米安全協力委員会',
      'SKC=日米安全協力委員会',
    ])
  })
})

describe('what papers leave of a name', () => {
  it.each([
    ['北星大の教授', '北星大=北星義塾大学'],
    ['旭日化が上げた。', '旭日化=旭日化学工業'],
    ['ファーストラインの株', 'ファーストライン=ファーストラインナップ'],
    ['半導体設計大手リードが上場した。', 'リード=リード・ホールディングス'],
    ['新和民主の議員', '新和民主=新和民主党'],
  ])('is its owner where it stands alone: %s', (text, mark) => {
    expect(read(text)).toContain(mark)
  })

  it.each(['北星大会', '旭日化粧品', '3点をリードした', 'ファーストラインズ', '新和民主主義'])(
    'is nothing where a word goes on: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})

describe('people whom a text introduces', () => {
  it('by a surname of several parts', () => {
    expect(read('ファン・デル・ベルフ長官が述べた。')).toEqual([
      'ファン・デル・ベルフ長官=アンナ・ファン・デル・ベルフ',
    ])
  })

  it.each([
    ['俳優の中村優子さんが出演した。', '中村優子さん=中村優子'],
    ['作家の瀬名鞠絵さんは語る。', '瀬名鞠絵さん=瀬名鞠絵'],
    ['山田誠さんを迎えた。', '山田誠さん=山田誠'],
    ['川上翔太監督は語った。', '川上翔太監督=川上翔太'],
    ['小林健太・プロジェクトマネジャーは説明した。', '小林健太・プロジェクトマネジャー=小林健太'],
    ['綿貫総三（わたぬきそうぞう）委員長', '綿貫総三（わたぬきそうぞう）委員長=綿貫総三'],
  ])('by role, honorific or reading: %s', (text, mark) => {
    expect(read(text)).toEqual([mark])
  })

  it.each(['【ロンドン＝小林健太】株が上がった。', '（パリ＝小林健太）首脳が集まる。'])(
    'but not in a byline: %s',
    (text) => {
      expect(read(text)).toEqual([])
    },
  )
})
