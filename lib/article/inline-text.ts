/** Builds the text of one block out of text nodes, white space as rendered, every character traceable. */
import type { Run } from './document'
import { dataOf } from './dom'

/**
 * `length` characters from `start` in the block's text stand unchanged from `nodeStart` in `node`.
 * Offsets are UTF-16 code units. Characters that no segment covers (a line break for `<br>`, a
 * space for a tab or newline of the source) exist in the text alone.
 */
export interface Segment {
  node: Text
  nodeStart: number
  start: number
  length: number
}

/** What holds of a stretch of text: its link and its stress. */
export interface Inline {
  href: string
  mark: Run['mark'] | undefined
}

/** White space; characters that are not seen (soft hyphen, zero width); everything else. */
const PIECES = /([ \t\n\r\f]+)|([\u00AD\u200B\u2060\uFEFF]+)|[^ \t\n\r\f\u00AD\u200B\u2060\uFEFF]+/g
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u
/** Paragraphs are indented by an ideographic or a no-break space: layout, not text. */
const INDENT = /^[\u3000\u00A0]+/

export class InlineText {
  runs: Run[] = []
  readonly segments: Segment[] = []
  /** Length of the block's text so far, and where the present cell or block began. */
  length = 0
  #from = 0
  #last = ''
  #space: { node: Text; at: number; broken: boolean } | null = null
  #bases: Run[][] = []
  #base: Run[] | null = null
  #inRuby = false

  get empty(): boolean {
    return this.length === this.#from
  }

  /** Adds a text node's characters `from`…`to`. White space folds as CSS Text 3 has it: a line end between wide characters is nothing. */
  add(node: Text, inline: Inline, from: number, to: number): void {
    const data = dataOf(node).slice(from, to)
    for (const piece of data.matchAll(PIECES)) {
      let at = from + piece.index
      let text = piece[0]
      if (piece[2]) continue
      if (piece[1]) {
        this.#space ??= { node, at, broken: false }
        this.#space.broken ||= /[\n\r]/.test(text)
        continue
      }
      if (this.empty) {
        at += text.length
        text = text.replace(INDENT, '')
        at -= text.length
      }
      if (text) this.#append(node, at, text, inline)
    }
  }

  #append(node: Text, at: number, text: string, inline: Inline): void {
    const space = this.#space
    this.#space = null
    const first = String.fromCodePoint(text.codePointAt(0) ?? 0)
    const joined = space?.broken && WIDE.test(this.#last) && WIDE.test(first)
    if (space && !this.empty && this.#last !== '\n' && !joined) {
      if (dataOf(space.node)[space.at] === ' ') this.#trace(space.node, space.at, 1)
      this.#put(' ', inline)
    }
    this.#trace(node, at, text.length)
    this.#put(text, inline)
    this.#last = /[\uDC00-\uDFFF]$/.test(text) ? text.slice(-2) : text.slice(-1)
  }

  #trace(node: Text, nodeStart: number, length: number): void {
    const before = this.segments.at(-1)
    const follows =
      before?.node === node &&
      before.nodeStart + before.length === nodeStart &&
      before.start + before.length === this.length
    if (follows) before.length += length
    else this.segments.push({ node, nodeStart, start: this.length, length })
  }

  #put(text: string, { href, mark }: Inline): void {
    const fresh = this.#inRuby && !this.#base
    const run = this.runs.at(-1)
    if (run && !fresh && !run.ruby && (run.href ?? '') === href && run.mark === mark)
      run.text += text
    else this.runs.push({ text, ...(href && { href }), ...(mark && { mark }) })
    if (this.#inRuby) {
      const now = this.runs.at(-1)
      this.#base ??= []
      if (now && this.#base.at(-1) !== now) this.#base.push(now)
    }
    this.length += text.length
  }

  /** A line break of the page. */
  break(inline: Inline): void {
    this.#space = null
    if (this.empty || this.#last === '\n') return
    this.#put('\n', inline)
    this.#last = '\n'
  }

  /** A gap as wide as a space, as between the lines of a caption. */
  gap(node: Text | null): void {
    if (node) this.#space ??= { node, at: -1, broken: false }
  }

  /** `<ruby>` begins or ends; what stands between is base text until a reading claims it. */
  ruby(inside: boolean): void {
    this.endBase()
    this.#bases = []
    this.#inRuby = inside
  }

  /** The end of a base (`</rb>`, or `<rt>` begins). */
  endBase(): void {
    if (this.#base) this.#bases.push(this.#base)
    this.#base = null
  }

  /** A reading, for the first base that has none. */
  reading(text: string): void {
    const [first, ...rest] = this.#bases.shift() ?? []
    if (!first || !text) return
    for (const run of rest) first.text += run.text
    this.runs.splice(this.runs.lastIndexOf(first) + 1, rest.length)
    first.ruby = text.slice(0, 500)
  }

  /** Takes trailing line breaks and ideographic spaces away: they are layout. */
  trim(): void {
    this.#space = null
    for (let run = this.runs.at(-1); run && !this.empty; run = this.runs.at(-1)) {
      const text = run.text.trimEnd()
      const cut = Math.min(run.text.length - text.length, this.length - this.#from)
      if (!cut) break
      this.length -= cut
      run.text = text
      if (!text) this.runs.pop()
    }
    for (let segment = this.segments.at(-1); segment; segment = this.segments.at(-1)) {
      segment.length = Math.min(segment.length, this.length - segment.start)
      if (segment.length > 0) break
      this.segments.pop()
    }
  }

  /** Ends a table's cell and begins the next, `joint` characters on; returns the ended cell's runs. */
  cell(joint: number): Run[] {
    this.trim()
    const runs = this.runs
    this.runs = []
    this.length += joint
    this.#from = this.length
    this.#last = ''
    this.ruby(false)
    return runs
  }
}
