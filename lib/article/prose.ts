/** How much running text stands below each element of a page. */
import { dataOf, isElement, isText, tagOf, walkInSteps } from './dom'
import { isFurniture } from './furniture'
import type { Steps } from './steps'

/** A teaser or a caption is shorter; a paragraph of news is not, and one with a full stop need not be long. */
export const PARAGRAPH = 25
const SENTENCE = 12

const INLINE = new Set(
  'a abbr b bdi bdo br cite code data em font i kbd mark q rb ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/**
 * Prose (text with sentences, outside links) below each element of `root`, in UTF-16 units.
 *
 * @param drop selector of what does not count
 * @param kept elements that count whatever they are called
 */
export function* weigh(
  root: Element,
  drop: string,
  kept = new Set<Element>(),
): Steps<Map<Element, number>> {
  const mass = new Map<Element, number>()
  /** Running text of the block that is being read: prose so far, and what punctuation it has. */
  const open: { element: Element; prose: number; comma: boolean; stop: boolean; inside: number }[] =
    []
  let links = 0
  yield* walkInSteps(
    root,
    (node) => {
      const now = open.at(-1)
      if (isText(node)) {
        if (now && !links) {
          const data = dataOf(node)
          now.prose += data.trim().length
          now.comma ||= /[、，]|[.!?]\s/.test(data)
          now.stop ||= /[。．]/.test(data)
        }
        return false
      }
      if (!isElement(node)) return false
      const tag = tagOf(node)
      const block = !INLINE.has(tag)
      if (isFurniture(node, block && node !== root && !kept.has(node), drop)) return false
      if (tag === 'a') links++
      if (block) open.push({ element: node, prose: 0, comma: false, stop: false, inside: 0 })
      return true
    },
    (node) => {
      if (tagOf(node) === 'a') links--
      if (open.at(-1)?.element !== node) return
      const done = open.pop()
      if (!done) return
      const prose =
        (done.stop ? done.prose >= SENTENCE : done.comma && done.prose >= PARAGRAPH) &&
        !/^h\d$/.test(tagOf(node))
      const own = prose ? done.prose : 0
      const all = own + done.inside
      if (all) mass.set(done.element, all)
      const outer = open.at(-1)
      if (outer) outer.inside += all
    },
  )
  return mass
}
