/** One YAML file, parsed by a schema, with the line of every part kept for messages. Node only. */
import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { isCollection, isMap, isScalar, LineCounter, parseDocument, visit } from 'yaml'

/** Something wrong in one place of one file. */
export interface Finding {
  file: string
  line: number
  /** Id or headword of the entry, where there is one. */
  entry: string | null
  message: string
}

/** Everything found wrong, in one error whose message lists it line by line. */
export class AssetError extends Error {
  override name = 'AssetError'
  constructor(readonly findings: readonly Finding[]) {
    super(findings.map(describeFinding).join('\n'))
  }
}

/** `file:line entry: message`, as editors and terminals link it. */
export const describeFinding = ({ file, line, entry, message }: Finding): string =>
  `${file}:${line}${entry ? ` ${entry}` : ''}: ${message}`

export interface YamlFile<T> {
  value: T
  /** Line, counted from 1, of the node at a path (`['entries', 3]`), or of its nearest parent. */
  line(path: readonly (string | number)[]): number
}

/**
 * Reads and parses one file.
 * @param file absolute path; `name` is what messages call it.
 * @throws AssetError with every problem of the file.
 */
export async function readYamlFile<S extends v.GenericSchema>(
  file: string,
  name: string,
  schema: S,
): Promise<YamlFile<v.InferOutput<S>>> {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines })
  if (document.errors.length > 0)
    throw new AssetError(
      document.errors.map((error) => ({
        file: name,
        line: lines.linePos(error.pos[0]).line,
        entry: null,
        message: error.message.split('\n')[0] ?? error.code,
      })),
    )
  // No field of ours is a number: 2007 is a year and 7203 a securities code.
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === 'number' && node.source !== undefined) node.value = node.source
    },
  })
  const line = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length--) {
      const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      if ((isCollection(node) || isScalar(node)) && node.range)
        return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const parsed = v.safeParse(schema, document.toJS())
  if (parsed.success) return { value: parsed.output, line }
  throw new AssetError(
    parsed.issues.map((issue) => {
      const path = (issue.path ?? []).map((part) => part.key as string | number)
      return {
        file: name,
        line: line(path),
        entry: entryName(document.getIn(path.slice(0, 2))),
        message: `${path.slice(2).join('.') || path.join('.')}: ${issue.message}`,
      }
    }),
  )
}

/** How messages call an entry: by the first of these fields that it has. */
function entryName(node: unknown): string | null {
  if (!isMap(node)) return null
  for (const key of ['id', 'code', 'person', 'headword', 'form']) {
    const value = node.get(key)
    if (typeof value === 'string') return value
  }
  return null
}
