import { describe, expect, it } from 'vitest'
import { documentOf, engine, said } from './fixture'

/** Headwords of the persons that a text mentions, each with its surface. */
const people = (text: string, day?: string) =>
  engine
    .annotate(documentOf(text, day ?? '2026-02-21'))
    .mentions.filter(({ kind }) => kind === 'person')
    .map(({ surface, headword }) => `${surface}=${headword}`)

describe('a surname', () => {
  it('is none where the katakana go on', () => {
    const said = people('キムチ大統領の異名を取った。\nトランプス大統領').join()
    expect(said).not.toMatch(/=(?:金龍顕|ドナルド)/u)
  })

  it('with 容疑者 or 被告 is nobody known, unless the text names him in full', () => {
    expect(people('小泉容疑者を逮捕した。高市被告の裁判が始まった。')).toEqual([])
    expect(people('小泉進次郎容疑者を逮捕した。')).toEqual(['小泉進次郎容疑者=小泉進次郎'])
  })

  it('may be followed by the given name in brackets', () => {
    expect(people('小泉(純一郎)さんが総理のときだ。', '2014-10-14')).toEqual([
      '小泉(純一郎)さん=小泉純一郎',
    ])
  })

  it('with 氏 is nobody who left office decades ago', () => {
    expect(people('安倍氏が述べた。', '2041-05-01')).toEqual([])
    expect(people('安倍氏が述べた。', '2021-05-01')).toEqual(['安倍氏=安倍晋三'])
  })

  it('stands without a particle behind words of time', () => {
    expect(people('その後高市首相は帰国した。5日高市首相は発表した。')).toEqual([
      '高市首相=高市早苗',
      '高市首相=高市早苗',
    ])
  })
})

describe('a full name that no glossary knows', () => {
  it('is introduced behind a space as well', () => {
    expect(people('解説する大橋美咲 教授\n大橋教授は続けた。\n山口新 容疑者')).toEqual([
      '大橋美咲 教授=大橋美咲',
      '大橋教授=大橋美咲',
      '山口新 容疑者=山口新',
    ])
  })

  it('may have a given name that begins like a title', () => {
    expect(people('山田次郎社長、斎藤元彦知事、大野新一教授、田村国雄会長が並んだ。')).toEqual([
      '山田次郎社長=山田次郎',
      '斎藤元彦知事=斎藤元彦',
      '大野新一教授=大野新一',
      '田村国雄会長=田村国雄',
    ])
    expect(people('山田元議員、斎藤次官、大野新大臣、田村総務局長が並んだ。')).toEqual([])
  })

  it('ends where the body of its title begins', () => {
    for (const [name, title] of [
      ['中村均', 'インド局長'],
      ['中村健', '大洋州課長'],
      ['中村誠', '大学院教授'],
      ['中村修', '大臣官房審議官'],
      ['中村正彰', '外務省北米局参事官'],
      ['アンナ・ベル', '国務省軍備管理・検証・遵守局次官補代理'],
    ])
      expect(people(`${name}${title}が出席した。`)).toEqual([`${name}${title}=${name}`])
  })

  it('may stand before what a minister is in charge of', () => {
    expect(people('橋本花子・五輪相が辞任した。橋本氏は会長になる。')).toEqual([
      '橋本花子・五輪相=橋本花子',
      '橋本氏=橋本花子',
    ])
    expect(people('野田花子消費者・少子化担当大臣が述べた。')).toEqual([
      '野田花子消費者・少子化担当大臣=野田花子',
    ])
  })

  it('needs no listed surname before the post of a single person', () => {
    expect(people('大学の柘植靖子教授、都築野々介裁判長、無所属の礒野洋一議員が語った。')).toEqual([
      '柘植靖子教授=柘植靖子',
      '都築野々介裁判長=都築野々介',
      '礒野洋一議員=礒野洋一',
    ])
    expect(
      people('日本代表監督と先発左腕投手、最優秀選手、外国人選手、超党派議員が並んだ。'),
    ).toEqual([])
  })

  it('is told from a university, from students and from words of time', () => {
    expect(people('北陸大教授と早瀬大名誉教授、高校生選手、先月石破氏が語った。')).not.toContain(
      '先月石破氏=先月石破',
    )
    expect(people('北陸大教授と早瀬大名誉教授、高校生選手が語った。')).toEqual([])
    expect(people('新垣浩嗣事務次官と鯖江博行インド課長')).toEqual([
      '新垣浩嗣事務次官=新垣浩嗣',
      '鯖江博行インド課長=鯖江博行',
    ])
    expect(people('中村悠准教授が語った。')).toEqual(['中村悠准教授=中村悠'])
    expect(people('中国の魯春蘭報道官と鄧春蘭報道官')).toContain('鄧春蘭報道官=鄧春蘭')
  })

  it('is a mention wherever it stands, in the headline too', () => {
    expect(people('大橋美咲が連覇\n大橋美咲選手が勝った。\n大橋美咲「最高です」')).toEqual([
      '大橋美咲=大橋美咲',
      '大橋美咲選手=大橋美咲',
      '大橋美咲=大橋美咲',
    ])
  })

  it('may stand behind its rank', () => {
    expect(people('横綱 青葉龍が勝った。青葉龍は笑った。横綱昇進は近い。')).toEqual([
      '青葉龍=青葉龍',
      '青葉龍=青葉龍',
    ])
  })
})

describe('one word of a foreign name', () => {
  it('means him whom the text has introduced, with any title', () => {
    expect(
      people(
        'レフ・グラノフ所長が述べた。グラノフ氏は続けた。グラノフ研究部長とグラノフ元司令官。',
      ),
    ).toEqual([
      'レフ・グラノフ所長=レフ・グラノフ',
      'グラノフ氏=レフ・グラノフ',
      'グラノフ研究部長=レフ・グラノフ',
      'グラノフ元司令官=レフ・グラノフ',
    ])
  })

  it('with a post that only people hold introduces somebody', () => {
    expect(people('ペレス会長とヨンク元駐イラン大使、マハ副報道官が並んだ。')).toEqual([
      'ペレス会長=ペレス',
      'ヨンク元駐イラン大使=ヨンク',
      'マハ副報道官=マハ',
    ])
    expect(people('サッカー選手とホテル社長、スター選手、アジア選手権')).toEqual([])
  })
})

describe('a government', () => {
  it('is called by who leads it, whatever word is used', () => {
    expect(said('トランプ体制とトランプ前政権', '2022-05-01')).toEqual([
      'トランプ体制=第1次トランプ政権',
      'トランプ前政権=第1次トランプ政権',
    ])
    expect(said('小泉内閣の支持率', '2005-05-01')).toEqual(['小泉内閣=小泉内閣'])
    expect(said('高木内閣の支持率')).toEqual([])
    expect(said('第3次小泉改造内閣が発足した。', '2005-11-01')).toEqual(['小泉改造内閣=小泉内閣'])
  })
})

describe('namesakes', () => {
  it('have the titles that the text gives them', () => {
    expect(people('小泉純一郎裁判官の意見。小泉裁判官は反対した。')).toEqual([
      '小泉純一郎裁判官=小泉純一郎',
      '小泉裁判官=小泉純一郎',
    ])
  })

  it('are told apart by who is dead, in office, or called by the given name', () => {
    expect(people('故小泉氏をしのぶ。', '2026-02-21')).toEqual(['小泉氏=小泉純一郎'])
    const text = '小泉純一郎氏とは別人だ。現職の小泉氏が述べた。'
    expect(people(text)).toEqual(['小泉純一郎氏=小泉純一郎', '小泉氏=小泉進次郎'])
  })
})
