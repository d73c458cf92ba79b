/** Leaves out what a page says about itself amid an article: labels of lists, walls, rights, the date line. */
import { blockText } from './block-text'
import type { Block } from './document'

/** A label that opens a list of other articles, keywords or services, standing alone. */
const LABEL =
  /^[\s【［[〈《＜<■◆◇●▼▽▶・#＃]*(関連(記事|ニュース|リンク|情報|キーワード|トピックス?|ワード|企業(・業界)?|タグ|する記事)|(こちら|これ)も(おすすめ|オススメ)|(あわせて|合わせて|併せて|次に|続けて|いま|今)(読みたい|読まれています|読まれている記事)(記事)?|(おすすめ|オススメ|お勧め|お薦め)(の?記事|情報|ニュース)?|注目(の?ワード|の?記事|コンテンツ|トピックス?)|人気(の?記事|ランキング)|(アクセス|記事)?ランキング|(新着|最新)(の?記事|ニュース)|この記事(を|の)(シェア(する)?|書いた人|著者|筆者|関連.*)|シェア(する)?|フォローする|キーワード|タグ|トピックス?|(この|同じ)(シリーズ|カテゴリー?|著者|筆者)の(他の)?記事|前後の記事|バックナンバー|PR|ＰＲ|AD|広告|(注目の)?特集一覧|read more|related( articles| posts)?|share)[\s】］\]〉》＞>:：]*([(（].{1,12}[)）])?$/i

/** What pages say about themselves: paywalls, rights, the date line. */
const NOTICE =
  /^[\s［[（(【]*(この(記事|コンテンツ|ページ)は.{0,12}(有料|会員|限定|登録|購読)|残り[\d,]+(文字|字)|(有料|無料)?会員(登録)?(に|を|す)|(記事の)?続き(は|を|が).{0,30}(読|ログイン|登録|会員|購読)|ログインし(て|たら|ないと)|会員の方は|.{0,24}無断(転載|複製|複写|使用)|©|\(c\)|copyright|アプリで(開く|読む)|\d{1,2}\s?\/\s?\d{1,2}\s?ページ[\s)]*$|(次|前)の?ページ(へ|に|は)?(続く|進む|戻る)?[\s→＞>»)]*$|((公開|更新|配信|掲載|投稿|最終更新)(日時?)?[:：\s]*)?\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?[\s\d:：時分秒午前後()（）月火水木金土日更新公開配信JST/]*$)/i

const isLabel = (text: string): boolean => text.length <= 40 && LABEL.test(text)
const isNotice = (text: string): boolean =>
  text.length <= 100 && NOTICE.test(text.normalize('NFKC'))

/** Nothing but links, or a line of a list: what stands under a label such as 関連記事. */
const isListed = (block: Block): boolean =>
  block.kind === 'figure' ||
  block.kind === 'item' ||
  ('runs' in block && block.runs.every((run) => run.href || !run.text.trim()))

/**
 * The blocks of the article proper, ids unchanged.
 *
 * A label takes with it the links and list items that follow; a sentence ends them.
 */
export function withoutNotices(blocks: readonly Block[]): Block[] {
  const kept: Block[] = []
  let labelled = false
  for (const block of blocks) {
    const text = blockText(block)
    const label = block.kind !== 'table' && isLabel(text)
    labelled = label || (labelled && isListed(block) && !/[。．]/.test(text))
    if (!labelled && !isNotice(text)) kept.push(block)
  }
  while (kept.at(-1)?.kind === 'heading') kept.pop()
  return kept
}
