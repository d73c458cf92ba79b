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
  const out: string[] = []
  const from: number[] = []
  const to: number[] = []
  const gaps: number[] = []
  let gap = NO_GAP
  const emit = (text: string, start: number, end: number) => {
    for (let k = 0; k < text.length; k++) {
      out.push(text[k] ?? '')
      from.push(start)
      to.push(end)
      gaps.push(k === 0 ? gap : NO_GAP)
    }
    gap = NO_GAP
  }
  const lastScript = (): Script => scriptOf(out.at(-1)?.charCodeAt(0) ?? 0)
  const n = original.length
  let i = 0
  while (i < n) {
    const c = original.codePointAt(i) ?? 0
    const width = c > 0xffff ? 2 : 1
    if (isInvisible(c)) {
      i += width
    } else if (isBreak(c) || isSpace(c)) {
      const end = endOfBlank(original, i)
      const left = lastScript()
      const right = scriptOf(end < n ? original.charCodeAt(end) : 0)
      const broken = end < n && hasBreak(original, i, end)
      const ended = SENTENCE_END.has(out.at(-1)?.charCodeAt(0) ?? 0)
      if (lines === 'hard' && /[\t\n\r]/.test(original.slice(i, end))) {
        emit('\n', i, end)
      } else if (broken && !ended && isWordPart(left) && isWordPart(right) && wraps(left, right)) {
        gap = LINE_GAP
      } else if (!broken && left === KATAKANA && right === KATAKANA && end - i === 1) {
        gap = SPACE_GAP
      } else {
        emit(broken && !isJoint(left, right) ? '\n' : ' ', i, end)
      }
      i = end
    } else if (isDot(c) && lastScript() === KATAKANA && nextScript(original, i + 1) === KATAKANA) {
      gap = DOT_GAP
      i++
    } else if (
      isDot(c) &&
      ((lastScript() === LATIN && nextScript(original, i + 1) === KATAKANA) ||
        (lastScript() === KATAKANA && nextScript(original, i + 1) === LATIN))
    ) {
      gap = DOT_GAP
      i++
    } else {
      i = foldOne(original, i, c, width, out, emit)
    }
  }
  return {
    text: out.join(''),
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    gap: Uint8Array.from(gaps),
  }
}

/** Folds a glossary form: its text, and a bit for every place where a separator dropped out. */
export function foldForm(form: string): { text: string; separators: number } {
  const { text, gap } = fold(form.trim())
  let separators = 0
  for (let k = 1; k < gap.length && k < 31; k++) if (gap[k] !== NO_GAP) separators |= 1 << k
  return { text, separators }
}

function foldOne(
  original: string,
  i: number,
  c: number,
  width: number,
  out: readonly string[],
  emit: (text: string, start: number, end: number) => void,
): number {
  let end = i + width
  while (end < original.length && isMark(original.charCodeAt(end))) end++
  let text: string
  if (end === i + width && c >= 0x3041 && c <= 0x9fff && !(c >= 0x3200 && c < 0x3400))
    text = String.fromCodePoint(c)
  else text = original.slice(i, end).normalize('NFKC')
  const previous = out.at(-1) ?? ''
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
  emit(text, i, end)
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
