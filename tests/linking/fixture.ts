/** A small glossary of our own, enough to show every rule of linking. */

import { join } from 'node:path'
import * as v from 'valibot'
import type { Document } from '../../lib/article/document'
import { compileEngine, openEngine } from '../../lib/engine'
import { readGrammar } from '../../lib/glossary/grammar'
import { Entity, Tenure } from '../../lib/glossary/schema'

/** The bundled words and weights: rules are shown as they ship. */
export const grammar = await readGrammar(join(import.meta.dirname, '../../assets'))

type Given = Partial<v.InferInput<typeof Entity>> & {
  id: string
  headword: string
  kind: Entity['kind']
}

export const entry = (given: Given): Entity =>
  v.parse(Entity, {
    reading: 'よみ',
    english: given.headword,
    gloss: 'テスト用の項目。',
    basis: 'general',
    asOf: '2026-03-21',
    ...given,
  })
export const tenure = (
  office: string,
  person: string,
  from: string,
  to: string | null = null,
): Tenure => v.parse(Tenure, { office, person, from, to, basis: 'general', asOf: '2026-03-21' })

export const country = (code: string, headword: string, forms: string[], letter: string) =>
  entry({
    id: `place.${code.toLowerCase()}`,
    kind: 'place',
    headword,
    country: code,
    tier: 'basic',
    aliases: [...forms.map((form) => ({ form })), { form: letter, kind: 'abbreviation' }],
  })
export const person = (
  id: string,
  headword: string,
  family: string,
  code: string,
  titles: string[] = [],
) => entry({ id: `person.${id}`, kind: 'person', headword, family, country: code, titles })
export const office = (id: string, headword: string, code: string, roles: string[]) =>
  entry({
    id: `office.${id}`,
    kind: 'office',
    headword,
    country: code,
    aliases: roles.map((form) => ({ form, kind: 'role' })),
  })
export const thing = (
  id: string,
  kind: Entity['kind'],
  headword: string,
  code: string | undefined,
  forms: (string | { form: string; when: object })[] = [],
  more: Partial<Given> = {},
) =>
  entry({
    id,
    kind,
    headword,
    ...(code ? { country: code } : {}),
    aliases: forms.map((form) => (typeof form === 'string' ? { form } : form)),
    ...more,
  })

const entities: Entity[] = [
  country('JP', '日本', [], '日'),
  country('US', 'アメリカ', ['米国'], '米'),
  country('GB', 'イギリス', ['英国'], '英'),
  country('KR', '韓国', [], '韓'),
  country('IN', 'インド', [], '印'),
  country('AU', 'オーストラリア', [], '豪'),
  country('PH', 'フィリピン', [], '比'),
  country('BR', 'ブラジル', [], '伯'),
  country('ID', 'インドネシア', [], '尼'),
  person('takaichi-sanae', '高市早苗', '高市', 'JP'),
  person('abe-shinzo', '安倍晋三', '安倍', 'JP'),
  person('koizumi-junichiro', '小泉純一郎', '小泉', 'JP'),
  person('koizumi-shinjiro', '小泉進次郎', '小泉', 'JP'),
  person('motegi-toshimitsu', '茂木敏充', '茂木', 'JP'),
  person('rubio-marco', 'マルコ・ルビオ', 'ルビオ', 'US', ['長官']),
  person('trump-donald', 'ドナルド・トランプ', 'トランプ', 'US'),
  person('obama-barack', 'バラク・オバマ', 'オバマ', 'US'),
  entry({
    id: 'person.kim-yong-hyun',
    kind: 'person',
    headword: '金龍顕',
    reading: 'キム・ヨンヒョン',
    family: '金',
    country: 'KR',
    titles: ['国防相'],
  }),
  office('jp.prime-minister', '内閣総理大臣', 'JP', ['首相', '総理大臣']),
  office('jp.foreign-minister', '外務大臣', 'JP', ['外相']),
  office('jp.defense-minister', '防衛大臣', 'JP', ['防衛相']),
  office('jp.security-adviser', '国家安全保障局長', 'JP', []),
  office('us.president', 'アメリカ大統領', 'US', ['大統領']),
  office('kr.president', '韓国大統領', 'KR', ['大統領']),
  office('us.secretary-of-state', '国務長官', 'US', ['米国務長官']),
  thing('org.nss', 'organisation', '国家安全保障局', 'JP', [
    { form: 'NSS', when: { bound: true } },
  ]),
  thing('org.nsc', 'organisation', '国家安全保障会議', 'JP', ['NSC']),
  thing('doc.nss-us', 'document', '国家安全保障戦略(米国)', 'US', [
    { form: 'NSS', when: { bound: true } },
  ]),
  thing('doc.nss-jp', 'document', '国家安全保障戦略(日本)', 'JP', []),
  thing('org.state-department', 'organisation', '国務省', 'US'),
  thing('org.mofa', 'organisation', '外務省', 'JP'),
  thing('org.trump-1', 'organisation', '第1次トランプ政権', 'US', [], {
    valid: '2017-01-20/2021-01-20',
  }),
  thing('org.trump-2', 'organisation', '第2次トランプ政権', 'US', [], { valid: '2025-01-20/..' }),
  thing('org.sdf', 'organisation', '自衛隊', 'JP'),
  thing('place.nankai', 'place', '南海県', 'JP'),
  thing('org.review-board', 'organisation', '憲法審査会', 'JP'),
  thing('org.upper-house', 'organisation', '参議院', 'JP', ['参院']),
  thing('org.un', 'organisation', '国際連合', undefined, ['国連']),
  thing('org.csis', 'organisation', '戦略国際問題研究所', 'US'),
  thing('framework.alliance', 'framework', '日米同盟', undefined),
  thing('event.summit', 'event', '日米首脳会談', undefined),
  thing('event.peace-talks', 'event', '韓国和平協議', undefined, [
    { form: '和平協議', when: { sentence: ['韓国'] } },
  ]),
  thing('org.dpp', 'organisation', '国民民主党', 'JP', [
    { form: '国民', when: { document: ['公明', '政党'] } },
  ]),
  thing('org.komeito', 'organisation', '公明党', 'JP', ['公明']),
  thing('concept.defense-spending', 'concept', '防衛費', undefined),
]

const tenures: Tenure[] = [
  tenure('office.jp.prime-minister', 'person.koizumi-junichiro', '2001-04-26', '2006-09-26'),
  tenure('office.jp.prime-minister', 'person.abe-shinzo', '2006-09-26', '2007-09-26'),
  tenure('office.jp.prime-minister', 'person.abe-shinzo', '2012-12-26', '2020-09-16'),
  tenure('office.jp.prime-minister', 'person.takaichi-sanae', '2025-10-21'),
  tenure('office.jp.foreign-minister', 'person.motegi-toshimitsu', '2025-10-21'),
  tenure('office.jp.defense-minister', 'person.koizumi-shinjiro', '2025-10-21'),
  tenure('office.us.president', 'person.obama-barack', '2009-01-20', '2017-01-20'),
  tenure('office.us.president', 'person.trump-donald', '2017-01-20', '2021-01-20'),
  tenure('office.us.president', 'person.trump-donald', '2025-01-20'),
  tenure('office.us.secretary-of-state', 'person.rubio-marco', '2025-01-21'),
]

const record = compileEngine({ version: 'test', entities, tenures }, grammar)
export const engine = openEngine(record)

export const documentOf = (text: string, publishedAt: string | null): Document => ({
  url: null,
  publisher: null,
  publishedAt,
  blocks: text
    .split('\n')
    .map((line, k) => ({ kind: 'paragraph', id: `p${k}`, runs: [{ text: line }] })),
})

/** Mentions of a text, one line a paragraph. */
export const read = (text: string, publishedAt: string | null = '2026-02-21') =>
  engine.annotate(documentOf(text, publishedAt)).mentions

/** As {@link said}, with a glossary of a test's own. */
export const sayer = (entities: Entity[], tenures: Tenure[]) => {
  const own = openEngine(compileEngine({ version: 'test', entities, tenures }, grammar))
  return (text: string, publishedAt: string): string[] =>
    shown(own.annotate(documentOf(text, publishedAt)).mentions, entities)
}

/** `surface=headword` of each mention, the person of a bare role behind an arrow. */
export const said = (text: string, publishedAt?: string | null): string[] =>
  shown(read(text, publishedAt), entities)

const shown = (mentions: ReturnType<typeof read>, known: Entity[]): string[] =>
  mentions.map(
    ({ surface, headword, refersTo }) =>
      `${surface}=${headword}${refersTo ? `→${known.find(({ id }) => id === refersTo)?.headword}` : ''}`,
  )
