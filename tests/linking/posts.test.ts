import { describe, expect, it } from 'vitest'
import { said } from './posts-glossary'

describe('who fills in for a holder', () => {
  it('is no predecessor', () => {
    expect(said('前国務長官が講演した。', '2017-06-01')).toEqual([
      '前国務長官=国務長官→ジョン・ケリー',
    ])
  })

  it('is meant by 代行, which belongs to the mention', () => {
    expect(said('韓国の大統領権限代行は演説した。', '2017-01-10')).toContain(
      '大統領権限代行=韓国大統領→黄教安',
    )
    expect(said('韓国の大統領は演説した。', '2017-01-10')).toContain('大統領=韓国大統領→朴槿恵')
  })
})

describe('the days of a change', () => {
  it('leave the post to who goes, where the clause says so', () => {
    expect(said('英国の首相は14日、結果を受けて辞任した。', '2016-07-14')).toContain(
      '首相=イギリス首相→デービッド・キャメロン',
    )
    expect(said('退任する首相は官邸を去った。', '2011-09-03')[0]).toBe('首相=内閣総理大臣→菅直人')
  })

  it('give it to who comes otherwise', () => {
    expect(said('英国の首相は14日、閣僚を決めた。', '2016-07-14')).toContain(
      '首相=イギリス首相→テリーザ・メイ',
    )
    expect(said('首相は、外相が辞任したと述べた。', '2011-09-03')[0]).toBe(
      '首相=内閣総理大臣→野田佳彦',
    )
  })
})

describe('the day of a post', () => {
  it('is that of the administration which owns it; of several holders none, unless a year picks one', () => {
    expect(said('野田内閣の官房長官は回想した。', '2016-05-01')).toContain(
      '官房長官=内閣官房長官→藤村修',
    )
    expect(said('菅内閣の官房長官は回想した。', '2016-05-01')).toContain('官房長官=内閣官房長官')
    expect(said('菅内閣の官房長官が2011年6月に示した案だ。', '2016-05-01')).toContain(
      '官房長官=内閣官房長官→枝野幸男',
    )
  })

  it('is the year beside it', () => {
    expect(said('2010年に首相が示した方針を改める。', '2016-05-01')).toEqual([
      '首相=内閣総理大臣→菅直人',
    ])
    expect(said('2016年に首相が示した方針を改める。', '2012-05-01')).toEqual([
      '首相=内閣総理大臣→野田佳彦',
    ])
  })

  it('is that of an event long past which the sentence gives as the time', () => {
    expect(said('東日本大震災の際、首相は現地へ飛んだ。', '2012-10-01')).toContain(
      '首相=内閣総理大臣→菅直人',
    )
    expect(said('東日本大震災の復興について首相は述べた。', '2012-10-01')).toContain(
      '首相=内閣総理大臣→野田佳彦',
    )
  })
})

describe('a post and a name', () => {
  it('are one mention where nothing stands between', () => {
    expect(said('大統領オバマ氏が演説した。', '2015-05-01')).toEqual([
      '大統領オバマ氏=バラク・オバマ',
    ])
  })

  it('are two of one person where の or 、 stands between', () => {
    expect(said('元大統領のオバマ氏が演説した。', '2019-05-01')).toEqual([
      '元大統領=アメリカ大統領→バラク・オバマ',
      'オバマ氏=バラク・オバマ',
    ])
  })
})

it('a post still to be filled means nobody', () => {
  expect(said('次の首相を選ぶ投票がある。', '2011-08-20')).toEqual(['首相=内閣総理大臣'])
  expect(said('新たな首相の選出を急ぐ。', '2011-08-20')).toEqual(['首相=内閣総理大臣'])
  expect(said('新しい首相に選ばれた。', '2011-09-03')).toEqual(['首相=内閣総理大臣→野田佳彦'])
})

it('相 may begin the next word', () => {
  expect(said('貿易相手国との交渉。外相互いに譲らず。', '2011-05-01')).toEqual([])
  expect(said('訪日中の外相は述べた。', '2011-05-01')).toHaveLength(1)
})

describe('the country that owns a name', () => {
  it('decides whose post it is; for one that no glossary lists nobody is meant', () => {
    expect(said('ペルーの大統領は述べた。', '2015-05-01')).toEqual([
      'ペルー=ペルー',
      '大統領=大統領(ペルー)',
    ])
    expect(said('ペルーの外相は述べた。', '2015-05-01')).toContain('外相=外相(ペルー)')
  })

  it('are several with a plural, and nobody is meant', () => {
    expect(said('日韓の外相は述べた。', '2015-05-01').some((one) => one.startsWith('外相'))).toBe(
      false,
    )
    expect(said('日本と韓国の外相は述べた。', '2015-05-01')).toEqual(['日本=日本', '韓国=韓国'])
  })

  it('decides whose body, paper or election it is', () => {
    expect(said('ペルーの国家防衛戦略は古い。', '2025-05-01')).toContain(
      '国家防衛戦略=国家防衛戦略(ペルー)',
    )
    expect(said('英国の総選挙が行われた。', '2015-05-08')).toContain('総選挙=総選挙(英国)')
    expect(said('ペルーの大統領選が始まった。', '2016-04-01')).toContain(
      '大統領選=大統領選挙(ペルー)',
    )
    expect(said('韓国のNSCが開かれた。', '2015-05-01')).toContain('NSC=国家安全保障会議(韓国)')
    expect(said('ペルーの最高裁が命じた。', '2015-05-01')).toContain('最高裁=最高裁(ペルー)')
  })

  it('is also that of a longer body which the text has named', () => {
    expect(
      said(
        '米国のオバマ大統領が訴えられた。連邦最高裁判所は審理し、最高裁は退けた。',
        '2015-05-01',
      ).at(-1),
    ).toBe('最高裁=連邦最高裁判所(米国)')
  })

  it('is none where something else owns the post', () => {
    expect(said('ペルーの選手は「氷上の女王」と呼ばれた。', '2015-05-01')).toEqual([
      'ペルー=ペルー',
    ])
  })

  it('is no owner of a post that names its own', () => {
    expect(said('ペルー 韓国外相の発言を否定', '2015-05-01')).toEqual([
      'ペルー=ペルー',
      '韓国外相=外務大臣(韓国)',
    ])
  })
})

describe('where something is told to happen', () => {
  it('a capital tells whose ministry it is, but not one that its country lacks', () => {
    expect(said('モスクワで会見した外務省の高官が述べた。', '2015-05-01')).toContain(
      '外務省=外務省(ロシア)',
    )
  })

  it("the prime minister's office makes a council Japan's", () => {
    expect(said('米国を手本にしたNSCが総理大臣官邸で開かれた。', '2015-05-01')).toContain(
      'NSC=国家安全保障会議',
    )
  })
})

it('within quotation marks a post is one of the speaker’s country', () => {
  expect(
    said(
      'ホワイトハウスの高官は韓国との協議について「難しい。大統領は見守る」と述べた。',
      '2015-05-01',
    ),
  ).toContain('大統領=アメリカ大統領→バラク・オバマ')
})

it('who goes on speaking in the next paragraph is still the speaker', () => {
  expect(
    said(
      'ホワイトハウスの高官は「検討する」と述べた。\nまた、韓国との協議について「大統領は見守る」と述べた。',
      '2015-05-01',
    ),
  ).toContain('大統領=アメリカ大統領→バラク・オバマ')
})

it('a post of one’s past does not mean who holds it today', () => {
  expect(said('その後、外相を2期にわたり務めた。', '2015-05-01')).toEqual(['外相=外務大臣'])
})

it('an ambassador who is Japanese is Japan’s', () => {
  expect(said('中国大使として北京にいた藤村修氏が語った。', '2015-05-01')).toContain(
    '中国大使=駐中国大使',
  )
  expect(said('中国大使は藤村修氏と会談した。', '2015-05-01')).toContain('中国大使=駐日中国大使')
})

it('two countries joined by ・ have two ministers', () => {
  expect(said('ペルー・韓国外相と会談した。', '2015-05-01').some((one) => /相=/.test(one))).toBe(
    true,
  )
  expect(said('ペルー・ロシア外相と会談した。', '2015-05-01')).toEqual([
    'ペルー=ペルー',
    'ロシア=ロシア',
  ])
})

describe('the end of a post', () => {
  it('stands for all of it once the text has told of its holder', () => {
    expect(said('ケリー国務長官が来日した。長官は述べた。', '2015-05-01')).toEqual([
      'ケリー国務長官=ジョン・ケリー',
      '長官=国務長官→ジョン・ケリー',
    ])
    expect(said('長官は述べた。', '2015-05-01')).toEqual([])
    expect(said('ケリー国務長官が来日した。次の長官は未定だ。', '2015-05-01')).toHaveLength(1)
  })

  it('belongs to the body that owns it, or that the text has just named', () => {
    expect(said('ホワイトハウスの報道官が述べた。', '2015-05-01')).toContain(
      '報道官=大統領報道官(米国)→ジョシュ・アーネスト',
    )
    expect(said('日銀は緩和を決めた。総裁は会見した。', '2012-05-01')).toEqual([
      '日銀=日本銀行',
      '総裁=日本銀行総裁→白川方明',
    ])
  })
})
