/**
 * Bytes of a file to text: as the HTML standard says, and never as something nobody wrote.
 *
 * A byte order mark decides; then what the transport or the file declares, unless the bytes are
 * plainly another encoding's; then a guess that makes words of them. What none of these does is
 * refused rather than kept as mojibake.
 */
import sniff from 'html-encoding-sniffer'
import { type Likeness, likenessOf } from './japanese-likeness'

/** What Japanese files without a declaration are written in; the first of equals counts. */
const GUESSES = ['utf-8', 'shift_jis', 'euc-jp', 'iso-2022-jp']
const WIDE = ['utf-16le', 'utf-16be']
const UNDECLARED = 'undeclared'

interface Attempt extends Likeness {
  text: string
}

function attempt(bytes: Uint8Array, label: string): Attempt | null {
  try {
    const text = new TextDecoder(label).decode(bytes)
    return { text, ...likenessOf(text) }
  } catch {
    // An encoding nobody knows.
    return null
  }
}

/**
 * The text of an HTML file, or null where its bytes are no text in any encoding.
 * @param transport the charset that came with the file, where one did
 */
export function decodePage(bytes: Uint8Array, transport?: string): string | null {
  const declared = sniff(bytes, {
    defaultEncoding: UNDECLARED,
    ...(transport && { transportLayerEncodingLabel: transport }),
  })
  return decoded(bytes, declared === UNDECLARED ? null : declared)
}

/** The text of a file that can declare nothing (CSV, plain text), or null as above. */
export const decodePlain = (bytes: Uint8Array): string | null => decoded(bytes, null)

function decoded(bytes: Uint8Array, declared: string | null): string | null {
  const marked = markOf(bytes)
  if (marked) return whole(attempt(bytes, marked))
  if (isAscii(bytes)) return new TextDecoder().decode(bytes)
  const named = declared === null ? null : attempt(bytes, declared)
  if (named?.isText && named.isJapanese) return named.text
  // Half of the letters of a wide encoding are nulls, and nothing else has any.
  const labels = bytes.includes(0) ? WIDE : GUESSES
  const guesses = labels.flatMap((label) => attempt(bytes, label) ?? [])
  const japanese = guesses.filter(({ isText, isJapanese }) => isText && isJapanese)
  const [best] = japanese.sort((a, b) => a.strangeness - b.strangeness)
  if (best) return best.text
  // Not Japanese: believed where it says what it is, or where chance can't have made it.
  return whole(named) ?? whole(guesses.find((_, at) => labels[at] === 'utf-8'))
}

const whole = (tried: Attempt | null | undefined): string | null =>
  tried?.isText ? tried.text : null

const starts = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, at) => bytes[at] === byte)

/** The encoding that a byte order mark names. */
export function markOf(bytes: Uint8Array): string | null {
  if (starts(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be'
  return starts(bytes, 0xff, 0xfe) ? 'utf-16le' : null
}

/** Escape is no letter: ISO-2022-JP is all of ASCII's bytes. */
const isAscii = (bytes: Uint8Array): boolean =>
  bytes.every((byte) => byte < 0x80 && byte !== 0x1b && byte !== 0)
