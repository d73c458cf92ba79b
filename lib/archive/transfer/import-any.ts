/** Whose file is this? Decided by what is in it, not by its name. */
import { markOf } from '../../article/decode-page'
import { isHtmlFile } from './import-html'
import { isInstapaperCsv } from './import-instapaper'
import { isZip } from './import-omnivore'
import { isPocketCsv, isPocketHtml } from './import-pocket'
import { isRaindropCsv } from './import-raindrop'

export type FileKind =
  | 'bunmyaku'
  | 'pocket-csv'
  | 'pocket-html'
  | 'instapaper'
  | 'raindrop'
  | 'omnivore'
  | 'html'
  | 'unknown'

/** Looks at a file's first bytes. A plain or packed file of lines may be ours: the import says. */
export async function fileKind(file: File): Promise<FileKind> {
  const bytes = new Uint8Array(await file.slice(0, 4096).arrayBuffer())
  if (isZip(bytes)) return 'omnivore'
  // All that is looked for is ASCII, which the encodings of Japanese lists share.
  const head = new TextDecoder(markOf(bytes) ?? 'utf-8').decode(bytes)
  if ((bytes[0] === 0x1f && bytes[1] === 0x8b) || /^\ufeff?\{"format":/.test(head))
    return 'bunmyaku'
  if (isPocketCsv(head)) return 'pocket-csv'
  if (isInstapaperCsv(head)) return 'instapaper'
  if (isRaindropCsv(head)) return 'raindrop'
  if (isPocketHtml(head)) return 'pocket-html'
  return isHtmlFile(file) ? 'html' : 'unknown'
}
