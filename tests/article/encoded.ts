/** Text as bytes of an old encoding: the inverse of the browser's decoder, found by trying it. */

const tables = new Map<string, Map<string, number[]>>()

function tableOf(label: string): Map<string, number[]> {
  const known = tables.get(label)
  if (known) return known
  const table = new Map<string, number[]>()
  const decoder = new TextDecoder(label, { fatal: true })
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      try {
        const letter = decoder.decode(Uint8Array.of(first, second))
        if ([...letter].length === 1 && !table.has(letter)) table.set(letter, [first, second])
      } catch {
        // No letter stands there.
      }
  tables.set(label, table)
  return table
}

/** @throws Error where a letter is not in the encoding. */
export function encoded(
  text: string,
  label: 'utf-8' | 'shift_jis' | 'euc-jp' | 'iso-2022-jp',
): Uint8Array<ArrayBuffer> {
  if (label === 'utf-8') return new TextEncoder().encode(text)
  const table = tableOf(label === 'shift_jis' ? label : 'euc-jp')
  const out: number[] = []
  let wide = false
  for (const letter of text) {
    const plain = letter.charCodeAt(0) < 0x80
    const bytes = plain ? [letter.charCodeAt(0)] : table.get(letter)
    if (!bytes) throw new Error(`${letter} is not in ${label}`)
    if (label !== 'iso-2022-jp') out.push(...bytes)
    else {
      if (plain === wide) out.push(...(plain ? [0x1b, 0x28, 0x42] : [0x1b, 0x24, 0x42]))
      wide = !plain
      out.push(...bytes.map((byte) => byte & 0x7f))
    }
  }
  if (wide) out.push(0x1b, 0x28, 0x42)
  return Uint8Array.from(out)
}
