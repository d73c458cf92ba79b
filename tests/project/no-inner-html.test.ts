/** The build takes the one place out of Preact that sets HTML from a string. */
import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { noInnerHtml } from '../../scripts/no-inner-html'

const { transform } = noInnerHtml() as unknown as {
  transform(code: string, id: string): { code: string } | null
}

it('leaves no assignment of innerHTML in the Preact that we ship', async () => {
  const id = import.meta.resolve('preact').replace(/^file:\/\//, '')
  const code = await readFile(id, 'utf8')
  expect(code).toContain('innerHTML=')
  expect(transform(code, id)?.code).not.toContain('innerHTML=')
})

it('stops the build where Preact does it otherwise', () =>
  expect(() => transform('e.innerHTML=words', '/node_modules/preact/dist/next.mjs')).toThrow(
    'sets HTML',
  ))

it('leaves other code alone', () => expect(transform('e.innerHTML=words', '/lib/a.ts')).toBeNull())
