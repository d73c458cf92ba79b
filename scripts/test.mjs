/**
 * `npm test`: everything that must hold before a change is kept, one step after another.
 *
 * Every step runs even where an earlier one failed, so that one run tells all.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { ensureBrowsers } from './browsers.mjs'
import { ensurePackages, run } from './setup.mjs'

/** @type {import('./browsers.mjs').Family[]} */
const FAMILIES = ['chromium', 'firefox']

ensurePackages()
const browsers = ensureBrowsers(FAMILIES)

/** @type {[name: string, command: string, args: string[]][]} */
const STEPS = [
  ['glossary and history', 'npm', ['run', '--silent', 'compile']],
  ['types', 'npm', ['run', '--silent', 'types']],
  ['lint', 'npm', ['run', '--silent', 'lint']],
  ['dead code', 'npm', ['run', '--silent', 'dead']],
  ['unit and property', 'npm', ['run', '--silent', 'unit']],
  ['build', 'npm', ['run', '--silent', 'build:test']],
  ['sizes', 'npm', ['run', '--silent', 'budget']],
  ['end to end', 'npm', ['run', '--silent', 'e2e']],
]

rmSync('test-results', { recursive: true, force: true })
const results = STEPS.map(([name, command, args]) => {
  console.log(`\n— ${name}`)
  const started = Date.now()
  const passed = run(command, args)
  return { name, passed, seconds: (Date.now() - started) / 1000 }
})

for (const family of FAMILIES) {
  // A missing browser is a failure that is told, not a test quietly left out.
  if (!browsers[family])
    results.push({ name: `${family} is not installed`, passed: false, seconds: 0 })
}
console.log('')
for (const { name, passed, seconds } of results)
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name} (${seconds.toFixed(1)} s)`)
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/steps.json', JSON.stringify(results))
process.exit(results.every(({ passed }) => passed) ? 0 : 1)
