/** What stands in or around an article without being part of it: by element, role, name and label. */
import { attribute, get, isText, matches, tagOf } from './dom'

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

/** First text of an element, looked for in a bounded number of nodes so that nesting costs nothing. */
function firstText(element: Element): string {
  let node: Node | null = element
  for (let steps = 0; node && steps < 24; steps++) {
    if (isText(node)) {
      const text = get(node, 'data').slice(0, 200).trim()
      if (text) return text
    }
    let next: Node | null = LEFT_OUT.has(tagOf(node)) ? null : get(node, 'firstChild')
    while (node && !next && node !== element) {
      next = get(node, 'nextSibling')
      if (!next) node = get(node, 'parentNode')
    }
    node = next
  }
  return ''
}

/** True for a label such as 【関連記事】 or 関連キーワード that stands alone. */
export const isFurnitureLabel = (text: string): boolean => text.length <= 40 && LABEL.test(text)

/** Names in camel case, kebab case and BEM alike fall into words. */
const words = (names: string): string[] =>
  names
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)

/** Hidden by attribute, or by style where the document is rendered. */
function isHidden(element: Element): boolean {
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
 * @param block - the element starts a block: its names and first words are looked at too
 */
export function isFurniture(element: Element, block: boolean, drop = ''): boolean {
  if (LEFT_OUT.has(tagOf(element))) return true
  if (drop && matches(element, drop)) return true
  if (ROLES.test(attribute(element, 'role')) || isHidden(element)) return true
  if (/^(true|)$/.test(get(element, 'getAttribute').call(element, 'contenteditable') ?? 'false'))
    return true
  const names = `${attribute(element, 'class')} ${attribute(element, 'id')}`
  if (NOT_FOR_PRINT.test(names)) return true
  return (
    block && (words(names).some((word) => NAMES.test(word)) || isFurnitureLabel(firstText(element)))
  )
}
