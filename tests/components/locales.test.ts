import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from '../../public/_locales/en/messages.json'
import ja from '../../public/_locales/ja/messages.json'

const root = join(import.meta.dirname, '../..')
const messages = { ja, en } as Record<string, Record<string, { message: string }>>
const holes = (message: string) => [...message.matchAll(/\$\d/g)].map(([hole]) => hole).sort()

const sources = ['components', 'entrypoints', 'lib']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file))
      .map((file) => readFileSync(join(root, folder, file), 'utf8')),
  )
  .concat(readFileSync(join(root, 'wxt.config.ts'), 'utf8'))
  .join('\n')

describe('the surfaces’ words', () => {
  it('are complete in Japanese and in English', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(ja).sort())
  })

  it('take the same substitutions in both', () => {
    for (const key of Object.keys(ja))
      expect([key, holes(messages.en?.[key]?.message ?? '')]).toEqual([
        key,
        holes(messages.ja?.[key]?.message ?? ''),
      ])
  })

  it('are all said somewhere', () => {
    const unsaid = Object.keys(ja).filter((key) => !new RegExp(`\\b${key}(\\b|__)`).test(sources))
    expect(unsaid.filter((key) => !sources.includes(`__MSG_${key}__`))).toEqual([])
  })
})
