/**
 * Leaves out what a page says about itself amid an article: labels of lists, walls, rights, the date line.
 *
 * What a notice is, is told by where it stands and what surrounds it: no sentence of the text follows
 * a wall, none precedes a date line, and a label has a list of links below it. How a sentence begins
 * says nothing: news is about members, logins and reprints too.
 */
import {
  addresses,
  besideDay,
  forbids,
  labels,
  machine,
  services,
} from '../../assets/page/notices.json'
import { anyOf } from './any-of'
import { blockText } from './block-text'
import type { Block } from './document'

/** A label that opens a list of other articles, keywords or services, standing alone. */
const LABEL = new RegExp(
  `^[\\s【［[〈《＜<■◆◇●▼▽▶・#＃]*(${anyOf(labels)})[\\s:】］\\]〉》＞>：]*([(（].{1,12}[)）])?$`,
  'i',
)

/** What no sentence of a text looks like, wherever it stands. */
const MACHINE = new RegExp(`^[\\s[(【]*(${anyOf(machine)})`, 'i')

/** A day as pages print it above and below a text; and what may stand beside it there. */
const DAY =
  /(\d{4}|(令和|平成|昭和)\s?(元|\d{1,2}))\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}/g
const BESIDE_DAY = new RegExp(`${anyOf(besideDay)}|[\\s:|/・、[\\]()【】-]+`, 'g')

const isDateLine = (text: string): boolean =>
  text.length <= 100 &&
  text.search(DAY) >= 0 &&
  text.replace(DAY, ' ').replace(BESIDE_DAY, '') === ''

/** What walls, rights and services speak of. */
const SERVICE = new RegExp(anyOf(services))
const RIGHTS = /無断.{0,6}(転載|複製|複写|使用|引用|転用)|^(©|\(c\)|copyright)|all rights reserved/i

/** News tells in plain form; who speaks to the reader does so politely, or not in sentences. */
const ADDRESSES = new RegExp(
  `残り[\\d,]+(文字|字)|(${anyOf(addresses)})[。．.!！]?[\\s→>»\\])】]*$`,
)
const FORBIDS = new RegExp(`(${anyOf(forbids)})[。．.]?\\s*$`, 'i')
/** Ends as news does. */
const TELLS = /[。．]$/
const POLITE = /(です|ます|ません|ください|下さい)[。．]$/

const isMachine = (text: string): boolean =>
  MACHINE.test(text) && (!TELLS.test(text) || POLITE.test(text))

const isLabel = (text: string): boolean => text.length <= 40 && LABEL.test(text)

const isService = (text: string): boolean =>
  text.length <= 160 &&
  ((SERVICE.test(text) && ADDRESSES.test(text)) || (RIGHTS.test(text) && FORBIDS.test(text)))

const isLinked = (block: Block): boolean =>
  'runs' in block && block.runs.every((run) => run.href || !run.text.trim())

/** A sentence of the text: it ends as one, and says nothing about the page. */
const isSentence = (block: Block, text: string): boolean =>
  block.kind !== 'heading' &&
  block.kind !== 'figure' &&
  /[。．.!?！？」』][\s）)]*$/.test(text) &&
  !isLinked(block) &&
  !isService(text)

/** Nothing but links, or a picture: what stands under a label such as 関連記事. */
const isListed = (block: Block, text: string): boolean =>
  (block.kind === 'figure' && !/[。．]/.test(text)) || (isLinked(block) && !/[。．]/.test(text))

/**
 * The blocks of the article proper, ids unchanged.
 *
 * A label takes with it the links and pictures that follow; a heading that is worded like one stays
 * where sentences follow it.
 */
export function withoutNotices(blocks: readonly Block[]): Block[] {
  const texts = blocks.map((block) => blockText(block).normalize('NFKC'))
  const sentences = blocks.map((block, at) => isSentence(block, texts[at] ?? ''))
  const first = sentences.indexOf(true)
  const last = sentences.lastIndexOf(true)
  const kept: Block[] = []
  let labelled = false
  for (const [at, block] of blocks.entries()) {
    const text = texts[at] ?? ''
    const within = first >= 0 && at > first && at < last
    const heads =
      block.kind === 'heading' && (sentences[at + 1] || blocks[at + 1]?.kind === 'table')
    const label = block.kind !== 'table' && isLabel(text) && !heads
    labelled = label || (labelled && isListed(block, text))
    const notice = isMachine(text) || (!within && !heads && (isDateLine(text) || isService(text)))
    if (!labelled && !notice) kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}
