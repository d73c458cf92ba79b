/**
 * A binary record of named sections, so that a woken worker needs one read and no parsing.
 *
 * Layout, little-endian: magic `BMR1`, number of sections, then for each section its name (16 bytes
 * of ASCII), offset and length in bytes; then the sections, each aligned to 8 bytes.
 */
const MAGIC = 0x31524d42
const ENTRY = 24
const NAME = 16

/** Packs sections into one record. Names: ASCII, at most 16 characters. */
export function packSections(sections: Record<string, Uint8Array>): Uint8Array {
  const names = Object.keys(sections)
  const align = (n: number) => (n + 7) & ~7
  let offset = align(8 + names.length * ENTRY)
  const places = names.map((name) => {
    const at = offset
    offset = align(offset + (sections[name]?.byteLength ?? 0))
    return at
  })
  const record = new Uint8Array(offset)
  const view = new DataView(record.buffer)
  view.setUint32(0, MAGIC, true)
  view.setUint32(4, names.length, true)
  names.forEach((name, k) => {
    const section = sections[name]
    const at = places[k]
    if (!section || at === undefined) return
    const entry = 8 + k * ENTRY
    for (let j = 0; j < NAME; j++) record[entry + j] = name.charCodeAt(j) || 0
    view.setUint32(entry + NAME, at, true)
    view.setUint32(entry + NAME + 4, section.byteLength, true)
    record.set(section, at)
  })
  return record
}

/**
 * Opens a record; the sections are views into it, not copies.
 * @throws {Error} where the bytes are no such record or are cut off.
 */
export function openSections(record: Uint8Array): (name: string) => Uint8Array {
  // Typed arrays of wider units need an aligned start.
  const bytes = record.byteOffset % 8 === 0 ? record : record.slice()
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC)
    throw new Error('not a compiled glossary record')
  const count = view.getUint32(4, true)
  const sections = new Map<string, Uint8Array>()
  if (8 + count * ENTRY > bytes.byteLength) throw new Error('compiled glossary record is cut off')
  for (let k = 0; k < count; k++) {
    const entry = 8 + k * ENTRY
    const name = String.fromCharCode(...bytes.subarray(entry, entry + NAME)).replace(/\0+$/, '')
    const at = view.getUint32(entry + NAME, true)
    const length = view.getUint32(entry + NAME + 4, true)
    if (at + length > bytes.byteLength) throw new Error('compiled glossary record is cut off')
    sections.set(name, bytes.subarray(at, at + length))
  }
  return (name) => {
    const section = sections.get(name)
    if (!section) throw new Error(`compiled glossary record has no section ${name}`)
    return section
  }
}

/** The bytes of a typed array, as a section. */
export const bytesOf = (array: ArrayBufferView): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
