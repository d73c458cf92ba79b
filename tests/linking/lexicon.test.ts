import { glob, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readGrammar } from '../../lib/glossary/grammar'
import { openLexicon } from '../../lib/linking/record/lexicon'
import { grammar } from './fixture'

const ROOT = join(import.meta.dirname, '../..')

/** A grammar of a test's own, one text a file. */
async function written(files: Record<string, string>) {
  const dir = await mkdtemp(join(tmpdir(), 'bunmyaku-lexicon-'))
  await mkdir(join(dir, 'lexicon'))
  await mkdir(join(dir, 'rules'))
  await writeFile(join(dir, 'rules/unlisted.yaml'), 'rules: []\n')
  await writeFile(join(dir, 'weights.yaml'), 'weights: {}\n')
  for (const [name, text] of Object.entries(files))
    await writeFile(join(dir, 'lexicon', `${name}.yaml`), text)
  return readGrammar(dir)
}
const classes = "classes: { end: { means: an end, example: 'a|b' } }\n"

describe('the lexicon', () => {
  it('gives the words of a class, folded and longest first', async () => {
    const { lexicon } = await written({ a: `${classes}words:\n  会: end\n  第三会: end\n` })
    expect(openLexicon(lexicon).all('end')).toEqual(['第3会', '会'])
  })

  it('keeps what may not stand beside a word, and what the word is short for', async () => {
    const { lexicon } = await written({
      a: `${classes}words:\n  人: { is: end, notBefore: 口 権 }\n  地裁: { is: end, for: 地方裁判所 }\n`,
    })
    const words = openLexicon(lexicon)
    const pattern = new RegExp(words.any('end'), 'u')
    expect(pattern.test('人口')).toBe(false)
    expect(pattern.test('人々')).toBe(true)
    expect(words.full('end', '地裁')).toBe('地方裁判所')
  })

  it('names file and line of a word that stands twice, and of a class that is not told', async () => {
    const files = {
      a: `${classes}words:\n  会: end\n`,
      b: 'classes: {}\nwords:\n  会: end\n  団: nd\n',
    }
    await expect(written(files)).rejects.toThrow(
      'lexicon/b.yaml:3 会: stands in lexicon/a.yaml too\nlexicon/b.yaml:4 団: no file has a class nd',
    )
  })

  it('has no class that no rule asks for, and no rule asks for another', async () => {
    let code = ''
    for await (const file of glob('lib/**/*.ts', { cwd: ROOT }))
      code += await readFile(join(ROOT, file), 'utf8')
    const unused = Object.keys(grammar.lexicon).filter(
      (kind) => !code.includes(`'${kind}'`) && !/^(?:common|unlisted)-/.test(kind),
    )
    expect(unused).toEqual([])
    expect(() => openLexicon(grammar.lexicon).any('no-such-class')).toThrow('no-such-class')
  })
})
