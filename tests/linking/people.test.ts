import { describe, expect, it } from 'vitest'
import { documentOf, engine, read, said } from './fixture'

describe('people the glossary knows', () => {
  it('are one mention with their title or honorific', () => {
    expect(said('高市首相とルビオ国務長官、マルコ・ルビオ氏')).toEqual([
      '高市首相=高市早苗',
      'ルビオ国務長官=マルコ・ルビオ',
      'マルコ・ルビオ氏=マルコ・ルビオ',
    ])
  })

  it('are the same, however the separator of a foreign name is written', () => {
    for (const name of ['マルコ＝ルビオ氏', 'マルコ ルビオ氏', 'ﾏﾙｺ・ﾙﾋﾞｵ氏'])
      expect(said(name)).toEqual([`${name}=マルコ・ルビオ`])
  })

  it('take the country before their post with them', () => {
    expect(said('ルビオ米国務長官が訪れた')).toEqual(['ルビオ米国務長官=マルコ・ルビオ'])
  })

  it('are told from namesakes by the office at the date of the article', () => {
    expect(said('小泉首相が訪米した。', '2005-06-01')).toContain('小泉首相=小泉純一郎')
    expect(said('小泉防衛相が述べた。')).toEqual(['小泉防衛相=小泉進次郎'])
    expect(said('小泉元首相が述べた。')).toEqual(['小泉元首相=小泉純一郎'])
  })

  it('are told from namesakes by who was last named with a post', () => {
    expect(said('2006年に小泉首相が訪れた。小泉氏は歌った。')).toContain('小泉氏=小泉純一郎')
  })

  it('are told in a headline by what the text says later', () => {
    expect(said('小泉氏が会見\n小泉防衛相は述べた。')[0]).toBe('小泉氏=小泉進次郎')
    expect(said('小泉氏を語る\n2006年に小泉首相が訪れた。')[0]).toBe('小泉氏=小泉純一郎')
  })

  it('need an introduction before a bare surname means them', () => {
    expect(said('高市は語った。')).toEqual([])
    expect(said('高市早苗氏は強調した。高市は語った。')).toContain('高市=高市早苗')
  })

  it('are also known by the sound of their name', () => {
    expect(said('韓国のキム国防相が辞任した。')).toContain('キム国防相=金龍顕')
  })

  it('are not meant by a post of years in which others held it', () => {
    expect(said('2003年、安倍首相は述べた。', '2022-06-01')).not.toContain('安倍首相=安倍晋三')
    expect(said('2007年、安倍首相は述べた。', '2022-06-01')).toContain('安倍首相=安倍晋三')
    // Another of the name holds another post today.
    expect(said('1990年、小泉首相は述べた。')).toEqual([])
    expect(said('2003年、小泉首相は述べた。')).toEqual(['小泉首相=小泉純一郎'])
  })

  it('leave a post they never held to one whom only the text knows', () => {
    expect(said('高市知事は述べた。')).toEqual(['高市知事=高市'])
    expect(said('須藤大使は述べた。須藤氏は去った。')).toEqual(['須藤大使=須藤', '須藤氏=須藤'])
    expect(said('南海知事は述べた。')).not.toContain('南海知事=南海')
  })

  it('are defined by no brackets behind them: （AIN） is no short form of a person', () => {
    expect(said('カミラ・ワリエワ選手（AIN）が滑った。AINの選手は続いた。')).toEqual([
      'カミラ・ワリエワ選手=カミラ・ワリエワ',
    ])
  })

  it('are others than those with their surname and a given name of their own', () => {
    expect(said('高市花子氏は述べた。')).toEqual(['高市花子氏=高市花子'])
  })

  it('are not meant by a title they never had, nor by the name of a citizen', () => {
    expect(said('高市投手が完封した。')).toEqual([])
    expect(said('買いに来た小泉さん（68）は笑った。')).toEqual([])
  })
})

describe('people whom only the text knows', () => {
  it('are introduced by a full name with a title, and followed', () => {
    const { mentions, locals } = engine.annotate(
      documentOf(
        '外務省の堂前亮一・地域協力室長が説明した。堂前室長は続けると述べた。',
        '2024-06-04',
      ),
    )
    expect(mentions.map(({ surface, headword }) => `${surface}=${headword}`)).toEqual([
      '外務省=外務省',
      '堂前亮一・地域協力室長=堂前亮一',
      '堂前室長=堂前亮一',
    ])
    expect(mentions.at(-1)?.entity).toBeNull()
    expect(locals).toEqual([
      { headword: '堂前亮一', kind: 'person', aliases: ['堂前'], says: ['地域協力室長'] },
    ])
  })

  it('come before a namesake of the glossary whom the text does not name', () => {
    expect(said('キッコーマンの茂木友三郎名誉会長が講演した。茂木氏は振り返った。')).toEqual([
      '茂木友三郎名誉会長=茂木友三郎',
      '茂木氏=茂木友三郎',
    ])
  })

  it('may have a foreign name', () => {
    expect(said('トム・ディナノ国務省次官補代理が会見した。')).toEqual([
      'トム・ディナノ国務省次官補代理=トム・ディナノ',
    ])
  })

  it('may stand before a country and a post', () => {
    expect(said('デルモント英国防大臣と会談した。デルモント国防大臣は応じた。')).toEqual([
      'デルモント英国防大臣=デルモント',
      'デルモント国防大臣=デルモント',
    ])
    expect(said('林正浩(イム・ジョンホ)外交通商部次官補が来た。')).toEqual([
      '林正浩(イム・ジョンホ)外交通商部次官補=林正浩',
    ])
  })

  it('are no common nouns before a post', () => {
    expect(said('デジタル大臣と安全保障に関する顧問、大橋支局長が出席した。')).toEqual([])
  })
})

describe('why', () => {
  it('tells title, date and introduction', () => {
    expect(read('高市首相が述べた。')[0]?.why.map(({ rule }) => rule)).toEqual(['title', 'date'])
    const [, again] = read('高市早苗首相が述べた。高市氏は続けた。')
    expect(again?.why.map(({ rule }) => rule)).toContain('introduced')
  })
})
