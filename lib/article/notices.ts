/**
 * Leaves out what a page says about itself amid an article: labels of lists, walls, rights, the date line.
 *
 * What a notice is, is told by where it stands and what surrounds it: no sentence of the text follows
 * a wall, none precedes a date line, and a label has a list of links below it. How a sentence begins
 * says nothing: news is about members, logins and reprints too.
 */
import { blockText } from './block-text'
import type { Block } from './document'

/** A label that opens a list of other articles, keywords or services, standing alone. */
const LABEL =
  /^[\s【［[〈《＜<■◆◇●▼▽▶・#＃]*(関連(記事|ニュース|リンク|情報|キーワード|トピックス?|ワード|企業(・業界)?|タグ|する記事)|(こちら|これ)も(おすすめ|オススメ)|(あわせて|合わせて|併せて|次に|続けて|いま|今)(読みたい|読まれています|読まれている記事)(記事)?|(おすすめ|オススメ|お勧め|お薦め)(の?記事|情報|ニュース)?|注目(の?ワード|の?記事|の?特集|コンテンツ|トピックス?)|人気(の?記事|ランキング)|(アクセス|記事)?ランキング|(新着|最新)(の?記事|ニュース)|この記事(を|の)(シェア(する)?|書いた人|著者|筆者|関連.*)|シェア(する)?|フォローする|キーワード|タグ|トピックス?|(この|同じ)(シリーズ|カテゴリー?|著者|筆者)の(他の)?記事|前後の記事|バックナンバー|PR|ＰＲ|AD|広告|スポンサー(ド)?リンク|ホワイトペーパー|(注目の)?特集一覧|read more|related( articles| posts)?|share)[\s】］\]〉》＞>:：]*([(（].{1,12}[)）])?$/i

/** What no sentence of a text looks like, wherever it stands. */
const MACHINE =
  /^[\s[(【]*(残り[\d,]+(文字|字)|アプリで(開く|読む)|\d{1,2}\s?\/\s?\d{1,2}\s?ページ[\s)]*$|(次|前)の?ページ(へ|に|は)?(続く|進む|戻る)?[\s→>»)]*$)/i

/** A day as pages print it above and below a text; and what may stand beside it there. */
const DAY =
  /(\d{4}|(令和|平成|昭和)\s?(元|\d{1,2}))\s?[年/.-]\s?\d{1,2}\s?[月/.-]\s?\d{1,2}日?|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}/g
const BESIDE_DAY =
  /(最終)?(公開|更新|配信|掲載|投稿|初出|改訂|発表|作成)(日時?)?|(午前|午後)?\d{1,2}\s?[:時]\s?(\d{1,2}分?)?(:\d{1,2})?|[（(]?[月火水木金土日](曜日?)?[）)]|JST|\bUTC\b|[+]0900|[\s:|/・、[\]()【】-]+/g

const isDateLine = (text: string): boolean =>
  text.length <= 100 &&
  text.search(DAY) >= 0 &&
  text.replace(DAY, ' ').replace(BESIDE_DAY, '') === ''

/** What walls, rights and services speak of. */
const SERVICE =
  /この(記事|コンテンツ|ページ)は.{0,16}(有料|会員|限定|登録|購読)|(続き|全文)(は|を|が|の閲覧).{0,30}(読|ログイン|登録|会員|購読|ご覧|購入)|(有料|無料)?会員(登録|限定)|会員に(なる|なって|ご登録)|ログイン(し(て|たら|ないと)|が必要|すると)|会員の(方|皆)|お申し込み|購読(する|の申し込み|はこちら)/
const RIGHTS = /無断.{0,6}(転載|複製|複写|使用|引用|転用)|^(©|\(c\)|copyright)|all rights reserved/i

/** News tells in plain form; who speaks to the reader does so politely, or not in sentences. */
const ADDRESSES =
  /残り[\d,]+(文字|字)|(です|ます|ません|ください|下さい|でしょうか|こちら|登録|ログイン|限定|読む|申し込み|購読する)[。．!！]?[\s→>»\])】]*$/
const FORBIDS =
  /(禁じます|禁じる|禁ず|禁止(します|です|する)?|お断り(します|いたします)?|ご遠慮ください|reserved|\d{4}.{0,40}|©.{0,60}|\(c\).{0,60}|copyright.{0,60})[。．.]?\s*$/i

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
    const notice =
      MACHINE.test(text) || (!within && !heads && (isDateLine(text) || isService(text)))
    if (!labelled && !notice) kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}
