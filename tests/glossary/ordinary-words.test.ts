import { describe, expect, it } from 'vitest'
import { readAssets } from '../../lib/glossary/load'
import { formsOf, lettersOf } from '../../lib/linking/record/forms'

const { data } = await readAssets(new URL('../../assets', import.meta.url).pathname)

/** Names of companies, parties and places that are words of everyday Japanese as well. */
const ORDINARY = [
  'スズキ',
  'イオン',
  'アマゾン',
  'メタ',
  'スバル',
  'みずほ',
  '武田',
  'オウム',
  'エクソン',
  'インテル',
  '金策',
  '花台',
  '連合',
  '参政',
]

const letters = lettersOf(data.entities)

describe('forms that are ordinary words too', () => {
  it.each(ORDINARY)('%s demands a context of every entry that claims it', (word) => {
    const claims = data.entities.flatMap((entity) =>
      formsOf(entity, letters).filter(({ form, kind }) => form === word && kind !== 'surname'),
    )
    expect(claims.length).toBeGreaterThan(0)
    for (const { when } of claims) expect(when).toBeDefined()
  })

  it('lets an alias that repeats the name set the condition of the name', () => {
    const suzuki = data.entities.find(({ id }) => id === 'org.suzuki')
    const form = suzuki && formsOf(suzuki, letters).find((each) => each.form === 'スズキ')
    expect(form).toMatchObject({ kind: 'headword', when: { document: expect.any(Array) } })
  })
})
