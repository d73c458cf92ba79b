import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { IndexedSearch } from '../../lib/archive/search/indexed-search'
import type { EntityRow } from '../../lib/db/rows'
import { freshDatabase } from './example'

const entity = (id: string, more: Partial<EntityRow>): EntityRow => ({
  id,
  kind: 'organisation',
  headword: id,
  reading: 'よみ',
  english: id,
  gloss: '見本の説明',
  text: '',
  tier: 'key',
  aliases: [],
  relations: [],
  titles: [],
  sources: [],
  basis: 'general',
  asOf: '2026-03-01',
  pack: 'bundled',
  ...more,
})

async function glossary() {
  const db = freshDatabase()
  await db.entities.bulkAdd([
    entity('org.nato', {
      headword: '北大西洋条約機構',
      reading: 'きたたいせいようじょうやくきこう',
      english: 'North Atlantic Treaty Organization',
      aliases: [{ form: 'NATO', kind: 'abbreviation' }],
    }),
    entity('org.jp.nss', {
      headword: '国家安全保障局',
      reading: 'こっかあんぜんほしょうきょく',
      english: 'National Security Secretariat',
    }),
    entity('place.kitakyushu', {
      headword: '北九州',
      reading: 'きたきゅうしゅう',
      english: 'Kitakyushu',
    }),
  ])
  const search = new IndexedSearch(db)
  return async (text: string) => (await search.suggest(text)).map(({ id }) => id)
}

describe('suggestions', () => {
  it('come by the beginning of a name, an alias, a reading in either kana, or English', async () => {
    const suggest = await glossary()
    expect(await suggest('国家安')).toEqual(['org.jp.nss'])
    expect(await suggest('ｎａｔｏ')).toEqual(['org.nato'])
    expect(await suggest('きたた')).toEqual(['org.nato'])
    expect(await suggest('キタキ')).toEqual(['place.kitakyushu'])
    expect(await suggest('security')).toEqual(['org.jp.nss'])
  })

  it('forgive a slip in a longer name, and say nothing to nothing', async () => {
    const suggest = await glossary()
    expect(await suggest('国家安全保証局')).toEqual(['org.jp.nss'])
    expect(await suggest(' ')).toEqual([])
    expect(await suggest('まったく別の語')).toEqual([])
  })
})
