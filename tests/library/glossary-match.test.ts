import { describe, expect, it } from 'vitest'
import { glossaryOrder, matchEntities } from '../../entrypoints/library/glossary/match'

const entity = (headword: string, reading: string, english: string, ...forms: string[]) => ({
  headword,
  reading,
  english,
  aliases: forms.map((form) => ({ form, kind: 'abbreviation' as const })),
})
const nss = entity(
  '国家安全保障局',
  'こっかあんぜんほしょうきょく',
  'National Security Secretariat',
  'NSS',
)
const nato = entity('北大西洋条約機構', 'きたたいせいようじょうやくきこう', 'NATO')
const anpo = entity('安全保障', 'あんぜんほしょう', 'security')
const all = [nss, nato, anpo]

describe('finding a glossary entry', () => {
  it.each([
    ['nss', nss],
    ['ＮＡＴＯ', nato],
    ['キタタイセイヨウ', nato],
    ['secretariat', nss],
  ])('%s', (query, found) => expect(matchEntities(all, query)).toEqual([found]))

  it('puts names that begin with the words first', () => {
    expect(matchEntities(all, '安全')).toEqual([anpo, nss])
  })

  it('demands every word', () => {
    expect(matchEntities(all, '国家 局')).toEqual([nss])
    expect(matchEntities(all, '国家 条約')).toEqual([])
  })

  it('orders by reading, as a dictionary does', () => {
    expect(glossaryOrder(all)).toEqual([anpo, nato, nss])
  })
})
