/** Holds the code to the table of rooms in ARCHITECTURE.md: what stands where, and which way arrows go. */
import { glob, readFile } from 'node:fs/promises'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '../..')
const CODE = ['{lib,components,entrypoints}/**/*.{ts,tsx}', 'wxt.config.ts']
/** `import … from`, `export … from`, a bare import, `import()`; types as well as values. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/gu
const COMMENT = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu

/** Rows of the table, from the bottom up: the paths that each names. */
async function rows(): Promise<string[][]> {
  const page = await readFile(join(ROOT, 'ARCHITECTURE.md'), 'utf8')
  const table = page.split('## Rooms')[1]?.split('\n## ')[0] ?? ''
  return table
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/gu)].map(([, path]) => path ?? ''),
    )
}

/** The row of a file: of several that name it, the one that does so most closely. */
function rowOf(file: string, table: readonly string[][]): number {
  let best = { row: -1, length: 0 }
  table.forEach((paths, row) => {
    for (const path of paths)
      if (
        (file === path || (path.endsWith('/') && file.startsWith(path))) &&
        path.length > best.length
      )
        best = { row, length: path.length }
  })
  return best.row
}

async function imports(): Promise<Map<string, string[]>> {
  const files = new Set<string>()
  for (const pattern of CODE) for await (const file of glob(pattern, { cwd: ROOT })) files.add(file)
  const graph = new Map<string, string[]>()
  for (const file of [...files].sort()) {
    const code = (await readFile(join(ROOT, file), 'utf8')).replace(COMMENT, '')
    const found = [...code.matchAll(IMPORT)].flatMap(([, path = '']) => {
      const base = normalize(join(dirname(file), path))
      return [base, `${base}.ts`, `${base}.tsx`].filter((name) => files.has(name))
    })
    graph.set(file, found)
  }
  return graph
}

/** Groups of files of which each leads to every other (Tarjan). */
function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const found: string[][] = []
  const visit = (file: string): number => {
    const number = order.size
    order.set(file, number)
    stack.push(file)
    let least = number
    for (const next of graph.get(file) ?? [])
      if (!order.has(next)) least = Math.min(least, visit(next))
      else if (stack.includes(next)) least = Math.min(least, order.get(next) ?? number)
    low.set(file, least)
    if (least === number) {
      const circle = stack.splice(stack.indexOf(file))
      if (circle.length > 1) found.push(circle)
    }
    return least
  }
  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return found
}

describe('the rooms of ARCHITECTURE.md', async () => {
  const table = await rows()
  const graph = await imports()

  it('have a place for every file', () => {
    expect(table.length).toBeGreaterThan(10)
    expect([...graph.keys()].filter((file) => rowOf(file, table) < 0)).toEqual([])
  })

  it('are all there', () => {
    const files = [...graph.keys()]
    const empty = table.flat().filter((path) => !files.some((file) => file.startsWith(path)))
    expect(empty).toEqual([])
  })

  it('use only what stands above them in the table', () => {
    const against = [...graph].flatMap(([file, targets]) =>
      targets
        .filter((target) => rowOf(target, table) > rowOf(file, table))
        .map((target) => `${file} → ${target}`),
    )
    expect(against).toEqual([])
  })

  it('have no circle, types included', () => {
    expect(circles(graph)).toEqual([])
  })

  it('sees a circle where there is one', () => {
    const circle = new Map([
      ['a', ['b']],
      ['b', ['c']],
      ['c', ['a']],
      ['d', ['a']],
    ])
    expect(circles(circle).map((files) => files.sort())).toEqual([['a', 'b', 'c']])
  })
})
