/**
 * From elements to blocks of text, the one way: marks on the live page and the saved article alike.
 *
 * Text is read as a person reads it: readings of ruby are not text, inline elements join, what is
 * hidden or is a control or furniture is not there. The document is never changed.
 */
import type { Block, Image, Run } from './document'
import {
  attribute,
  dataOf,
  get,
  hasAttributes,
  isElement,
  isText,
  plainText,
  query,
  tagOf,
  walkInSteps,
} from './dom'
import { isFurniture } from './furniture'
import { type Inline, InlineText, type Segment } from './inline-text'
import { isRendered, type Look, renderedLook } from './look'
import { complete, type Steps } from './steps'
import { isTeaser, siteName, withoutTeasers } from './teasers'

export type { Segment }

/** A block, and where each character of `blockText(block)` stands in the document. */
export interface ReadBlock {
  block: Block
  segments: Segment[]
}

export interface ReadOptions {
  /** An element that is left out, such as the headline when it lies within the body. */
  skip?: Element | null
  /** Selector of what a publisher puts into the body that is not the article. */
  drop?: string
  /** Boxes within it that are not it: see `prose.ts`. */
  asides?: ReadonlySet<Element>
  /** How an element is shown; by default as the window shows it. */
  look?: (element: Element) => Look
  /** The picture that an `img` is, given the link that it stands in; where it is not asked for, only captions are read. */
  picture?: (element: Element, link: string) => Image | null
  /** Called where the text is longer than what is read of it. */
  onCut?: () => void
}

const BLOCKS = new Set(
  (
    'address article blockquote body caption center dd details div dl dt fieldset figcaption figure form h1 h2 h3 ' +
    'h4 h5 h6 header hgroup hr li main ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
)

/** A line end, a blank line included; and a blank line after a sentence. */
const LINE = /[ \t\r]*\n\s*/g
const BLANK_LINE = /(?<=[。」』）)!?！？])[ \t\r]*\n[ \t\r]*\n\s*/g

/** Inline by nature: a page that makes blocks of these parts no text by them. */
const UNPARTED = /^(ruby|rb|rt|rp|br|wbr|img|picture|source|slot)$/

/** Longest text read from one page, in UTF-16 units: a book, not an article. */
const LIMIT = 1_000_000

/** What surrounds the present text. */
interface Context {
  level: number
  item: boolean
  ordered: boolean
  depth: number
  quote: boolean
  /** Line ends of the source are line ends of the page. */
  lines: boolean
  figure: Image[] | null
  rows: Run[][][] | null
}

/** A figure that shows a picture and nothing that is read. */
const holdsPicture = (figure: Element): boolean =>
  !!query(figure, 'img') && !query(figure, 'table, blockquote, pre')

const PLAIN: Look = { unseen: false, block: false, lines: null }

/** A table of data has rows of more than one cell and no table within. */
const holdsData = (table: Element): boolean =>
  attribute(table, 'role') !== 'presentation' &&
  !!query(table, 'td + td, td + th, th + td, th + th') &&
  !query(table, 'table')

/**
 * Blocks of the elements in document order. Linear in the number of nodes and characters; at most
 * 1,000,000 characters are read. Ids are `b1`, `b2` …: stable as long as the document is.
 */
export function* readBlocksInSteps(
  roots: readonly Element[],
  options: ReadOptions = {},
): Steps<ReadBlock[]> {
  const read: (ReadBlock & { teaser: boolean })[] = []
  const contexts: Context[] = []
  let context: Context = {
    level: 0,
    item: false,
    ordered: false,
    depth: -1,
    quote: false,
    lines: false,
    figure: null,
    rows: null,
  }
  let text = new InlineText()
  let left = LIMIT
  let breaks = 0
  /** Pictures within a paragraph, which stand behind it. */
  let pictures: Image[] = []
  /** Elements that are blocks by their style, not by their name. */
  const blockish = new Set<Node>()
  const around: boolean[] = []
  let reading: string | null = null
  const site = roots[0] ? siteName(get(roots[0], 'baseURI')) : ''
  const links: string[] = []
  const marks: NonNullable<Run['mark']>[] = []
  const tops = new Set(roots)
  const inline = (): Inline => ({ href: links.at(-1) ?? '', mark: marks.at(-1) })

  const push = (block: Block, segments: Segment[], teaser = false) => {
    read.push({ block, segments, teaser })
  }

  const flush = () => {
    breaks = 0
    if (context.figure || context.rows) return text.gap(text.segments.at(-1)?.node ?? null)
    const { segments } = text
    text.trim()
    const done = text
    text = new InlineText()
    const [...behind] = pictures
    pictures = []
    if (!done.empty) endText(done, segments)
    for (const image of behind) push({ kind: 'figure', id: '', image, runs: [] }, [])
  }

  const endText = (done: InlineText, segments: Segment[]) => {
    const { level, item, ordered, depth, quote } = context
    const base = { id: '', runs: done.runs }
    const teaser = isTeaser(done.runs, site)
    if (level) push({ kind: 'heading', level, ...base }, segments, teaser)
    else if (item)
      push({ kind: 'item', ordered, depth: Math.min(20, depth), ...base }, segments, teaser)
    else push({ kind: quote ? 'quote' : 'paragraph', ...base }, segments, teaser)
  }

  const enterBlock = (element: Element, tag: string) => {
    flush()
    contexts.push(context)
    context = { ...context }
    if (/^h[1-6]$/.test(tag)) context.level = Number(tag[1])
    else if (attribute(element, 'role') === 'heading')
      context.level = Math.min(6, Number(attribute(element, 'aria-level')) || 2)
    if (tag === 'ul' || tag === 'ol') {
      context.depth++
      context.ordered = tag === 'ol'
    }
    if (tag === 'li') {
      context.item = true
      context.depth = Math.max(0, context.depth)
    }
    if (tag === 'blockquote') context.quote = true
    if (tag === 'pre') context.lines = true
    if (context.rows || context.figure) {
      if (tag === 'tr') context.rows?.push([])
      if (tag === 'td' || tag === 'th') startCell(context.rows)
    } else if (tag === 'figure' && holdsPicture(element)) context.figure = []
    else if (tag === 'table' && holdsData(element)) context.rows = []
  }

  /** A cell's offset counts the tab or line break that `blockText` puts before it. */
  const startCell = (rows: Run[][][] | null) => {
    const first = !rows?.some((row) => row.length)
    rows?.at(-1)?.push([])
    text.cell(first ? 0 : 1)
  }

  const leaveBlock = (tag: string) => {
    flush()
    const { figure, rows } = context
    context = contexts.pop() ?? context
    if (rows && (tag === 'td' || tag === 'th')) {
      const cell = rows.at(-1)?.at(-1)
      cell?.push(...text.cell(0))
    }
    if (rows && tag === 'caption') endCaption()
    if (figure && !context.figure) endFigure(figure)
    if (rows && !context.rows) endTable(rows)
  }

  /** A table's caption stands before its cells, as a paragraph of its own. */
  const endCaption = () => {
    text.trim()
    const { runs, segments } = text
    text = new InlineText()
    if (runs.length) push({ kind: 'paragraph', id: '', runs }, segments)
  }

  const endFigure = (images: Image[]) => {
    text.trim()
    const { runs, segments } = text
    text = new InlineText()
    const [first, ...more] = images
    if (first) push({ kind: 'figure', id: '', image: first, runs }, segments)
    else if (runs.length) push({ kind: 'paragraph', id: '', runs }, segments)
    for (const image of more) push({ kind: 'figure', id: '', image, runs: [] }, [])
  }

  const endTable = (rows: Run[][][]) => {
    const { segments } = text
    text = new InlineText()
    const filled = rows.filter((row) => row.length)
    if (filled.some((row) => row.some((cell) => cell.length)))
      push({ kind: 'table', id: '', rows: filled }, segments)
  }

  const enter = (node: Node): boolean => {
    if (isText(node)) {
      const data = dataOf(node)
      if (reading !== null) reading += data
      else if (/\S/.test(data) || left > 0) {
        if (/\S/.test(data)) breaks = 0
        if (data.length > left && /\S/.test(data.slice(Math.max(0, left)))) options.onCut?.()
        if (left > 0) addText(node, data)
      }
      return false
    }
    if (!isElement(node)) return false
    const tag = tagOf(node)
    if (tag === 'rt') {
      text.endBase()
      reading = ''
      return true
    }
    // A script may have put a caption behind the rows: there it would shift the cells' offsets.
    if (tag === 'caption' && context.rows?.some((row) => row.length)) return false
    const named = BLOCKS.has(tag)
    // What has no attributes and is no block is as visible as what it stands in.
    const look = named || hasAttributes(node) ? lookAt(node) : PLAIN
    const block = named || (look.block && !UNPARTED.test(tag))
    const root = block && tops.has(node)
    if (
      node === options.skip ||
      options.asides?.has(node) ||
      isFurniture(node, named && !root, options.drop) ||
      look.unseen
    ) {
      if (block) flush()
      return false
    }
    around.push(context.lines)
    if (tag === 'br') lineBreak()
    if (tag === 'img') picture(node)
    if (block) enterBlock(node, tag)
    if (block && !named) blockish.add(node)
    context.lines = look.lines ?? context.lines
    if (tag === 'a') links.push(attribute(node, 'href').slice(0, 4_000))
    if (tag === 'b' || tag === 'strong') marks.push('strong')
    if (tag === 'em' || tag === 'i') marks.push('emphasis')
    if (tag === 'ruby') text.ruby(true)
    return true
  }

  /**
   * A text node; a blank line parts paragraphs where a page preserves white space: it says so, or a
   * sentence ends there. Where it does, a line end breaks the line.
   */
  const addText = (node: Text, data: string) => {
    const end = Math.min(data.length, left)
    left -= data.length
    let from = 0
    for (const gap of data.slice(0, end).matchAll(context.lines ? LINE : BLANK_LINE)) {
      text.add(node, inline(), from, gap.index)
      if (!context.lines || /\n[ \t\r]*\n/.test(gap[0])) flush()
      else lineEnd()
      from = gap.index + gap[0].length
    }
    text.add(node, inline(), from, end)
  }

  const lineEnd = () => {
    if (context.figure || context.rows) flush()
    else text.break(inline())
  }

  /** One `<br>` breaks a line, two part paragraphs: so is news written that has no `<p>`. */
  const lineBreak = () => {
    if (context.figure || context.rows) return flush()
    if (breaks++) flush()
    else text.break(inline())
  }

  const picture = (element: Element) => {
    const { figure, rows } = context
    const image =
      rows && !figure ? null : options.picture?.(element, figure ? '' : (links.at(-1) ?? ''))
    if (!image) return
    if (figure) figure.push(image)
    else if (text.empty) push({ kind: 'figure', id: '', image, runs: [] }, [])
    else pictures.push(image)
  }

  const lookAt = (element: Element): Look =>
    options.look?.(element) ?? (isRendered(element) ? renderedLook(element) : PLAIN)

  const leave = (node: Node) => {
    const tag = tagOf(node)
    const lines = tag === 'rt' ? context.lines : (around.pop() ?? false)
    if (tag === 'rt') {
      text.reading((reading ?? '').replace(/\s+/g, ''))
      reading = null
    }
    if (tag === 'rb') text.endBase()
    if (tag === 'ruby') text.ruby(false)
    if (tag === 'a') links.pop()
    if (tag === 'b' || tag === 'strong' || tag === 'em' || tag === 'i') marks.pop()
    if (BLOCKS.has(tag) || blockish.has(node)) leaveBlock(tag)
    context.lines = lines
  }

  for (const root of roots) {
    yield* walkInSteps(root, enter, leave)
    flush()
    // A body may be a thousand short paragraphs, none of them long enough to pause within.
    yield
  }
  return withoutTeasers(read).map(({ block, segments }, at) => {
    block.id = `b${at + 1}`
    return { block, segments }
  })
}

/** All of {@link readBlocksInSteps} at once. */
export const readBlocks = (...asked: Parameters<typeof readBlocksInSteps>): ReadBlock[] =>
  complete(readBlocksInSteps(...asked))

/** The headline as text: readings left out, line breaks as spaces. */
export function headlineText(headline: Element): string {
  const [first] = readBlocks([headline])
  const read =
    first && 'runs' in first.block ? first.block.runs.map((run) => run.text).join('') : ''
  return (read || plainText(headline)).replace(/\s*\n\s*/g, ' ').trim()
}
