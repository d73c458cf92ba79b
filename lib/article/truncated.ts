/** Whether a page shows only the start of its article, as paywalls and consent screens leave it. */
import { walls } from '../../assets/page/notices.json'
import { anyOf } from './any-of'
import { blockText } from './block-text'
import type { Block } from './document'
import { closest, dataOf, isElement, isText, query, queryAll, tagOf, walkInSteps } from './dom'
import { isHidden } from './furniture'
import type { Region } from './region'
import { CUTS } from './sites/cuts'
import type { Site } from './sites/site'
import type { Steps } from './steps'

/** What walls say: how much is left, whose article it is, what to do to read on. */
const WALL = new RegExp(anyOf(walls))

/** Longest notice of a wall; a paragraph that speaks of paywalls is longer or lies in the body. */
const NOTICE_LENGTH = 240

const APART =
  /^(p|div|section|article|li|ul|main|body|h\d|td|tr|table|aside|header|footer|form|dl|dd|dt)$/
const UNSEEN = /^(script|style|noscript|template|nav|dialog|svg|textarea|select)$/

/** The page's main part around an element: what pops up elsewhere speaks of other things. */
const partAround = (inside: Element | null): Element | null =>
  inside && (closest(inside, 'main, [role="main"]') ?? closest(inside, 'article'))

/** True where a block of the page, what is `kept` as the article's text left out, says that it goes on behind a wall. */
function* showsWall(
  document: Document,
  kept: ReadonlySet<Node>,
  inside: Element | null,
): Steps<boolean> {
  const root = partAround(inside) ?? query(document, 'body')
  const open: string[] = []
  let found = false
  if (!root) return false
  yield* walkInSteps(
    root,
    (node) => {
      if (found) return false
      if (isText(node)) {
        if (kept.has(node)) return false
        const at = open.length - 1
        const before = open[at] ?? ''
        if (before.length <= NOTICE_LENGTH) open[at] = before + dataOf(node).slice(0, 500).trim()
        return false
      }
      if (!isElement(node) || UNSEEN.test(tagOf(node))) return false
      if (APART.test(tagOf(node))) open.push('')
      return true
    },
    (node) => {
      if (!APART.test(tagOf(node))) return
      const text = (open.pop() ?? '').normalize('NFKC')
      if (text.length > NOTICE_LENGTH || !WALL.test(text)) return
      found ||= isElement(node) && !isHidden(node) && !closest(node, '[hidden], [style*="none"]')
    },
  )
  return found
}

/** The last sentence breaks off: 「…構想の中核的...」. */
const breaksOff = (blocks: readonly Block[]): boolean => {
  const last = blocks.filter(({ kind }) => kind === 'paragraph' || kind === 'item').at(-1)
  return !!last && /[^。．」』）)!?！？\s](…|\.{3}|‥)+$/.test(blockText(last))
}

/**
 * True where the page cuts the article off.
 *
 * @param blocks what was read of the body
 * @param kept the text nodes that they were read from
 */
export function* isTruncated(
  document: Document,
  { headline, body }: Pick<Region, 'headline' | 'body'>,
  blocks: readonly Block[],
  kept: ReadonlySet<Node>,
  site: Site | null,
): Steps<boolean> {
  const selector = CUTS[site?.hosts[0] ?? '']
  const cut = selector ? queryAll(document, selector).some((element) => !isHidden(element)) : false
  return (
    cut ||
    (site !== null && breaksOff(blocks)) ||
    (yield* showsWall(document, kept, headline ?? body[0] ?? null))
  )
}
