/** Adds up what was run and prints the closing line. Unit and browser tests count one by one, each other step as one. */
import { existsSync, readFileSync } from 'node:fs'

const RESULTS = 'test-results'
const json = (name) =>
  existsSync(`${RESULTS}/${name}`) ? JSON.parse(readFileSync(`${RESULTS}/${name}`, 'utf8')) : null

let passed = 0
let failed = 0
let skipped = 0
const count = (ok) => {
  if (ok) passed++
  else failed++
}

const suites = { 'unit and property': json('unit.json'), 'end to end': json('e2e.json') }
for (const [name, suite] of Object.entries(suites)) {
  // A runner that died before it wrote its report has failed.
  if (!suite) {
    console.log(`${name}: no report`)
    failed++
    continue
  }
  passed += suite.numPassedTests
  failed += suite.numFailedTests
  skipped += suite.numPendingTests + suite.numTodoTests
  // A file that could not be loaded has no tests to count.
  failed += suite.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  ).length
}
for (const step of json('steps.json') ?? []) if (!(step.name in suites)) count(step.passed)
if (existsSync(`${RESULTS}/scores.tsv`))
  for (const line of readFileSync(`${RESULTS}/scores.tsv`, 'utf8').trim().split('\n'))
    count(line.endsWith('\t1'))

console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)
