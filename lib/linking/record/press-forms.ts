/** How papers shorten the names of bodies, where no entry lists it: 京都大, 信越化, ファーストリテ. */

import type { Lexicon } from './lexicon'

/** A katakana name so long is cut off somewhere behind this share of it. */
const LONG = 8
const SHARE = 0.6
/** What is left of a name must still be one. */
const SHORTEST = 3

/**
 * Short forms of the full name of a body. They are names only where nothing goes on to either side
 * of them; compiling leaves out those that any entry or word list has.
 *
 * @param name Folded, without a qualifier.
 */
export function pressForms(name: string, lexicon: Lexicon): string[] {
  const forms = [...cutOff(name)]
  const end = lexicon.all('press-cut').find((word) => name.endsWith(word))
  const stem = end ? name.slice(0, -end.length) : ''
  for (const left of end ? (lexicon.full('press-cut', end) ?? '').split(' ') : [])
    forms.push(stem + left)
  const left = lexicon.all('press-left').find((word) => name.endsWith(word))
  if (left) forms.push(name.slice(0, -left.length))
  return forms.filter((form) => form.length >= SHORTEST && form !== name && !/[ぁ-ん]$/u.test(form))
}

/** ファーストリテ of ファーストリテイリング: papers cut where their columns end. */
function* cutOff(name: string): Generator<string> {
  if (name.length < LONG || !/^[ァ-ヺー]+$/u.test(name)) return
  for (let length = Math.ceil(SHARE * name.length); length <= name.length - 2; length++)
    yield name.slice(0, length)
}
