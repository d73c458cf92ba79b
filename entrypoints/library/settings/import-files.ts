/** Any file that the reader chose, merged into the archive by the import that its content asks for. */
import browser from 'webextension-polyfill'
import type { Engine } from '../../../lib/annotation'
import { importArchive } from '../../../lib/archive/transfer/import'
import { type FileKind, fileKind } from '../../../lib/archive/transfer/import-any'
import { readHtmlFiles } from '../../../lib/archive/transfer/import-html'
import { readInstapaper } from '../../../lib/archive/transfer/import-instapaper'
import { readOmnivore } from '../../../lib/archive/transfer/import-omnivore'
import { importPages, type KeptPages } from '../../../lib/archive/transfer/import-pages'
import { readPocketCsv, readPocketHtml } from '../../../lib/archive/transfer/import-pocket'
import { readRaindrop } from '../../../lib/archive/transfer/import-raindrop'
import { FileRefused } from '../../../lib/archive/transfer/read-lines'
import type { ImportReport } from '../../../lib/archive/transfer/report'
import { openEngine } from '../../../lib/engine'
import { db } from '../database'

export interface ImportProgress {
  phase: 'check' | 'write'
  done: number
  /** null: not known. */
  total: number | null
}

interface Options {
  signal: AbortSignal
  salvage: boolean
  onProgress: (progress: ImportProgress) => void
}

/** A document that runs no script and loads nothing. */
const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html')

/** The engine of this page: pages of other programs are read and linked as a live page is. */
async function loadEngine(): Promise<Engine> {
  const bytes = await (await fetch(browser.runtime.getURL('data/engine.bin'))).arrayBuffer()
  return openEngine(new Uint8Array(bytes))
}

function pagesOf(
  kind: Exclude<FileKind, 'bunmyaku' | 'unknown'>,
  files: readonly File[],
): KeptPages {
  const [file = new File([], '')] = files
  switch (kind) {
    case 'pocket-csv':
      return readPocketCsv(file)
    case 'pocket-html':
      return readPocketHtml(file, parse)
    case 'instapaper':
      return readInstapaper(file)
    case 'raindrop':
      return readRaindrop(file)
    case 'omnivore':
      return readOmnivore(file, parse)
    case 'html':
      return readHtmlFiles(files, parse)
  }
}

/**
 * @param files one file of any kind, or a folder of saved pages.
 * @throws FileRefused, StorageError, or the signal's reason; what was written before stays whole.
 */
export async function importFiles(
  files: readonly File[],
  { signal, salvage, onProgress }: Options,
): Promise<ImportReport> {
  const [file] = files
  const kind = files.length > 1 ? 'html' : file ? await fileKind(file) : 'unknown'
  // Plain lines without our header are refused by the archive's own import, with the reason.
  if (file && (kind === 'bunmyaku' || (kind === 'unknown' && /\.ndjson$/i.test(file.name))))
    return importArchive(db, file, {
      signal,
      salvage,
      onProgress: ({ phase, line, lines }) =>
        onProgress({ phase, done: line, total: lines || null }),
    })
  if (kind === 'unknown' || kind === 'bunmyaku')
    throw new FileRefused('not-ours', 'of no kind that is known')
  return importPages(db, await loadEngine(), pagesOf(kind, files), {
    signal,
    onProgress: (report) =>
      onProgress({
        phase: 'write',
        done: report.new + report.same + report.different + report.refused,
        total: kind === 'html' ? files.length : null,
      }),
  })
}
