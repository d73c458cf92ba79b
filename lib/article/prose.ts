/** How much running text stands below each element of a page, and which boxes are about other things. */
import { attribute, dataOf, isElement, isText, tagOf, walkInSteps } from './dom'
import { isFurniture } from './furniture'
import type { Steps } from './steps'
import { leadsOn, siteName } from './teasers'

/** A teaser or a caption is shorter; a paragraph of news is not, and one with a full stop need not be long. */
export const PARAGRAPH = 25
const SENTENCE = 12

const INLINE = new Set(
  'a abbr b bdi bdo br button cite code data em font i kbd mark q rb ruby s samp slot small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)

/** What a box holds, in UTF-16 units. */
export interface Box {
  /** Running text: with sentences, outside links and outside boxes that are about other things. */
  prose: number
  /** All text but what only parts it. */
  text: number
  /** Of it, within links to other pages of the site. */
  linked: number
}

export interface Weighed {
  boxes: Map<Element, Box>
  /** Boxes that point to other articles, lists of links, and forms. */
  asides: Set<Element>
}

/** A box that is being read, and what tells whether it is about other things. */
export interface Weighing extends Box {
  element: Element
  own: number
  comma: boolean
  stop: boolean
  links: number
  controls: number
  /** Blocks that are a link and nothing else: titles of other articles. */
  titles: number
  /** What it begins with, a label in front left out. */
  first: 'title' | 'text' | null
  /** It holds a box that is about other things. */
  held: boolean
}

/** Separators of menus; they are no text. */
const PARTING = /[\s|｜/／・>＞»›:：]+/g
const CONTROL = /^(input|select|textarea)$/
const QUIET = /^(hidden|button|submit|image|reset)$/i
/** Longest label over a box. */
export const LABEL = 20

/**
 * Weighs every box below `root`.
 *
 * @param drop selector of what does not count
 * @param kept elements that count whatever they are called, and are never about other things
 * @param isAside whether a box is about other things; where that is not asked, none is
 */
export function* weigh(
  root: Element,
  drop: string,
  base: string,
  kept = new Set<Element>(),
  isAside: (box: Weighing) => boolean = () => false,
): Steps<Weighed> {
  const boxes = new Map<Element, Box>()
  const asides = new Set<Element>()
  const open: Weighing[] = []
  const site = siteName(base)
  let links = 0
  let away = 0
  yield* walkInSteps(
    root,
    (node) => {
      const now = open.at(-1)
      if (isText(node)) {
        if (!now) return false
        const data = dataOf(node)
        const { length } = data.replace(PARTING, '')
        now.text += length
        if (links) now.linked += away ? 0 : length
        else {
          now.own += data.trim().length
          if (now.own > LABEL) now.first ??= 'text'
          now.comma ||= /[、，]|[.!?]\s/.test(data)
          now.stop ||= /[。．]/.test(data)
        }
        return false
      }
      if (!isElement(node)) return false
      const tag = tagOf(node)
      const block = !INLINE.has(tag)
      if (now && CONTROL.test(tag) && !QUIET.test(attribute(node, 'type'))) now.controls++
      if (isFurniture(node, block && node !== root && !kept.has(node), drop)) return false
      if (tag === 'a') {
        links++
        if (away || !leadsOn(attribute(node, 'href'), site)) away++
        else if (now) now.links++
      }
      if (block)
        open.push({
          element: node,
          ...{ prose: 0, text: 0, linked: 0, own: 0, links: 0, controls: 0, titles: 0 },
          ...{ comma: false, stop: false, first: null, held: false },
        })
      return true
    },
    (node) => {
      if (tagOf(node) === 'a') {
        links--
        if (away) away--
      }
      if (open.at(-1)?.element !== node) return
      const done = open.pop()
      if (done) close(done, open.at(-1))
    },
  )
  return { boxes, asides }

  function close(done: Weighing, outer: Weighing | undefined): void {
    const tag = tagOf(done.element)
    const running =
      (done.stop ? done.own >= SENTENCE : done.comma && done.own >= PARAGRAPH) && !/^h\d$/.test(tag)
    if (running) done.prose += done.own
    const { prose, text, linked } = done
    if (text === 0 && done.controls === 0) return
    boxes.set(done.element, { prose, text, linked })
    const isTitle = done.titles === 0 && text >= 8 && linked >= 0.9 * text && !done.stop
    done.first ??= isTitle ? 'title' : /^h[2-6]$/.test(tag) && text <= LABEL ? null : 'text'
    if (!kept.has(done.element) && isAside(done)) asides.add(done.element)
    if (!outer) return
    const aside = asides.has(done.element)
    outer.first ??= aside ? null : done.first
    outer.text += aside ? 0 : text
    outer.linked += aside ? 0 : linked
    outer.prose += aside ? 0 : prose
    outer.links += aside ? 0 : done.links
    outer.titles += aside ? 0 : done.titles + (isTitle ? 1 : 0)
    outer.held ||= aside || done.held
    // A label over a field belongs to it.
    outer.controls += aside && text > LABEL ? 0 : done.controls
  }
}
