/**
 * `npm run bench -- [NAME...] [--json]`: speeds as ratios against a peer timed in the same run.
 *
 * Without names every benchmark that needs no browser runs. Prints a table, or with `--json` one
 * object a figure.
 */
import type { Figure } from './bench/measure'

const BENCHES: Readonly<Record<string, () => Promise<{ measure(): Promise<Figure[]> }>>> = {
  matcher: () => import('./bench/matcher'),
  annotate: () => import('./bench/annotate'),
  dates: () => import('./bench/dates'),
  linear: () => import('./bench/linear'),
  archive: () => import('./bench/archive'),
  page: () => import('./bench/page'),
  story: () => import('./bench/story'),
}
/** Take a browser or long: only where they are named. */
const ONLY_NAMED = new Set(['archive', 'linear', 'page', 'story'])

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('--'))
const unknown = names.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(
    `bench: no benchmark ${unknown.join(', ')}; there are ${Object.keys(BENCHES).join(', ')}`,
  )
  process.exit(2)
}

const figures: Figure[] = []
for (const [name, load] of Object.entries(BENCHES)) {
  if (names.length > 0 ? !names.includes(name) : ONLY_NAMED.has(name)) continue
  const { measure } = await load()
  figures.push(...(await measure()))
}
if (args.includes('--json')) for (const figure of figures) console.log(JSON.stringify(figure))
else
  console.table(
    Object.fromEntries(
      figures.map(({ name, value, unit, better, budget, peer }) => [
        name,
        { value, unit, budget: budget ? `${better === 'lower' ? '≤' : '≥'} ${budget}` : '', peer },
      ]),
    ),
  )
