/** What stands in or around an article without being part of it: by element, role, name and label. */
import { attribute, get, matches, tagOf } from './dom'

/** Never text of an article: controls, embedded things, and the page's own frame. */
const LEFT_OUT = new Set(
  (
    'script style noscript template iframe object embed svg math canvas video audio button input ' +
    'select option textarea dialog menu nav aside footer rp rt rtc'
  ).split(' '),
)

const ROLES =
  /^(navigation|complementary|dialog|alertdialog|search|banner|contentinfo|menu|tooltip)$/

/** Words in class names and ids that publishers give to what is not the text. */
const NAMES =
  /^(ads?|adv|advert|advertisement|gpt|outbrain|taboola|logly|sponsor(ed)?|promo|promotion|banner|share|sharing|sns|social|related|relation|recommends?|recommended|recommendation|ranking|breadcrumbs?|pagination|pager|paywall|newsletter|login|toolbox|articletool|keywords?|taglist|tags|copyright|comments|readmore|nextread|enquete|infeed|inread|profile|skip|member|members)$/

const NOT_FOR_PRINT =
  /not?-?print|print-?(nodisp|hide|none)|sr-only|visually-?hidden|screen-?reader/i

/** A label that opens a list of other articles, keywords or services, standing alone. */
const LABEL =
  /^[\s【［[〈《＜<■◆◇●▼▽▶・#＃]*(関連(記事|ニュース|リンク|情報|キーワード|トピックス?|ワード|企業(・業界)?|タグ|する記事)|(こちら|これ)も(おすすめ|オススメ)|(あわせて|合わせて|併せて|次に|続けて|いま|今)(読みたい|読まれています|読まれている記事)(記事)?|(おすすめ|オススメ|お勧め|お薦め)(の?記事|情報|ニュース)?|注目(の?ワード|の?記事|コンテンツ|トピックス?)|人気(の?記事|ランキング)|(アクセス|記事)?ランキング|(新着|最新)(の?記事|ニュース)|この記事(を|の)(シェア(する)?|書いた人|著者|筆者|関連.*)|シェア(する)?|フォローする|キーワード|タグ|トピックス?|(この|同じ)(シリーズ|カテゴリー?|著者|筆者)の(他の)?記事|前後の記事|バックナンバー|PR|ＰＲ|AD|広告|(注目の)?特集一覧|read more|related( articles| posts)?|share)[\s】］\]〉》＞>:：]*([(（].{1,12}[)）])?$/i

/** What pages say about themselves amid an article: paywalls, rights, the date line. */
const NOTICE =
  /^[\s［[（(【]*(この(記事|コンテンツ|ページ)は.{0,12}(有料|会員|限定|登録|購読)|残り[\d,]+(文字|字)|(有料|無料)?会員(登録)?(に|を|す)|(記事の)?続き(は|を|が).{0,30}(読|ログイン|登録|会員|購読)|ログインし(て|たら|ないと)|会員の方は|.{0,24}無断(転載|複製|複写|使用)|©|\(c\)|copyright|アプリで(開く|読む)|((公開|更新|配信|掲載|投稿|最終更新)(日時?)?[:：\s]*)?\d{4}[年/.-]\s?\d{1,2}[月/.-]\s?\d{1,2}日?[\s\d:：時分秒午前後()（）月火水木金土日更新公開配信JST/]*$)/i

/** True for a line such as 「この記事は会員限定です」, a rights notice, or a date alone. */
export const isNotice = (text: string): boolean =>
  text.length <= 100 && NOTICE.test(text.normalize('NFKC'))

/** True for a label such as 【関連記事】 or 関連キーワード that stands alone. */
export const isFurnitureLabel = (text: string): boolean => text.length <= 40 && LABEL.test(text)

/** Names in camel case, kebab case and BEM alike fall into words. */
const words = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** Hidden by attribute, or by style where the document is rendered. */
export function isHidden(element: Element): boolean {
  if (get(element, 'hasAttribute').call(element, 'hidden')) return true
  if (attribute(element, 'aria-hidden') === 'true') return true
  if (/display:\s*none|visibility:\s*hidden/i.test(attribute(element, 'style'))) return true
  const check: Element['checkVisibility'] | undefined = get(element, 'checkVisibility')
  return (
    !!get(element, 'isConnected') && !!check && !check.call(element, { visibilityProperty: true })
  )
}

/**
 * Whether an element below the region is left out of the text.
 *
 * @param block - the element starts a block: its names are looked at too
 */
export function isFurniture(element: Element, block: boolean, drop = ''): boolean {
  if (LEFT_OUT.has(tagOf(element))) return true
  if (drop && matches(element, drop)) return true
  if (ROLES.test(attribute(element, 'role')) || isHidden(element)) return true
  if (/^(true|)$/.test(get(element, 'getAttribute').call(element, 'contenteditable') ?? 'false'))
    return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (NOT_FOR_PRINT.test(names)) return true
  return block && words(names).some((word) => NAMES.test(word))
}
