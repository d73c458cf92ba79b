/** Text files as the command line takes them: `NAME.txt`, with `NAME.meta.json` beside it. Node only. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as v from 'valibot'
import type { Document } from '../lib/article/document'
import { type PlainDocument, plainDocument, readPlain } from '../lib/text/plain'

const Meta = v.object({
  id: v.optional(v.string()),
  published: v.optional(v.nullable(v.string()), null),
  publisher: v.optional(v.nullable(v.string()), null),
  url: v.optional(v.nullable(v.string()), null),
})

export interface TextFile {
  readonly id: string
  readonly plain: PlainDocument
  readonly document: Document
}

/**
 * Every text file of the paths, one after the other; what cannot be read is named on standard error as
 * `command: path: why` and makes the exit code 2.
 *
 * @param paths files, or folders of `.txt` files
 */
export async function* textFiles(
  command: string,
  paths: readonly string[],
): AsyncGenerator<TextFile> {
  for (const path of paths)
    for (const file of await filesIn(command, path)) {
      try {
        yield await read(file)
      } catch (error) {
        fail(command, file, error)
      }
    }
}

async function filesIn(command: string, path: string): Promise<string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path]
    const names = (await readdir(path)).filter((name) => name.endsWith('.txt')).sort()
    return names.map((name) => join(path, name))
  } catch (error) {
    fail(command, path, error)
    return []
  }
}

async function read(file: string): Promise<TextFile> {
  const bytes = await readFile(file)
  const plain = readPlain(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  const { url, publisher, published } = await metaOf(file)
  const document = plainDocument(plain, { url, publisher, publishedAt: published })
  return { id: basename(file).replace(/\.txt$/, ''), plain, document }
}

async function metaOf(file: string): Promise<v.InferOutput<typeof Meta>> {
  const text = await readFile(file.replace(/\.txt$/, '.meta.json'), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '{}'
      throw error
    },
  )
  return v.parse(Meta, JSON.parse(text))
}

function fail(command: string, path: string, error: unknown): void {
  console.error(`${command}: ${path}: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
