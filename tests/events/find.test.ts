import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { FoundEvent } from '../../lib/events/schema'
import { lines, told } from './told'

/** Published on 19 March 2026. */
const cases = (rows: readonly (readonly [text: string, ...found: string[]])[]) => {
  for (const [text, ...found] of rows) it(text, () => expect(lines(text)).toEqual(found))
}

it('a text that never stops has its events too', () => {
  const endless = '議論が続いていて、'.repeat(600)
  expect(lines(`${endless}[茂木外相=茂木敏充]は10日、[北京=北京:place]を訪れた。`)).toEqual([
    '2026-03-10 occurred visit 茂木敏充',
  ])
})

describe('what happened', () => {
  cases([
    [
      '[高市首相=高市早苗]は18日、[ホワイトハウス=ホワイトハウス:place]で[トランプ大統領=ドナルド・トランプ]と会談した。',
      '2026-03-18 occurred meeting 高市早苗・ドナルド・トランプ',
    ],
    [
      '[茂木外相=茂木敏充]は10日、[北京=北京:place]を訪れた。',
      '2026-03-10 occurred visit 茂木敏充',
    ],
    ['昨年12月に国家安全保障戦略が公表された。', '2025-12 occurred publication'],
    ['[北朝鮮=北朝鮮:place]は14日、弾道ミサイルを発射した。', '2026-03-14 occurred test 北朝鮮'],
    [
      '[アルジェ合意=アルジェ合意:document]は1975年3月6日、会議の場で交わされた。',
      '1975-03-06 occurred agreement',
    ],
    ['協定は1951年9月8日に結ばれた。', '1951-09-08 occurred agreement'],
    ['2012年5月に活発な議論が交わされた。'],
    ['両国は昨年7月に協定に署名した。', '2025-07 occurred agreement'],
    [
      '[政府=日本政府:organisation]は12日に対策本部を設置した。',
      '2026-03-12 occurred founding 日本政府',
    ],
    ['参院は11日、予算案を可決した。', '2026-03-11 occurred legislation'],
  ])
})

describe('the noun that names the event', () => {
  cases([
    [
      '先月開かれた[日米首脳会談=日米首脳会談:event]を振り返る。',
      '2026-02 occurred meeting 日本・アメリカ',
    ],
    ['去年10月の日韓首脳会談に続き、今回も同席した。', '2025-10 occurred meeting 日本・韓国'],
    ['首相と王子の会談は日本時間の20日未明に行われる。', '2026-03-20TMO planned meeting'],
    ['両国は来月8、9両日に開く閣僚会合で議論する。', '2026-04-08/2026-04-09 planned meeting'],
    ['両国は昨年4月に開く予定だった会合を延期した。', '2025-04 cancelled meeting'],
    ['昨年の[高市氏=高市早苗]の首相就任後、関係は進んだ。', '2025 occurred appointment 高市早苗'],
  ])
})

describe('what is planned, called off, or no event', () => {
  cases([
    ['[高市首相=高市早苗]は25日に訪米する予定だ。', '2026-03-25 planned visit 高市早苗'],
    ['政府は法案を27日に閣議決定する方針だ。', '2026-03-27 planned legislation'],
    ['両国は4月に首脳会談を行う方向で調整している。', '2026-04 planned meeting'],
    [
      '[岸田首相=岸田文雄]は21日から24日まで予定していた訪問を取りやめた。',
      '2026-03-21/2026-03-24 cancelled visit 岸田文雄',
    ],
    ['18日、宣言は採択されなかった。'],
    // A condition tells of nothing.
    ['予算案が30日までに成立しなければ、暫定予算を組む。'],
    ['25日に可決されなかった場合、政府機関は閉鎖される。'],
    ['25日に合意できたら、制裁を解く。'],
    // What was called off is said at the sentence's end.
    [
      '22日に種子島で予定されていた衛星の打ち上げは、天候が悪化したため中止となった。',
      '2026-03-22 cancelled test',
    ],
    ['24日に予定していた会談は見送りとなった。', '2026-03-24 cancelled meeting'],
    [
      '衛星は2月25日に打ち上げられる予定でしたが、これまでに3度、延期されています。',
      '2026-02-25 cancelled test',
    ],
    [
      '18日の日韓首脳会談は成功したが、会見は中止となった。',
      '2026-03-18 occurred meeting 日本・韓国',
    ],
    // Put off to a new day: planned on that day.
    [
      '4月5日に予定されていた王子の訪問は、6月10日に延期された。',
      '2026-04-05 cancelled visit',
      '2026-06-10 planned visit',
    ],
    ['両国が25日に協議を開く予定はないという。'],
    ['北朝鮮が核実験に踏み切れば、2017年9月以来となる。'],
    ['首相が8日に衆院を解散していれば、同日選となるはずだった。'],
    ['官房長官は、首相が9日に内閣を改造するとの見方について、「承知していない」と打ち消した。'],
    ['党内では、首相が12日に衆院を解散するとの観測が広がっている。'],
    ['自国の艦艇が8日に領海を越えたとする発表を否定した。'],
    ['同盟は強固だ。'],
    ['会談は今後も続くと述べた。'],
  ])
  it('takes the publication day for no date of an event', () => {
    expect(lines('[高市首相=高市早苗]は[トランプ大統領=ドナルド・トランプ]と会談した。')).toEqual(
      [],
    )
  })
})

describe('whose date it is', () => {
  cases([
    // Between commas behind a topic a date is that of the report.
    [
      '国防省は18日、新しい艦艇の訓練が先週終わったことを明らかにした。',
      '2026-03-18 occurred statement',
      '2026-03-09/2026-03-15 occurred military',
    ],
    // A relative clause is passed over.
    [
      '[茂木外相=茂木敏充]は16日夜、原油を輸出している国の外相と電話で会談した。',
      '2026-03-16TNI occurred call 茂木敏充',
    ],
    ['2014年に首相は訪問すると発表した。', '2014 occurred visit'],
    // The date goes to the noun behind a verb, whether that is an event or not; the occasion of words dates them.
    ['16日から行われる強化試合に向けて「調子はよい」と話していた。'],
    [
      '[茂木外相=茂木敏充]は16日に放送された番組で、支援を続ける考えを表明した。',
      '2026-03-16 occurred statement 茂木敏充',
    ],
    ['2002年の民事執行法改正の時点では違反していたと指摘した。', '2002 occurred legislation'],
    // What is spoken of has a day of its own.
    [
      '通信社は13日、当局の話として今月11日の攻撃で40人が死亡したと伝えた。',
      '2026-03-13 occurred statement',
      '2026-03-11 occurred attack',
    ],
    [
      '両党の幹部は18日午後会談し、予算案が通過したことを踏まえ意見を交わした。',
      '2026-03-18TAF occurred meeting',
    ],
    ['始まって4年の2月24日から先月までに大勢の市民が死亡した。'],
    // 開会|式 is one word.
    ['開会式当日の16日、選手は公式練習に臨んだ。'],
    ['今月16日に国立競技場で開会式が行われた。', '2026-03-16 occurred conference'],
    ['16日、地裁は団体に解散を命じる決定をした。', '2026-03-16 occurred court'],
    ['昨年12月、予算案の年度内成立は難しいとの見方が広がった。'],
  ])
  it('goes over to an act told in the next sentence', () => {
    const events = told([
      '[北朝鮮=北朝鮮:place]は14日、核実験を実施した。これを受けて[政府=日本政府:organisation]は対策室を設置した。',
    ])
    expect(events.map(({ date, type }) => [date, type])).toEqual([
      ['2026-03-14', 'test'],
      ['2026-03-14', 'founding'],
    ])
  })
})

describe('one event a real event', () => {
  it('joins what several sentences tell, the fullest first, with the others as evidence', () => {
    const events = told([
      '# 日米首脳会談 20日に開催へ',
      '[高市首相=高市早苗]と[トランプ大統領=ドナルド・トランプ]は20日、[ワシントン=ワシントンD.C.:place]で会談する。',
      '20日の会談では経済が議題となる。',
    ])
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ status: 'planned', place: 'local:ワシントンD.C.' })
    expect(events[0]?.evidence.block).toBe('b1')
    expect(events[0]?.alsoEvidence.map(({ block }) => block)).toEqual(['b0', 'b2'])
  })

  it('says that it took place where a later sentence tells so', () => {
    const events = told([
      '両首脳が18日に会談すると発表されていた。会談はその通り、18日午前に行われた。',
    ])
    expect(events.map(({ status }) => status)).toEqual(['occurred'])
  })

  it('keeps two meetings of one person in one month apart', () => {
    const events = told([
      '[茂木外相=茂木敏充]は2月に[ルビオ長官=マルコ・ルビオ]と会談した。',
      '[ルビオ長官=マルコ・ルビオ]は2月20日、[市川局長=市川恵一]と会談した。',
    ])
    expect(events).toHaveLength(2)
  })

  it('gives a title of its own, figures with what they count, and evidence at its place', () => {
    const text =
      '[高市首相=高市早苗]は18日、[トランプ大統領=ドナルド・トランプ]と会談し、5500億ドル規模の投資を確認した。'
    const [event] = told([text])
    expect(event?.title).toBe('高市首相はトランプ大統領と会談')
    expect(event?.figures).toContainEqual({ label: '投資', value: '5500億ドル' })
    expect(event?.evidence).toMatchObject({ block: 'b0', start: 0 })
  })
})

describe('what an event is called', () => {
  const titles = (...blocks: string[]) => told(blocks).map(({ title }) => title)

  it("is the clause that tells it, in the article's own words, without its date", () => {
    expect(
      titles('[田中市長=田中一]は18日、市役所で市民団体の代表らと会談し、支援を約束した。'),
    ).toEqual(['田中市長は市役所で市民団体の代表らと会談'])
    expect(titles('調査によると、2019年5月に三河湾で2隻の船が衝突した。')[0]).toContain(
      '三河湾で2隻の船が衝突',
    )
  })
  it('names the one who acts where an earlier clause does', () => {
    expect(
      titles(
        '[田中市長=田中一]は反対の声に応えて説明会を重ね、18日に新しい図書館の計画を発表した。',
      ),
    ).toContainEqual('田中市長、新しい図書館の計画を発表')
  })
  it('is no bare word: what says nothing of who, what or where is not told', () => {
    expect(titles('18日に調査が行われた。')).toEqual([])
  })
})

describe('the main event', () => {
  const main = (...blocks: string[]) =>
    told(blocks)
      .filter((event) => event.main)
      .map(({ date, status, title }) => `${date} ${status} ${title}`)

  it('carries the headline, and the day that the text gives it further down', () => {
    expect(
      main(
        '# 田中市長 市民団体と会談 図書館の計画を説明',
        '[田中市長=田中一]は市民団体の代表と会談し、図書館の計画を説明した。',
        '会談は18日午後、市役所で行われ、[田中市長=田中一]は市民団体の代表に図書館の計画を説明した。',
      ),
    ).toEqual(['2026-03-18TAF occurred 田中市長 市民団体と会談 図書館の計画を説明'])
  })
  it('may be told by a verb that no list has, where a sentence of that day says what the headline does', () => {
    expect(
      main(
        '# 国道沿いの鉄製の管 13メートルせり出す 大阪',
        '大阪の国道沿いで鉄製の管がせり出しました。',
        '18日朝、大阪の国道沿いで、鉄製の管がおよそ13メートルの高さまでせり出しました。',
      ),
    ).toEqual(['2026-03-18TMO occurred 国道沿いの鉄製の管 13メートルせり出す 大阪'])
  })
  it('is none where the headline only guesses, or the day is long ago', () => {
    expect(
      main('# 首相 近く内閣改造の可能性', '首相は18日、内閣を改造するかどうか明言を避けた。'),
    ).toEqual([])
    expect(
      main('# 会社設立から十年 田中社長に聞く', '田中社長は2016年3月1日に会社を設立した。'),
    ).toEqual([])
  })
})

describe('what the sentence does not say for certain', () => {
  cases([
    // A month between commas is of what is spoken of, not of the speech.
    ['[大統領=ゼレンスキー]は1月、無人機6000機が使われたと発表した。'],
    ['先月末までに町から2868人が避難した。'],
    [
      '[大統領=ゼレンスキー]は侵攻が始まってから今月4日に放送された番組で死者は5万人に上ると述べた。',
      '2026-03-04 occurred statement ゼレンスキー',
    ],
    [
      '[田中知事=田中一]は18日、国が先に合意した計画について説明した。',
      '2026-03-18 occurred statement 田中一',
    ],
    // 9月に|行った is no journey.
    [
      '[政府=日本政府:organisation]は9月に行った出資を説明した。',
      '2025-09 occurred economic 日本政府',
    ],
    ['18日、新しい薬を承認するか、判断が注目される。'],
    [
      '[大統領=ゼレンスキー]は21日に協議が行われるという見通しを示した。',
      '2026-03-21 planned meeting',
    ],
    ['裁判所は4日、団体に解散を命じる決定をした。', '2026-03-04 occurred court'],
  ])
})

describe('any text', () => {
  const piece = fc.constantFrom(
    ...'18日、 昨年12月に 2月30日に 4月に [高市首相=高市早苗]は [米国=アメリカ:place]と 会談した。 会談を 行い、 訪問する予定だ。 「 」 と述べた。 発表 した 核実験 を取りやめた。 れば、 の で 。'.split(
      ' ',
    ),
  )
  it('gives events that the schema allows, whose evidence lies in the text', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.constantFrom(null, '2026-03-19', 'soon'),
        (pieces, day) => {
          for (const event of told([pieces.join('')], day)) {
            expect(v.is(FoundEvent, event)).toBe(true)
            expect(event.evidence.end).toBeGreaterThan(event.evidence.start)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('in another language or empty tells of nothing and harms nothing', () => {
    for (const text of [
      '',
      'The leaders met on 18 March 2026.',
      '정상회담이 열렸다。',
      '。。。「「「',
    ])
      expect(lines(text)).toEqual([])
  })
})
