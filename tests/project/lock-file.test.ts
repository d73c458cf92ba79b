/** `npm ci` on a fresh machine takes the lock file at its word. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { missingEntries } from '../../scripts/complete-lock.mjs'

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))

it('names every optional package of every platform (npm run lock mends it)', () => {
  expect(Object.keys(missingEntries(packages))).toEqual([])
})

it('finds a package that is named and has no entry', () => {
  const one = {
    '': {},
    'node_modules/a': { optionalDependencies: { 'a-linux-x64-musl': '^1.2.3' } },
  }
  expect(missingEntries(one)).toEqual({
    'node_modules/a-linux-x64-musl': {
      version: '1.2.3',
      cpu: ['x64'],
      os: ['linux'],
      libc: ['musl'],
      optional: true,
    },
  })
})

it('holds no address of a registry', () => {
  const addresses = Object.values(packages as Record<string, { resolved?: string }>).filter(
    ({ resolved }) => resolved?.startsWith('http'),
  )
  expect(addresses).toEqual([])
})
