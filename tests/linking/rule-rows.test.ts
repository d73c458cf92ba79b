/** Every row of assets/rules is tested by its own sentences. */
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRules } from '../../lib/glossary/grammar'
import { read } from './fixture'

const rows = await readRules(join(import.meta.dirname, '../../assets'))
const ids = new Set(rows.map(({ id }) => `form.${id}`))

/** Names that a row speaks for in a sentence. */
const named = (sentence: string) =>
  read(sentence)
    .filter(({ entity }) => entity === null)
    .map(({ surface, kind }) => `${surface} ${kind}`)

describe.each(rows)('the row $id', ({ id, gives, says, not }) => {
  it('has an id of its own', () => {
    expect(ids.size).toBe(rows.length)
    expect(id).toMatch(/^unlisted-[a-z]+$/)
  })

  it.each(says)('says %s', (sentence) => {
    const name = /\[(.+)\]/u.exec(sentence)?.[1]
    expect(named(sentence.replace(/[[\]]/gu, ''))).toEqual([`${name} ${gives}`])
  })

  it.each(not)('says nothing in %s', (sentence) => {
    expect(named(sentence)).toEqual([])
  })
})
