import { describe, expect, it } from 'vitest'
import { country, office, person, said, sayer, tenure, thing } from './fixture'

const abroad = sayer(
  [
    country('JP', '日本', [], '日'),
    country('US', 'アメリカ', ['米国'], '米'),
    country('RU', 'ロシア', [], '露'),
    country('UA', 'ウクライナ', [], '宇'),
    country('IL', 'イスラエル', [], 'イスラエル国'),
    country('CN', '中国', [], '中'),
    country('PH', 'フィリピン', [], '比'),
    thing('place.beijing', 'place', '北京', 'CN'),
    thing('place.kyiv', 'place', 'キーウ', 'UA'),
    thing('org.knesset', 'organisation', 'クネセト', 'IL'),
    thing('org.trade-cn', 'organisation', '商務省(中国)', 'CN', [
      { form: '商務省', when: { country: 'CN' } },
    ]),
    thing('org.trade-us', 'organisation', '商務省(米国)', 'US', [
      { form: '商務省', when: { country: 'US' } },
    ]),
    thing('org.house', 'organisation', '衆議院', 'JP', ['衆院']),
    thing('org.apec', 'framework', 'APEC', undefined),
    thing('event.jp-ph', 'event', '日比外相会談', undefined),
    office('jp.prime-minister', '内閣総理大臣', 'JP', ['首相']),
    office('jp.chief-cabinet-secretary', '内閣官房長官', 'JP', ['官房長官']),
    office('il.prime-minister', '首相(イスラエル)', 'IL', ['首相']),
    office('ru.president', 'ロシア大統領', 'RU', ['大統領']),
    office('ua.president', '大統領(ウクライナ)', 'UA', ['大統領']),
    office('ru.defense-minister', '国防大臣(ロシア)', 'RU', ['国防相']),
    office('us.secretary-of-defense', '国防長官', 'US', ['米国防長官']),
    person('kishi', '岸一郎', '岸', 'JP'),
    person('kida-minoru', '木田実', '木田', 'JP', ['長官']),
    person('kida-makoto', '木田誠', '木田', 'JP', ['官房副長官']),
    person('okano-jiro', '岡野次郎', '岡野', 'JP', ['沖縄・北方相']),
    person('levi', 'アモス・レビ', 'レビ', 'IL'),
    person('ivanov', 'イワン・イワノフ', 'イワノフ', 'RU'),
    person('petrov', 'ピョートル・ペトロフ', 'ペトロフ', 'RU'),
    person('orlov', 'オレグ・オルロフ', 'オルロフ', 'RU'),
    person('shevchuk', 'タラス・シェフチュク', 'シェフチュク', 'UA'),
    person('parker', 'ジェームズ・パーカー', 'パーカー', 'US'),
    person('reyes', 'ホセ・レイエス', 'レイエス', 'PH', ['外務大臣']),
    { ...person('kim-sol', '金雪', '金', 'KP', ['副部長']), reading: 'キム・ソル' },
  ],
  [
    tenure('office.jp.prime-minister', 'person.kishi', '2020-09-16'),
    tenure('office.jp.chief-cabinet-secretary', 'person.kida-minoru', '2020-09-16'),
    tenure('office.il.prime-minister', 'person.levi', '2009-03-31'),
    tenure('office.ru.president', 'person.ivanov', '2012-05-07'),
    tenure('office.ua.president', 'person.shevchuk', '2019-05-20'),
    tenure('office.ru.defense-minister', 'person.petrov', '2012-11-06', '2024-05-12'),
    tenure('office.ru.defense-minister', 'person.orlov', '2024-05-14'),
    {
      ...tenure('office.us.secretary-of-defense', 'person.parker', '2019-01-01', '2019-06-23'),
      acting: true,
    },
  ],
)
const DAY = '2021-06-14'

describe('names that a text binds in brackets', () => {
  it('a katakana name behind a document goes on meaning it', () => {
    expect(
      said(
        '日本政府は国家安全保障戦略(ストラテジー)を決めた。\nストラテジーは防衛費に触れる。',
      ).filter((one) => one.startsWith('ストラテジー')),
    ).toEqual(['ストラテジー=国家安全保障戦略(日本)', 'ストラテジー=国家安全保障戦略(日本)'])
  })

  it('2+2 behind the name of the talks', () => {
    expect(said('日米首脳会談(「2+2」)が開かれた。\n2+2の成果').slice(-1)).toEqual([
      '2+2=日米首脳会談',
    ])
  })
})

describe('people of diplomacy', () => {
  it('country and post behind the full name, joined by ・, are one mention with it', () => {
    expect(abroad('ホセ・レイエス・フィリピン共和国外務大臣と会った。', DAY)).toEqual([
      'ホセ・レイエス・フィリピン共和国外務大臣=ホセ・レイエス',
    ])
    expect(abroad('アナ・サントス・フィリピン共和国外務大臣と会った。', DAY)).toEqual([
      'アナ・サントス・フィリピン共和国外務大臣=アナ・サントス',
    ])
  })

  it('who fills in is called by the post with 代行', () => {
    expect(abroad('パーカー国防長官代行は述べた。', '2019-04-19')).toEqual([
      'パーカー国防長官代行=ジェームズ・パーカー',
    ])
  })

  it('fields of a post are listed with ・ before 相', () => {
    expect(abroad('岡野沖縄・北方相は述べた。', DAY)).toEqual(['岡野沖縄・北方相=岡野次郎'])
  })

  it('官房副長官 is nobody who is called 長官', () => {
    expect(abroad('木田官房副長官は述べた。', DAY)).toEqual(['木田官房副長官=木田誠'])
    expect(abroad('木田官房長官は述べた。', DAY)).toEqual(['木田官房長官=木田実'])
  })

  it('a year behind the name tells which holder is meant', () => {
    expect(said('小泉首相は、2003年に訪米した。', '2026-02-21')).toEqual(['小泉首相=小泉純一郎'])
  })

  it('a numbered post tells a surname of one letter', () => {
    expect(abroad('韓国を訪れた金第1副部長と会った。', DAY)).toContain('金第1副部長=金雪')
  })
})

describe('meetings named by a country in full and by a grouping', () => {
  it('日・フィリピン is 日比', () => {
    expect(abroad('日・フィリピン外相会談が開かれた。', DAY)).toEqual([
      '日・フィリピン外相会談=日比外相会談',
    ])
    expect(abroad('日イスラエル首脳会談が開かれた。', DAY)).toEqual([
      '日イスラエル首脳会談=日イスラエル首脳会談',
    ])
  })

  it('a grouping, a rank and a meeting are one name', () => {
    expect(abroad('APEC財務相会合に出た。', DAY)).toEqual(['APEC財務相会合=APEC財務相会合'])
  })
})

describe('a party called by an everyday word', () => {
  it('is meant where it owns one who holds a post that only parties have', () => {
    expect(
      said('公明の茂木代表と国民の茂木代表が会った。').filter((one) => one.startsWith('国民')),
    ).toEqual(['国民=国民民主党'])
    expect(
      said('公明は、国民の茂木外相に期待する。').filter((one) => one.startsWith('国民')),
    ).toEqual([])
  })
})

describe('whose post and whose body', () => {
  it('where the press is met tells more than who attacked', () => {
    expect(
      abroad(
        'ロシアの侵攻が始まって2年、大統領は19日、キーウで記者会見し、支援を求めた。',
        '2024-02-20',
      ),
    ).toContain('大統領=大統領(ウクライナ)→タラス・シェフチュク')
  })

  it('the country of the sentence before goes on where the text names no other', () => {
    expect(
      abroad('イスラエルの議会は12日、予算を認めた。長く国を率いる首相は安どの表情を見せた。', DAY),
    ).toContain('首相=首相(イスラエル)→アモス・レビ')
  })

  it('who moves to another post on a day between two holders is the one before', () => {
    expect(
      abroad('ロシアで人事があった。軍を率いた国防相は、安全保障会議の書記に回る。', '2024-05-13'),
    ).toContain('国防相=国防大臣(ロシア)→ピョートル・ペトロフ')
  })

  it('a body of two countries belongs to the only one that the text names', () => {
    expect(abroad('商務省は3日、輸出の許可制を発表した。北京の狙いは何か。', DAY)[0]).toBe(
      '商務省=商務省(中国)',
    )
    expect(abroad('商務省は3日、輸出の許可制を発表した。', DAY)).toEqual([])
  })

  it('a body that a country owns says nothing of Japan', () => {
    expect(
      abroad('イスラエルの衆議院は12日、予算を認めた。長く率いた首相は笑った。', DAY),
    ).toContain('首相=首相(イスラエル)→アモス・レビ')
  })

  it('a state called like its chief city', () => {
    expect(abroad('キーウ州の知事が述べた。', DAY)[0]).toBe('キーウ州=キーウ州')
  })

  it('a committee of a house, katakana in its name', () => {
    expect(abroad('衆院デジタル特別委員会が開かれた。', DAY)).toEqual([
      '衆院デジタル特別委員会=衆議院デジタル特別委員会',
    ])
  })
})
