/** Blocks as they may be kept: whole addresses, none that could run anything, pictures that have one. */
import type { Block, Image, Run } from './document'

const whole = (address: string, base: string, protocols: RegExp): string | null => {
  if (!URL.canParse(address, base)) return null
  const url = new URL(address, base)
  return protocols.test(url.protocol) && url.href.length <= 4_000 ? url.href : null
}

/** A link's address made whole, or null for anything but http, https and mailto. */
export const safeLink = (href: string, base: string): string | null =>
  whole(href, base, /^(https?|mailto):$/)

/** A picture's address made whole, or null for anything but http and https. */
export const safeImage = (src: string, base: string): string | null => whole(src, base, /^https?:$/)

function safeRun({ href, ...run }: Run, base: string): Run {
  const link = href ? safeLink(href, base) : null
  return link ? { ...run, href: link } : run
}

const safePicture = (image: Image, base: string): Image | null => {
  const src = safeImage(image.src, base)
  return src ? { ...image, src } : null
}

/** The block with safe addresses; a figure without a picture becomes its caption, or null. */
export function safeBlock(block: Block, base: string): Block | null {
  const runs = (list: readonly Run[]) => list.map((run) => safeRun(run, base))
  if (block.kind === 'table')
    return { ...block, rows: block.rows.map((row) => row.map((cell) => runs(cell))) }
  if (block.kind !== 'figure') return { ...block, runs: runs(block.runs) }
  const image = safePicture(block.image, base)
  if (image) return { ...block, image, runs: runs(block.runs) }
  return block.runs.length ? { kind: 'paragraph', id: block.id, runs: runs(block.runs) } : null
}
