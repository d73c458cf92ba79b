/** A stream into a file of the reader's, without ever holding it in memory. */

/** The reader closed the browser's own dialog. */
export class Cancelled extends Error {
  override name = 'Cancelled'
}

interface SavePicker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<FileSystemFileHandle>
}

/** Not in Firefox, and not in the DOM's own types. */
const picker = (scope: object): SavePicker | null =>
  'showSaveFilePicker' in scope ? (scope as SavePicker) : null

/**
 * Where the browser lets a page write to a chosen file, it goes there; elsewhere (Firefox) into the
 * extension's private files first, and from there to the downloads.
 * @param open is called once there is somewhere to write to.
 * @param check is given what stands in the file; what it throws is thrown.
 * @throws Cancelled; the stream's own error, after which no half file is left.
 */
export async function writeFile(
  name: string,
  open: () => ReadableStream<Uint8Array<ArrayBuffer>>,
  check: (written: File) => Promise<unknown> = async () => undefined,
): Promise<void> {
  const chooser = picker(window)
  if (chooser) {
    const handle = await chooser.showSaveFilePicker({ suggestedName: name }).catch((error) => {
      throw error instanceof DOMException && error.name === 'AbortError' ? new Cancelled() : error
    })
    // The file is changed only when the stream has closed well.
    await open().pipeTo(await handle.createWritable())
    await check(await handle.getFile())
    return
  }
  const root = await navigator.storage.getDirectory()
  const handle = await root.getFileHandle(name, { create: true })
  try {
    await open().pipeTo(await handle.createWritable())
    const file = await handle.getFile()
    await check(file)
    download(name, file)
  } catch (error) {
    await root.removeEntry(name)
    throw error
  }
  // The download reads the private file after the click; it goes when that is surely done.
  setTimeout(() => void root.removeEntry(name).catch(() => undefined), 60_000)
}

/** Hands a file or a short text to the browser's downloads. */
export function download(name: string, data: Blob): void {
  const address = URL.createObjectURL(data)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
