/** What may stand directly beside a name without making it part of a longer one. */
import { HAN, KATAKANA } from '../text/script'
import { hitsFrom, hitsUntil, nounFrom, type Reading, scriptAt } from './reading'

/** So far behind a name the end of a longer one is looked for. */
const LONGEST = 12
/** One kanji before a name that is a word of its own: 対中国, 在日本, 旧ソ連, 両外相. */
const BEFORE = new Set('対訪反親在駐各両同元前新旧現約計故他当本')
/** One kanji behind a name that makes another word of it: 自衛隊法, 日本人, 防衛省幹部 not. */
const MAKES_ANOTHER = new Set(
  '法令府省庁局部課院所署党会社団隊軍校館園塾派号機艦船線駅港橋川山島湖県市区町村郡州道人語長員相官史学者式流族教券銀証賞杯戦展徒祭街像紙誌報通網座宮寺城門塔湾岬峡浜岳谷沢沼池森林原野田丘坂口',
)
/** Ends of longer names that begin with a place: 日本製鉄, 中国銀行, 台湾大学. */
const BODY_BEHIND =
  /(?:製鉄|製作所|銀行|大学|高校|大学校|学園|学院|協会|連盟|連合|連合会|学会|学術会議|財団|機構|機関|公社|公団|公庫|基金|組合|研究所|研究院|研究会|研究センター|センター|病院|航空|空港|電力|電機|電気|電工|電子|重工|重工業|工業|化学|製薬|薬品|生命|保険|証券|信託|新聞|新聞社|通信|通信社|放送|放送協会|テレビ|郵政|郵便|郵船|鉄道|旅客鉄道|交通|運輸|海運|水産|製紙|製粉|食品|酒造|建設|不動産|商事|物産|商会|商工会議所|会議所|会館|博物館|美術館|図書館|劇場|球場|体育館|競技場|大使館|総領事館|領事館|教会|神社|大社|憲法|国憲法|刑法|民法|選手権|シリーズ|リーグ|カップ|オープン|グランプリ|ホールディングス|グループ|カンパニー|モーターズ|タイムズ|ポスト|ジャーナル|ドーム|スタジアム|タワー|ビル|ホテル|株式会社|委員会|審議会|評議会|協議会|人民|族|海峡|半島|諸島|列島|高原|平原|平野|盆地|海溝|山脈|湾岸|料理|文学|史|酒|茶|語|人)$/u

/** Adverbs and words of time before a name: 当面|利下げ, 今後|米国. In folded text 一部 is 1部. */
const TIME_WORD =
  '(?:[新来今本昨前]?年度|当面|今後|1時|現在|今回|事実上|当時|近年|最近|昨今|以来|以降|以前|直後|直前|結局|1方|1部|今年|去年|来年|昨年|今月|先月|来月|毎年|今日|昨日|先週|今週|来週|年内|年末|年始)'
const WORD_BEFORE = new RegExp(`(?<!\\p{sc=Han})${TIME_WORD}$`, 'u')
const WORD_FIRST = new RegExp(`^${TIME_WORD}`, 'u')
/** Katakana nouns that stand beside a place or body without making a name of it. */
const NOUN_BEHIND =
  /^(?:チーム|メディア|メーカー|ペア|コーチ|ファン|サポーター|サイド|トップ|ナンバー|バブル|ブランド|マネー|リスク|ショック|シェア|ロケット|タンカー|ターミナル|ドローン|ミサイル|ベース|エネルギー|インフラ|インフレ|ビジネス|デスク|ビザ|パスポート|メダ|リポート|オフィス|メンバー|スタッフ|ホームページ|サイト|アカウント|ニュース|ウェブ|サイバー|プラント|テロ|キャンプ|ロビー|スパイ|ユニット|グループ|ビル|エコノミスト|アナリスト|リーダー|スポークス|オープン|ドル|ルート|ツアー|エリア|レベル|ランキング|データ|モデル|シフト|ゲーム|アニメ|セクター|デモ|ボイコット)/u
/** Words that begin no part of a name: 大手|銀行, 国内|大学, 関係|機関. */
export const COMMON_WORD =
  /^(?:大手|国内|国営(?!テレビ|放送|通信|石油|航空)|政府|有力|主要|地方|現地|民間|公立|私立|国立|名門|各|州立|投資|側|当局|関係|独立|専門|最大|初|系|産|製|発|向|人(?![口権材工])|兵|軍|勢|製造|情報|行政|捜査|報道|公的|金融|研究|医療|教育|諮問|援助|支援|人道|監視|規制|全|両|同|元|前|新|旧|現|内|外|間|対|第3|常任|特別|以外|以上|史上|[東西南北]部|首都|周辺|中心)/u

/** Whether a run of letters begins with such a word. */
export const opensWithWord = (run: string): boolean => WORD_FIRST.test(run)

/** Whether the same script goes on before a match as part of the same word. */
export function goesOnBefore(reading: Reading, start: number, length: number): boolean {
  const script = scriptAt(reading, start)
  if (start === 0 || scriptAt(reading, start - 1) !== script || script !== HAN) return false
  if (hitsUntil(reading, start).some((hit) => hit.end - hit.start > 1)) return false
  if (WORD_BEFORE.test(reading.text.slice(Math.max(0, start - 4), start))) return false
  const before = reading.text[start - 1] ?? ''
  if (BEFORE.has(before) && scriptAt(reading, start - 2) !== HAN) return false
  return length < 4
}

/** Whether what stands behind a match makes a longer name of it. */
export function goesOnBehind(reading: Reading, end: number, isPlace: boolean): boolean {
  if (end >= reading.text.length) return false
  const script = scriptAt(reading, end)
  if (script !== HAN && script !== KATAKANA) return false
  const run = nounFrom(reading, end, LONGEST)
  const next = reading.text[end + run.length] ?? ''
  const known = hitsFrom(reading, end).some((hit) => hit.end - hit.start > 1)
  const last = scriptAt(reading, end - 1)
  // 報|じる is a verb of its own, 法|の a noun with its particle.
  const noun = !/^[ぁ-ん]/u.test(next) || /^[のはがをにでともやへな]/u.test(next)
  if (isPlace && /^[洋海湾島州市県川山語戦]$/u.test(run)) return true
  if (run.length === 1 && last === HAN && noun && MAKES_ANOTHER.has(run)) return true
  if (isPlace && ((BODY_BEHIND.test(run) && !isCommon(run)) || /^(?:標準時|時間)/u.test(run)))
    return true
  // 新年度予算|案: a draft budget is a word of its own.
  if (run[0] === '案' && reading.text.slice(end - 2, end) === '予算') return true
  if (isPlace && /^局(?:長|次長|参事官|審議官|課長)/u.test(run)) return true
  if (known || last !== HAN) return false
  // 日本|ハム, 沖縄|トラフ: katakana that no known word is goes on a name in kanji.
  if (script === KATAKANA)
    return isPlace && !isArea(reading, end) && kana(run).length > 1 && !NOUN_BEHIND.test(run)
  // 法 and its like also end a name where another word follows: 自衛隊法|改正案.
  return run.length > 1 && (run[0] === '法' || run[0] === '級')
}

/** 大手|銀行 names none, but アメリカ|人 is one word. */
const isCommon = (run: string): boolean => COMMON_WORD.test(run) && !run.endsWith('人')

/** テキサス州|ダラス: a smaller place follows a larger one. */
const isArea = (reading: Reading, end: number): boolean =>
  /[州県市都府区町村国]/u.test(reading.text[end - 1] ?? '')

const kana = (run: string): string => /^[ァ-ヺー]+/u.exec(run)?.[0] ?? ''
