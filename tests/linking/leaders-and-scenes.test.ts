import { describe, expect, it } from 'vitest'
import { country, office, person, sayer, tenure, thing } from './fixture'

const said = sayer(
  [
    country('JP', '日本', [], '日'),
    country('US', 'アメリカ', ['米国'], '米'),
    country('CA', 'カナダ', [], '加'),
    country('GB', 'イギリス', ['英国'], '英'),
    country('IT', 'イタリア', [], '伊'),
    country('KE', 'ケニア', [], '肯'),
    country('BR', 'ブラジル', [], '伯'),
    thing('place.milan', 'place', 'ミラノ', 'IT'),
    person('kita-ichiro', '北一郎', '北', 'JP'),
    person('minami-jiro', '南次郎', '南', 'JP'),
    person('smith-john', 'ジョン・スミス', 'スミス', 'CA'),
    person('rossi-aldo', 'アルド・ロッシ', 'ロッシ', 'IT', ['首相']),
    person('silva-ana', 'アナ・シルバ', 'シルバ', 'BR', ['副大統領']),
    person('lee-one', '李一', '李', 'BR'),
    person('choi-two', '崔二', '崔', 'BR'),
    office('jp.prime-minister', '内閣総理大臣', 'JP', ['首相']),
    office('jp.finance-minister', '財務大臣', 'JP', ['財務相']),
    office('jp.green-leader', '緑風党代表', 'JP', []),
    office('jp.green-policy', '緑風党政調会長', 'JP', []),
    office('jp.ambassador-to-us', '駐アメリカ大使', 'JP', ['駐米大使']),
    office('ca.prime-minister', 'カナダ首相', 'CA', ['首相']),
    office('br.president', 'ブラジル大統領', 'BR', ['大統領']),
    office('us.president', 'アメリカ大統領', 'US', ['大統領']),
    office('us.vice-president', 'アメリカ副大統領', 'US', ['副大統領']),
    thing('org.green', 'organisation', '緑風党', 'JP'),
    thing('org.elders', 'organisation', '賢人評議会(イタリア)', 'IT', [
      { form: '賢人評議会', when: { country: 'IT' } },
    ]),
    thing('event.kita-attack', 'event', '北一郎襲撃事件', 'JP', [], { valid: '2019-05-02' }),
    thing('doc.white-jp', 'document', '国防白書(日本)', 'JP', [
      { form: '国防白書', when: { country: 'JP' } },
    ]),
    thing('event.election', 'event', '衆議院議員総選挙', 'JP', [
      { form: '総選挙', when: { country: 'JP' } },
    ]),
    thing('event.blasts-us', 'event', '連続爆破(米国)', 'US', ['連続爆破'], {
      valid: '2005-03-03',
    }),
    thing(
      'event.blasts-it',
      'event',
      '連続爆破(イタリア)',
      'IT',
      [{ form: '連続爆破', when: { sentence: ['ミラノ'] } }],
      { valid: '2012-03-03' },
    ),
  ],
  [
    tenure('office.jp.prime-minister', 'person.kita-ichiro', '2010-01-10', '2014-02-01'),
    tenure('office.jp.prime-minister', 'person.minami-jiro', '2014-02-01'),
    tenure('office.jp.finance-minister', 'person.kita-ichiro', '2015-01-10', '2018-02-17'),
    tenure('office.jp.finance-minister', 'person.minami-jiro', '2018-02-17'),
    tenure('office.jp.green-leader', 'person.kita-ichiro', '2010-01-10', '2014-02-01'),
    tenure('office.jp.green-leader', 'person.minami-jiro', '2014-02-01'),
    tenure('office.ca.prime-minister', 'person.smith-john', '2009-01-10'),
    {
      ...tenure('office.br.president', 'person.lee-one', '2018-03-01', '2018-03-20'),
      acting: true,
    },
    { ...tenure('office.br.president', 'person.choi-two', '2018-03-20'), acting: true },
  ],
)

describe('the post that の gives to a party', () => {
  it('is its leader of the day, also where the post alone is a common noun', () => {
    expect(said('緑風党の代表は国会で述べた。', '2012-06-01')).toContain('代表=緑風党代表→北一郎')
    expect(said('緑風党の代表は国会で述べた。', '2016-06-01')).toContain('代表=緑風党代表→南次郎')
    expect(said('緑風党の政調会長が語った。', '2016-06-01')).toContain('政調会長=緑風党政調会長')
    expect(said('緑風党は集まった。代表は語った。', '2016-06-01')).toEqual(['緑風党=緑風党'])
    expect(said('緑風党の代表団は語った。', '2016-06-01')).toEqual(['緑風党=緑風党'])
  })
})

describe('a holder who goes', () => {
  it('is the one before where a letter of resignation or the wish to go is told', () => {
    expect(said('財務相は17日、官邸で辞表を提出した。', '2018-02-18')).toContain(
      '財務相=財務大臣→北一郎',
    )
    expect(said('辞意を固めた財務相は17日、官邸に入った。', '2018-02-18')).toContain(
      '財務相=財務大臣→北一郎',
    )
    expect(said('財務相は17日、官邸で会見した。', '2018-02-18')).toContain('財務相=財務大臣→南次郎')
  })

  it('is the one who filled in until the impeachment', () => {
    const text = 'ブラジルの議会は、大統領代行の弾劾訴追案を賛成多数で可決した。'
    expect(said(text, '2018-03-21')).toContain('大統領代行=ブラジル大統領→李一')
    expect(said('ブラジルの大統領代行は演説した。', '2018-03-21')).toContain(
      '大統領代行=ブラジル大統領→崔二',
    )
  })
})

describe('the day with which a post is read', () => {
  it('is the one remembered, so many years before an anniversary', () => {
    expect(
      said('日本の首相が2012年3月13日、被害者に公式に謝罪してから5年となった。', '2017-03-14'),
    ).toContain('首相=内閣総理大臣→北一郎')
    expect(
      said('洪水から4日で6年となった。発生の日、日本の首相は現地にいた。', '2018-05-05'),
    ).toContain('首相=内閣総理大臣→北一郎')
    expect(said('洪水から4日で6年となった。日本の首相は花を手向けた。', '2018-05-05')).toContain(
      '首相=内閣総理大臣→南次郎',
    )
  })

  it('leaves a former holder open whom the text does not name', () => {
    expect(said('元首相が回顧録を出した。', '2019-05-03')).toContain('元首相=内閣総理大臣')
  })
})

describe('the country of what stands alone', () => {
  it('is not the place of a meeting', () => {
    expect(said('カナダで開かれたサミットで首相は支援を約束した。', '2016-06-01')).toContain(
      '首相=内閣総理大臣→南次郎',
    )
    expect(said('カナダの首相は支援を約束した。', '2016-06-01')).toContain(
      '首相=カナダ首相→ジョン・スミス',
    )
  })

  it('is that of the leader whose paper it is, and of the government', () => {
    expect(said('ロッシ首相は2日、改めた国防白書に署名した。', '2016-06-01')).toContain(
      '国防白書=国防白書(イタリア)',
    )
    expect(said('イタリア政府は、初めてとなる国防白書を公表した。', '2016-06-01')).toContain(
      '国防白書=国防白書(イタリア)',
    )
    expect(said('国防白書を公表した。', '2016-06-01')).toContain('国防白書=国防白書(日本)')
  })

  it('is that of the person of the sentence, whosever title the glossary knows', () => {
    expect(
      said('アナ・シルバ副大統領の裁判をめぐり、上院は動議を可決した。', '2016-06-01'),
    ).toContain('上院=上院(ブラジル)')
  })

  it('is that of the subject for its elections', () => {
    expect(said('ケニアの大統領は総選挙で勝った。', '2016-06-01')).toContain(
      '総選挙=総選挙(ケニア)',
    )
  })

  it('is where an event befell a place', () => {
    expect(said('ミラノで相次いだ連続爆破から1年となる。', '2013-03-03')).toContain(
      '連続爆破=連続爆破(イタリア)',
    )
    expect(said('連続爆破から8年となる。', '2013-03-03')).toContain('連続爆破=連続爆破(米国)')
    expect(said('ケニアのナイロビで起きた連続爆破を調べている。', '2013-03-03')).toContain(
      '連続爆破=連続爆破(ケニア)',
    )
  })

  it('sends its own ambassador, with the word that makes him a former one', () => {
    expect(said('英国政府は前駐米大使を解任した。', '2016-06-01')).toContain(
      '前駐米大使=駐米大使(英国)',
    )
    expect(said('前駐米大使が講演した。', '2016-06-01')).toContain('前駐米大使=駐アメリカ大使')
  })

  it('stays that of a body once named, where the next sentence names another', () => {
    expect(
      said(
        'イタリアの賢人評議会が開かれた。\nイタリアの首相はアメリカのテレビで語り、賢人評議会は集まるとした。',
        '2016-06-01',
      ).filter((one) => one.startsWith('賢人')),
    ).toEqual(['賢人評議会=賢人評議会(イタリア)', '賢人評議会=賢人評議会(イタリア)'])
  })

  it('owns a former holder of its post too', () => {
    expect(said('ケニアの前首相は語った。', '2016-06-01')).toContain('前首相=首相(ケニア)')
  })
})
