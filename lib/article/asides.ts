/** Which boxes of a page are about other pages, told by what they hold: old portals have many beside a short text. */
import { tagOf } from './dom'
import { LABEL, type Weighing } from './prose'

/** What one title of another article may say of it. */
const SUMMARY = 200
/** Longest box of a newsletter, a search, a poll. */
const FORM = 400
const ASKING = 120
const NO_BOX =
  /^(p|li|h\d|dt|td|th|tr|tbody|caption|figcaption|figure|blockquote|pre|body|html|main|article)$/

/** The box is about other pages of the site, or asks for something. */
export function isAside(box: Weighing): boolean {
  const { element, prose, text, linked, links, controls, titles, first, held } = box
  if (/^(body|html|main|article)$/.test(tagOf(element))) return false
  if (controls > 0 && text <= FORM && prose <= ASKING) return true
  const menu = tagOf(element) === 'p' ? 0.95 : 0.6
  if (links >= 3 && linked >= menu * text && prose <= linked) return true
  if (held && text <= LABEL && !NO_BOX.test(tagOf(element))) return true
  return first === 'title' && !NO_BOX.test(tagOf(element)) && text - linked <= SUMMARY * titles
}
