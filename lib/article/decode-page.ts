/** Bytes of a saved page to text: UTF-8 unless the file says otherwise, as old Japanese pages do. */

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|^<\?xml[^>]+encoding=["']([\w-]+)/i

/** Decodes by byte order mark, then by what the first kilobyte declares, then as UTF-8. */
export function decodePage(bytes: Uint8Array): string {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024))
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null
  const declared = DECLARED.exec(head)
  for (const label of [marked, declared?.[1], declared?.[2], 'utf-8'])
    if (label)
      try {
        return new TextDecoder(label).decode(bytes)
      } catch {
        // An encoding nobody knows: the next guess.
      }
  return new TextDecoder().decode(bytes)
}
