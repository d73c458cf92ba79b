/**
 * Folding: the same name written differently becomes the same string, and every folded unit knows
 * which stretch of the original it came from.
 *
 * NFKC with half-width kana composed, variant ideographs, ヴ as ブ, dashes, kanji digits as digits;
 * invisible characters, separators inside foreign names and line breaks inside words drop out and
 * leave a note (`gap`) before the unit that follows them.
 */
import { DIGIT, HAN, isJapanese, KATAKANA, LATIN, OTHER, type Script, scriptOf } from './script'
import { usualForm } from './variants'

export const NO_GAP = 0
/** ・ or ＝ between katakana stood here. */
export const DOT_GAP = 1
/** A space between katakana words stood here. */
export const SPACE_GAP = 2
/** A line break inside running text stood here. */
export const LINE_GAP = 3

export interface Folded {
  readonly text: string
  /** UTF-16 offset in the original of each folded unit's first unit. */
  readonly from: Int32Array
  /** UTF-16 offset in the original behind each folded unit's last unit. */
  readonly to: Int32Array
  /** What dropped out just before each folded unit. */
  readonly gap: Uint8Array
}

const isInvisible = (c: number): boolean =>
  c === 0xad ||
  (c >= 0x200b && c <= 0x200f) ||
  c === 0x2060 ||
  c === 0xfeff ||
  (c >= 0xfe00 && c <= 0xfe0f) ||
  (c >= 0xe0100 && c <= 0xe01ef)
const isMark = (c: number): boolean =>
  c === 0x3099 || c === 0x309a || c === 0xff9e || c === 0xff9f || (c >= 0x300 && c <= 0x36f)
const isBreak = (c: number): boolean => c === 0x0a || c === 0x0d || c === 0x2028 || c === 0x2029
const isSpace = (c: number): boolean =>
  c === 0x20 || c === 0x09 || c === 0x3000 || c === 0xa0 || (c >= 0x2000 && c <= 0x200a)
const isDot = (c: number): boolean =>
  c === 0x30fb || c === 0xff65 || c === 0x3d || c === 0xff1d || c === 0x30a0 || c === 0xb7
const isDash = (c: number): boolean =>
  (c >= 0x2010 && c <= 0x2015) || c === 0x2212 || c === 0x2d || c === 0xff0d || c === 0x2500
const SENTENCE_END = new Set([...'。！？!?'].map((x) => x.charCodeAt(0)))
const KANJI_DIGITS = '〇一二三四五六七八九'
const VU: Record<string, string> = { ァ: 'バ', ィ: 'ビ', ェ: 'ベ', ォ: 'ボ' }
const E_ROW = new Set('エケセテネヘメレゲゼデベペェ')

/**
 * Folds a text. Linear in its length; takes any string, lone surrogates too.
 *
 * @param lines `hard` keeps line breaks and tabs as borders, as between the cells of a table.
 */
export function fold(original: string, lines: 'soft' | 'hard' = 'soft'): Folded {
  const out = new Output(original)
  const n = original.length
  let i = 0
  while (i < n) {
    // Nearly all of a text is plain: such stretches go over whole.
    const start = i
    while (i < n && PLAIN[original.charCodeAt(i)] === 1) i++
    if (i > start) {
      out.keep(start, i)
      continue
    }
    const c = original.codePointAt(i) ?? 0
    if (isMark(c) && out.keptUnit(i - 1)) {
      // A mark belongs to the character before it, which was taken for a plain one.
      out.undo()
      i = foldOne(original, i - 1, original.charCodeAt(i - 1), 1, out)
    } else if (isInvisible(c)) {
      i += c > 0xffff ? 2 : 1
    } else if (isBreak(c) || isSpace(c)) {
      i = foldBlank(original, i, lines, out)
    } else if (isDot(c) && joinsName(out.lastScript(), nextScript(original, i + 1))) {
      out.gap = DOT_GAP
      i++
    } else {
      i = foldOne(original, i, c, c > 0xffff ? 2 : 1, out)
    }
  }
  return out.folded()
}

/** What has been folded so far. */
class Output {
  /** Kind of what dropped out before the next unit. */
  gap = NO_GAP
  readonly #original: string
  #text = ''
  /** Units of the original from here on were kept as they are and are not yet in the text. */
  #keptFrom = 0
  #length = 0
  #from: Int32Array
  #to: Int32Array
  #gaps: Uint8Array

  constructor(original: string) {
    this.#original = original
    this.#from = new Int32Array(original.length)
    this.#to = new Int32Array(original.length)
    this.#gaps = new Uint8Array(original.length)
  }

  /** Takes a stretch of the original as it is. */
  keep(start: number, end: number): void {
    const first = this.#length
    const goesOn = this.#pending > 0 && this.#to[first - 1] === start
    if (!goesOn) {
      this.#flush()
      this.#keptFrom = start
    }
    this.#pending += end - start
    this.#length = first + end - start
    while (this.#length > this.#from.length) this.#grow()
    // Locals: a private field would be looked up anew for every unit.
    const [from, to, gaps] = [this.#from, this.#to, this.#gaps]
    for (let at = start, k = first; at < end; at++, k++) {
      from[k] = at
      to[k] = at + 1
      gaps[k] = NO_GAP
    }
    gaps[first] = this.gap
    this.gap = NO_GAP
  }

  /** Adds units that stand for a stretch of the original. */
  emit(text: string, start: number, end: number): void {
    this.#flush()
    this.#text += text
    if (text) this.#last = text.charAt(text.length - 1)
    for (let k = 0; k < text.length; k++) this.#put(start, end)
  }

  /** Whether the last unit is that unit of the original, kept as it was. */
  keptUnit(at: number): boolean {
    return this.#pending > 0 && this.#to[this.#length - 1] === at + 1
  }

  /** Takes the last kept unit back. */
  undo(): void {
    this.#pending--
    this.#length--
    this.gap = this.#gaps[this.#length] ?? NO_GAP
  }

  /** The last unit, '' at the start. */
  last(): string {
    if (this.#pending === 0) return this.#last
    return this.#original[(this.#to[this.#length - 1] ?? 0) - 1] ?? ''
  }

  lastScript(): Script {
    return scriptOf(this.last().charCodeAt(0))
  }

  folded(): Folded {
    this.#flush()
    // Nothing dropped out of most texts: then the arrays are as long as they should be.
    if (this.#length === this.#from.length)
      return { text: this.#text, from: this.#from, to: this.#to, gap: this.#gaps }
    return {
      text: this.#text,
      from: this.#from.subarray(0, this.#length),
      to: this.#to.subarray(0, this.#length),
      gap: this.#gaps.subarray(0, this.#length),
    }
  }

  #pending = 0
  /** The last unit of the text. Asked of the text itself, it would join all of it anew each time. */
  #last = ''

  #flush(): void {
    if (this.#pending === 0) return
    const kept = this.#original.slice(this.#keptFrom, this.#keptFrom + this.#pending)
    this.#text += kept
    this.#last = kept.charAt(kept.length - 1)
    this.#pending = 0
  }

  #put(start: number, end: number): void {
    const k = this.#length++
    if (k >= this.#from.length) this.#grow()
    this.#from[k] = start
    this.#to[k] = end
    this.#gaps[k] = this.gap
    this.gap = NO_GAP
  }

  #grow(): void {
    const size = this.#from.length * 2 + 16
    const [from, to, gaps] = [new Int32Array(size), new Int32Array(size), new Uint8Array(size)]
    from.set(this.#from)
    to.set(this.#to)
    gaps.set(this.#gaps)
    this.#from = from
    this.#to = to
    this.#gaps = gaps
  }
}

/** White space and line breaks: a border, a space, or nothing within a word. */
function foldBlank(original: string, i: number, lines: 'soft' | 'hard', out: Output): number {
  const end = endOfBlank(original, i)
  const left = out.lastScript()
  const right = scriptOf(end < original.length ? original.charCodeAt(end) : 0)
  const broken = end < original.length && hasBreak(original, i, end)
  const ended = SENTENCE_END.has(out.last().charCodeAt(0))
  if (lines === 'hard' && /[\t\n\r]/.test(original.slice(i, end))) out.emit('\n', i, end)
  else if (broken && !ended && isWordPart(left) && isWordPart(right) && wraps(left, right))
    out.gap = LINE_GAP
  else if (!broken && left === KATAKANA && right === KATAKANA && end - i === 1) out.gap = SPACE_GAP
  else out.emit(broken && !isJoint(left, right) ? '\n' : ' ', i, end)
  return end
}

/** ・ and ＝ drop out between katakana, and between katakana and a Latin initial. */
const joinsName = (left: Script, right: Script): boolean =>
  left === KATAKANA ? right === KATAKANA || right === LATIN : left === LATIN && right === KATAKANA

/** 1 for the units that folding leaves as they are, whatever stands beside them (a mark aside). */
const PLAIN = plainUnits()
function plainUnits(): Uint8Array {
  const plain = new Uint8Array(65536)
  plain.fill(1, 0x21, 0x7f)
  plain.fill(1, 0x3001, 0x3003)
  plain.fill(1, 0x300c, 0x3010)
  plain.fill(1, 0x3041, 0x3097)
  plain.fill(1, 0x30a1, 0x30fb)
  plain.fill(1, 0x30fc, 0x30fd)
  plain.fill(1, 0x4e00, 0xa000)
  for (let unit = 0x4e00; unit < 0xa000; unit++) if (usualForm(unit)) plain[unit] = 0
  for (const unit of `${KANJI_DIGITS}ヴイヵヶ=-`) plain[unit.charCodeAt(0)] = 0
  return plain
}

/** Folds a glossary form: its text, and a bit for every place where a separator dropped out. */
export function foldForm(form: string): { text: string; separators: number } {
  const { text, gap } = fold(form.trim())
  let separators = 0
  for (let k = 1; k < gap.length && k < 31; k++) if (gap[k] !== NO_GAP) separators |= 1 << k
  return { text, separators }
}

function foldOne(original: string, i: number, c: number, width: number, out: Output): number {
  let end = i + width
  while (end < original.length && isMark(original.charCodeAt(end))) end++
  let text: string
  if (end === i + width && c >= 0x3041 && c <= 0x9fff && !(c >= 0x3200 && c < 0x3400))
    text = String.fromCodePoint(c)
  else text = original.slice(i, end).normalize('NFKC')
  const previous = out.last()
  const afterKatakana = scriptOf(previous.charCodeAt(0)) === KATAKANA
  if (text.length === 1 || c > 0xffff) {
    const unit = text.codePointAt(0) ?? 0
    const digit = KANJI_DIGITS.indexOf(text)
    if (isDash(unit)) text = afterKatakana && unit !== 0x2d ? 'ー' : '-'
    else if (unit === 0x301c) text = '~'
    else if (digit >= 0) text = String(digit)
    else if (text === 'ヴ') {
      const next = original[end] ?? ''
      text = VU[next] ?? 'ブ'
      if (VU[next]) end++
    } else if (text === 'イ' && afterKatakana && E_ROW.has(previous)) text = 'ー'
    else if (text === 'ヶ' || text === 'ヵ') text = 'カ'
    else text = usualForm(unit) ?? text
  }
  out.emit(text, i, end)
  return end
}

function endOfBlank(text: string, start: number): number {
  let end = start
  while (end < text.length) {
    const c = text.charCodeAt(end)
    if (!isBreak(c) && !isSpace(c) && !isInvisible(c)) break
    end++
  }
  return end
}

function hasBreak(text: string, start: number, end: number): boolean {
  for (let k = start; k < end; k++) if (isBreak(text.charCodeAt(k))) return true
  return false
}

function nextScript(text: string, i: number): Script {
  let k = i
  while (k < text.length && isInvisible(text.charCodeAt(k))) k++
  return scriptOf(k < text.length ? text.charCodeAt(k) : 0)
}

const isWordPart = (script: Script): boolean => script !== OTHER
/** Japanese on one side at least: between two Latin words a line break is a space. */
const wraps = (left: Script, right: Script): boolean => isJapanese(left) || isJapanese(right)
const isJoint = (left: Script, right: Script): boolean =>
  (left === LATIN || left === DIGIT || left === HAN) && (right === LATIN || right === DIGIT)
