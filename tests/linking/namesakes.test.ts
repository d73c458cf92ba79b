/** Two people of one family, both long out of office: a surname alone means the one who left last. */
import { describe, expect, it } from 'vitest'
import { compileEngine, openEngine } from '../../lib/engine'
import type { Entity } from '../../lib/glossary/schema'
import { plainDocument, readPlain } from '../../lib/text/plain'
import { entity, tenure } from '../glossary/sample'
import { grammar } from './fixture'

const person = (id: string, given: string): Entity =>
  entity(id, {
    kind: 'person',
    headword: `杉野${given}`,
    reading: 'すぎの',
    family: '杉野',
    given,
    country: 'JP',
  })
const office = entity('office.jp.foreign-minister', {
  kind: 'office',
  headword: '外務大臣',
  aliases: [{ form: '外相', kind: 'role' }],
  country: 'JP',
})

describe('namesakes', () => {
  const engine = openEngine(
    compileEngine(
      {
        version: 'v',
        entities: [person('person.a', '一郎'), person('person.b', '二郎'), office],
        tenures: [
          tenure(office.id, 'person.a', '1982-11-27', '1986-07-22'),
          tenure(office.id, 'person.b', '2012-12-26', '2020-09-16'),
        ],
      },
      grammar,
    ),
  )
  const meant = (text: string, publishedAt: string) =>
    engine
      .mentions(plainDocument(readPlain(text), { url: null, publisher: null, publishedAt }))
      .mentions.filter(({ kind }) => kind === 'person')
      .map(({ entity }) => entity)

  it('out of office', () => {
    expect(meant('杉野氏は講演で外交の歩みを振り返った。', '2026-03-01')).toEqual(['person.b'])
    expect(meant('杉野氏は講演で外交の歩みを振り返った。', '1990-03-01')).toEqual(['person.a'])
  })

  it('with a former post, and with a year that the sentence names', () => {
    expect(meant('杉野元外相は講演した。', '2026-03-01')).toEqual(['person.b'])
    expect(meant('1985年、杉野外相は各国を訪れた。', '2026-03-01')).toEqual(['person.a'])
    expect(meant('2015年には杉野外相が合意を発表した。', '2026-03-01')).toEqual(['person.b'])
  })

  it('the full name decides before all else', () => {
    expect(
      meant('杉野一郎元外相の回想録が出た。杉野氏は当時の会談を詳しく記した。', '2026-03-01'),
    ).toEqual(['person.a', 'person.a'])
  })
})

describe('namesakes in the same post of two countries', () => {
  const premier = (country: string) =>
    entity(`office.${country.toLowerCase()}.premier`, {
      kind: 'office',
      headword: `首相(${country})`,
      aliases: [{ form: '首相', kind: 'role' }],
      country,
    })
  const called = (id: string, given: string, country: string): Entity =>
    entity(id, { kind: 'person', headword: `李${given}`, family: '李', given, country })
  const engine = openEngine(
    compileEngine(
      {
        version: 'v',
        entities: [
          entity('place.cn', { kind: 'place', headword: '中国', country: 'CN', tier: 'basic' }),
          entity('place.kr', { kind: 'place', headword: '韓国', country: 'KR', tier: 'basic' }),
          premier('CN'),
          premier('KR'),
          called('person.kr', '甲一', 'KR'),
          called('person.cn', '乙二', 'CN'),
        ],
        tenures: [
          tenure('office.cn.premier', 'person.cn', '2013-03-15', '2023-03-11'),
          tenure('office.kr.premier', 'person.kr', '2017-05-31', '2020-01-14'),
        ],
      },
      grammar,
    ),
  )
  const meant = (text: string) =>
    engine
      .mentions(
        plainDocument(readPlain(text), { url: null, publisher: null, publishedAt: '2018-05-09' }),
      )
      .mentions.filter(({ kind }) => kind === 'person')
      .map(({ entity }) => entity)

  it('the country before の tells them apart', () => {
    expect(meant('来日した中国の李首相は、日本と韓国の首脳と会談した。')).toEqual(['person.cn'])
    expect(meant('来日した韓国の李首相は、日本と中国の首脳と会談した。')).toEqual(['person.kr'])
  })
})
