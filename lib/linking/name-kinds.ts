/** What the last word of a name says that it names, and names that a text introduces in quotation marks. */
import type { Kind } from '../glossary/schema'

const ENDS: readonly (readonly [kind: Kind, ends: string])[] = [
  [
    'organisation',
    '機構|機関|委員会|審議会|評議会|協議会|連絡会|協会|学会|連盟|連合|連合会|同盟|財団|研究所|研究センター|センター|大学院大学|大学|銀行|基金|組合|公社|公団|公庫|会議|本部|庁|省|局|院|党|会社|グループ|隊|軍|政府|コンソーシアム|カンパニー|ホールディングス|アカデミー|インスティテュート',
  ],
  [
    'document',
    '条約|協定|議定書|憲章|宣言|法|法案|計画|戦略|大綱|指針|報告|報告書|覚書|決議|アウトルック|ガイドライン|ロードマップ|アジェンダ|白書',
  ],
  [
    'framework',
    'イニシアチブ|イニシアティブ|フォーラム|ネットワーク|パートナーシップ|アライアンス|プラットフォーム|枠組み|対話',
  ],
  ['concept', 'プログラム|プロジェクト|システム'],
]
const KINDS = ENDS.map(([kind, ends]) => ({ kind, end: new RegExp(`(?:${ends})$`, 'u') }))
const BODY_WITHIN = new RegExp(`^.{2,}(?:${ENDS[0]?.[1] ?? ''})`, 'u')

/** What a long name is by its last word; null where that does not tell. */
export const kindOfName = (name: string): Kind | null =>
  KINDS.find(({ end }) => end.test(name))?.kind ?? null

/** The name of a body with which a run of letters begins (連邦捜査局|捜査官); null where there is none. */
export const nameIn = (run: string): string | null => BODY_WITHIN.exec(run)?.[0] ?? null

export interface QuotedName {
  readonly name: string
  readonly kind: Kind
  /** With what tells it from other things of the name, where something must: ときわ(補給艦). */
  readonly headword: string
  /** As the text introduces it. */
  readonly words: string
}

const LETTER = '[\\p{sc=Han}\\p{sc=Kana}ーA-Za-z0-9・]'
const BODY =
  '委員会|審議会|協議会|評議会|研究会|連絡会|機構|財団|連盟|議員連盟|センター|研究所|推進本部|対策本部'
const PAPER = '条約|協定|議定書|憲章|特別措置法|基本法|規制法|防止法|推進法|保護法|白書|大綱|報告書'
const BY_END = new RegExp(`[「『](${LETTER}{2,20}(?:(${BODY})|${PAPER}))[」』]`, 'gu')
/** 団体「X」, メディア「X」: the word before says what X is. Only names, no sentences and no everyday words. */
const BY_WORD = new RegExp(
  `(?:団体|機関|メディア|組織|NPO|NGO|法人|会社|企業|シンクタンク|勢力|政党|通信社|事務所)[「『](${LETTER}{3,20})[」』]`,
  'gu',
)
/** 補給艦「ときわ」: the kind of ship before says what X is. */
const BY_SHIP = new RegExp(
  `(補給艦|護衛艦|潜水艦|輸送艦|掃海艦|掃海艇|駆逐艦|フリゲート艦|巡洋艦|揚陸艦|空母|戦艦|測量艦|情報収集艦|練習艦|巡視船|測量船|調査船|貨物船|タンカー)[「『]((?:${LETTER}|[ぁ-ゖ]){2,16})[」』]`,
  'gu',
)
/** 「X」と題する報告書, 「X」の名称で. */
const BY_TITLE =
  /[「『]([^「」『』。]{6,40})[」』]と(?:題(?:する|した)|名付けられた)(?:[^、。「」]{0,8})(?:声明|報告|報告書|文書|論文|決議|提言|戦略|計画|指針|宣言)/gu

/** Names of bodies and papers that a text introduces by quoting them. */
export function* quotedNames(text: string): Generator<QuotedName> {
  for (const match of text.matchAll(BY_END))
    yield quoted(match, match[2] ? 'organisation' : 'document')
  for (const match of text.matchAll(BY_WORD)) yield quoted(match, 'organisation')
  for (const match of text.matchAll(BY_TITLE)) yield quoted(match, 'document')
  for (const [words, ship = '', name = ''] of text.matchAll(BY_SHIP))
    yield { name, kind: 'object', headword: `${name}(${ship})`, words }
}

const quoted = ([words, name = '']: RegExpExecArray, kind: Kind): QuotedName => ({
  name,
  kind,
  headword: name,
  words,
})
