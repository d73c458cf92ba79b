import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import world from 'world-countries'
import { loadAssets } from '../../lib/glossary/load'

const made: string[] = []
afterEach(async () => {
  for (const dir of made.splice(0)) await rm(dir, { recursive: true })
})

async function assets(files: Record<string, string>): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'assets-'))
  made.push(dir)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(dir, name)), { recursive: true })
    await writeFile(join(dir, name), text)
  }
  return dir
}

const OTHERS = world.map(({ cca2 }) => `'${cca2}'`).filter((code) => code !== "'KR'")
const COUNTRIES = `asOf: 2026-03-21
leaveOut: { reason: 試験, codes: [${OTHERS}] }
countries:
  - { code: KR, reading: かんこく, aliases: [{ form: 韓, kind: abbreviation }], reason: 読み }
descriptions:
  - { code: KR, gloss: 半島の南の国。, text: 長い説明。, sources: [{ publication: nhk }] }
memberships:
  - { framework: framework.g20, countries: [KR] }
capitals:
  - { id: place.kr.seoul, country: KR, headword: ソウル, reading: ソウル, english: Seoul, gloss: 韓国の首都。 }
`
const ENTRY = `  - id: org.jp.nss
    headword: 国家安全保障局
    reading: こっかあんぜんほしょうきょく
    english: National Security Secretariat
    gloss: 外交と安全保障の政策を調整する内閣官房の組織。
`
const HEAD = 'kind: organisation\nbasis: general\nasOf: 2026-03-21\nentries:\n'

describe('loading the assets', () => {
  it('takes kind, basis and day from the top of the file, and aliases short or long', async () => {
    const data = await loadAssets(
      await assets({
        'glossary/org/japan.yaml': `${HEAD}${ENTRY}    aliases:
      - 国家安保局
      - { form: NSS, kind: abbreviation, when: { bound: true } }
    valid: 2014
    asOf: 2026-02-01
`,
      }),
    )
    expect(data.entities).toMatchObject([
      {
        kind: 'organisation',
        basis: 'general',
        asOf: '2026-02-01',
        valid: '2014',
        tier: 'key',
        aliases: [
          { form: '国家安保局', kind: 'variant' },
          { form: 'NSS', kind: 'abbreviation', when: { bound: true } },
        ],
      },
    ])
  })

  it('reads tenures, open ones too, and events with their sources', async () => {
    const data = await loadAssets(
      await assets({
        'glossary/tenures/us-president.yaml': `office: office.us.president
basis: general
asOf: 2026-03-21
tenures:
  - { person: person.biden-joe, from: 2021-01-20, to: 2025-01-20 }
  - { person: person.trump-donald, from: 2025-01-20 }
`,
        'events/2026.yaml': `basis: article
asOf: 2026-03-21
events:
  - id: 2026.a
    date: 2026-02
    type: meeting
    title: 会談
    sources: [{ publication: nhk, title: 題, figures: [{ label: 人数, value: 12 }] }]
`,
      }),
    )
    expect(data.tenures.map(({ office, to }) => [office, to])).toEqual([
      ['office.us.president', '2025-01-20'],
      ['office.us.president', null],
    ])
    expect(data.events).toMatchObject([
      { id: '2026.a', status: 'occurred', place: null, participants: [], basis: 'article' },
    ])
  })

  it('makes countries and capitals, which a written entry replaces', async () => {
    const files = { 'glossary/countries.yaml': COUNTRIES }
    const generated = (await loadAssets(await assets(files))).entities
    expect(generated.find(({ id }) => id === 'place.kr')).toMatchObject({
      headword: '韓国',
      tier: 'basic',
      gloss: '半島の南の国。',
      text: '長い説明。',
      relations: [{ to: 'framework.g20', type: 'member-of' }],
      basis: 'article',
      aliases: [
        { form: '韓', kind: 'abbreviation' },
        { form: '大韓民国', kind: 'full' },
      ],
    })
    const written = `kind: place
basis: general
asOf: 2026-03-21
entries:
  - { id: place.kr, headword: 韓国, reading: かんこく, english: South Korea, gloss: 自分で書いた説明。 }
`
    const { entities } = await loadAssets(
      await assets({ ...files, 'glossary/place/asia.yaml': written }),
    )
    expect(entities.filter(({ id }) => id === 'place.kr')).toMatchObject([
      { gloss: '自分で書いた説明。' },
    ])
    expect(entities).toHaveLength(generated.length)
  })

  it.each([
    ['a country of which nothing is said', "'JP',", '', 'JP needs a description'],
    ['a member that is no country', 'countries: [KR]', 'countries: [ZZ]', 'ZZ is no country'],
    ['a description of a place left out', 'KR, gloss: 半', 'JP, gloss: 半', 'JP is no country'],
  ])('refuses %s', async (_, from, to, message) => {
    expect(COUNTRIES).toContain(from)
    const dir = await assets({ 'glossary/countries.yaml': COUNTRIES.replace(from, to) })
    await expect(loadAssets(dir)).rejects.toThrow(message)
  })

  it('has the same version for the same content, another for any other', async () => {
    const file = `${HEAD}${ENTRY}`
    const versionOf = async (text: string) =>
      (await loadAssets(await assets({ 'glossary/org/a.yaml': text }))).version
    expect(await versionOf(file)).toBe(await versionOf(`# a comment\n${file}`))
    expect(await versionOf(file)).not.toBe(
      await versionOf(file.replace('2026-03-21', '2026-03-22')),
    )
  })

  it.each([
    ['a mistyped field', `${HEAD}${ENTRY}    alias: [NSS]\n`, /a\.yaml:\d+ org\.jp\.nss: .*alias/],
    [
      'a broken date',
      `${HEAD}${ENTRY}    valid: 2014-13\n`,
      /a\.yaml:10 org\.jp\.nss: valid: .*EDTF/,
    ],
    [
      'a reading not in kana',
      HEAD + ENTRY.replace('こっか', '国家'),
      /a\.yaml:7 org\.jp\.nss: reading/,
    ],
    ['no basis', `kind: organisation\nentries:\n${ENTRY}`, /a\.yaml:3 org\.jp\.nss: no basis/],
    ['broken YAML', `${HEAD}${ENTRY}   aliases: [\n`, /a\.yaml:\d+: /],
  ])('names file, line and entry of %s', async (_, text, message) => {
    const dir = await assets({ 'glossary/org/a.yaml': text })
    await expect(loadAssets(dir)).rejects.toThrow(message)
  })
})
