import { describe, expect, test } from 'vitest'
import { type CardInput, makeCard, makeLocalCard } from '../../lib/cards/make'
import type { Entity, Tenure } from '../../lib/glossary/schema'
import { mention } from '../page/mentions'

const entity = (id: string, part: Partial<Entity> = {}): Entity => ({
  id,
  kind: 'person',
  headword: id,
  reading: 'よみ',
  english: id,
  gloss: 'なにものかの説明',
  text: '',
  tier: 'key',
  aliases: [],
  relations: [],
  titles: [],
  sources: [],
  basis: 'general',
  asOf: '2026-03-21',
  ...part,
})
const office = entity('office.jp.foreign-minister', { kind: 'office', headword: '外務大臣' })
const iwaya = entity('person.iwaya-takeshi', { headword: '岩屋毅' })
const motegi = entity('person.motegi-toshimitsu', { headword: '茂木敏充' })
const tenure = (person: Entity, from: string, to: string | null): Tenure => ({
  office: office.id,
  person: person.id,
  from,
  to,
  acting: false,
  sources: [],
  basis: 'general',
  asOf: '2026-03-21',
})
const tenures = [tenure(iwaya, '2024-10-01', '2025-10-21'), tenure(motegi, '2025-10-21', null)]
const input = (part: Partial<CardInput> = {}): CardInput => ({
  entity: office,
  entities: new Map([office, iwaya, motegi].map((one) => [one.id, one])),
  tenures,
  publications: new Map(),
  before: [],
  after: [],
  terms: [],
  day: null,
  savedArticles: 0,
  followed: false,
  known: false,
  ...part,
})
const names = (posts: { person: { headword: string } }[]) =>
  posts.map((post) => post.person.headword)

describe('who held the office', () => {
  test('at the article’s day and now, where they differ', () => {
    const { posts } = makeCard(input({ day: '2025-01-20' }))
    expect(names(posts.atArticle)).toEqual(['岩屋毅'])
    expect(names(posts.now)).toEqual(['茂木敏充'])
    expect(posts.now[0]?.asOf).toBe('2026-03-21')
  })

  test('on the day of the change it is the new holder', () => {
    expect(names(makeCard(input({ day: '2025-10-21' })).posts.atArticle)).toEqual(['茂木敏充'])
  })

  test('nobody is guessed before the first holder that is known', () => {
    expect(makeCard(input({ day: '1990-01-01' })).posts.atArticle).toEqual([])
  })

  test('without the article’s date only now is said', () => {
    const { posts } = makeCard(input())
    expect(posts.atArticle).toEqual([])
    expect(names(posts.now)).toEqual(['茂木敏充'])
  })

  test('a tenure that is known to the month covers all of it', () => {
    const month = [tenure(iwaya, '2024-10', '2025-10')]
    const on = (day: string) => names(makeCard(input({ tenures: month, day })).posts.atArticle)
    expect(on('2024-10-01')).toEqual(['岩屋毅'])
    expect(on('2025-10-31')).toEqual(['岩屋毅'])
    expect(on('2025-11-01')).toEqual([])
  })
})

test('a post of one’s own stands before one that is only filled in', () => {
  const own = entity('office.us.secretary-of-state', { kind: 'office', headword: '国務長官' })
  const rubio = entity('person.rubio-marco', { headword: 'マルコ・ルビオ' })
  const held = [
    { ...tenure(rubio, '2025-05-01', null), acting: true },
    { ...tenure(rubio, '2025-01-21', null), office: own.id },
  ]
  const entities = new Map([office, own, rubio].map((one) => [one.id, one]))
  const { posts } = makeCard(input({ entity: rubio, entities, tenures: held, day: '2026-03-01' }))
  const offices = (lines: typeof posts.now) => lines.map((line) => line.office.headword)
  expect(offices(posts.now)).toEqual(['国務長官', '外務大臣'])
  expect(offices(posts.atArticle)).toEqual(['国務長官', '外務大臣'])
})

describe('what a card says of itself', () => {
  test('other meanings only where the text did not decide', () => {
    const candidates = [office, iwaya].map(({ id }) => ({ entity: id, weight: 0.5, evidence: [] }))
    const decided = mention({ entity: office.id, candidates })
    expect(makeCard(input({ mention: decided })).alternatives).toEqual([])
    const undecided = { ...decided, undecided: true }
    expect(makeCard(input({ mention: undecided })).alternatives.map(({ id }) => id)).toEqual([
      iwaya.id,
    ])
  })

  test('sources by the publication’s name, general knowledge as such', () => {
    const sourced = entity('concept.x', {
      kind: 'concept',
      basis: 'article',
      sources: [{ publication: 'nhk', title: '題', date: '2026-03-01' }],
    })
    const card = makeCard(
      input({
        entity: sourced,
        publications: new Map([['nhk', { id: 'nhk', name: 'NHK' }]]),
      }),
    )
    expect(card.sources).toEqual([
      { name: 'NHK', title: '題', date: '2026-03-01', url: null, article: null },
    ])
    expect(makeCard(input()).basis).toBe('general')
  })

  test('relations as terms to open, holders left to the posts', () => {
    const related = entity('org.mofa', {
      relations: [
        { to: iwaya.id, type: 'see-also' },
        { to: motegi.id, type: 'held-by' },
        { to: 'org.gone', type: 'part-of' },
      ],
    })
    expect(makeCard(input({ entity: related })).related.map(({ id }) => id)).toEqual([iwaya.id])
  })
})

test('a name that no glossary knows gets a card of what the article says, and no more', () => {
  const name = mention({ entity: null, headword: '山田太郎', kind: 'person' })
  const local = {
    headword: '山田太郎',
    kind: 'person' as const,
    aliases: [],
    says: ['山田太郎・外務省北米局参事官'],
  }
  expect(makeLocalCard(name, local, 0)).toMatchObject({
    id: null,
    headword: '山田太郎',
    gloss: '山田太郎・外務省北米局参事官',
    basis: 'article',
    sources: [],
  })
})
