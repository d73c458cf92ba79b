/** Kanji names whose surname no list knows, where only a person can stand. */
import { HAN } from '../text/script'
import { couldBeGiven, GIVEN_END } from './given-names'
import { PERSONAL, titleBehind } from './name-title'
import type { NameSpan } from './names'
import { type Hit, hitsFrom, type Reading, scriptAt } from './reading'
import type { Tables } from './tables'
import { SURE, type Title } from './titles'

/** Posts that only single people carry, so that a word before one which looks like a name is a name. */
const POST =
  /^(?:(?:特任|名誉|客員|准)?教授|講師|裁判長|裁判官|弁護士|(?:[衆参]議?院|上院|下院)?議員|[県市区都府町村]議|投手|捕手|[内外]野手|選手|(?:総)?監督|(?:ヘッド|投手|打撃|守備)?コーチ|会長|社長|理事長|代表|(?:主任|上席|主席|客員|上級|特別)?研究員|医師|院長|学長|棋士|[4-9]段|名人|竜王)$/u
/** Words of the press that end like a given name, folded. */
const WORD =
  /日本|代表|先発|最[優高多年新大]|優秀|殺人|放火|強盗|事件|事故|若手|世界|外国|本人|個人|新人|法人|老人|男子|女子|男性|女性|無所属|現職|前職|元職|与党|野党|有力|地元|国内|海外|主力|主任|専任|常任|大学|高校|国立|私立|公立|県立|市立|実行|町内|商店|自治|後援|振興|取締|代行|顧問|弁護|参考|証人|担当|短距離|長距離|中距離|中継|救援|左腕|右腕|速球|2刀|保守|革新|穏健|強硬|急進|左派|右派|賛成|反対|慎重|推進|超党派|選出|比例|同期|同僚|元同|伝統|国際|全国|中央|地方|当選|落選|昇格|現場|総合|技術|電子|自動|製造|販売|不動産|大手|中小|零細|親会|子会|候補|全員|1部|多数|少数|複数|両[者国]|5輪|予選|決勝|準々|優勝|上位|下位|強化|育成|歴代|初代|先代|[23]代|前任|後任|新任|再任|兼任|主席|次席|筆頭|専門|経験|関係|出身|所属|契約|登録|最年|史上|唯1|名物|看板|人気|期待|注目|話題|問題|時間|年間|期間|期生/u

/** Names in a block: …氏, NAME・post, 【place＝NAME】, and NAME with a post where a phrase begins. */
export function plainNames(reading: Reading, tables: Tables): NameSpan[] {
  const spans: NameSpan[] = []
  const { text } = reading
  let at = 0
  while (at < text.length) {
    if (scriptAt(reading, at) !== HAN) {
      at++
      continue
    }
    const start = at
    while (at < text.length && scriptAt(reading, at) === HAN) at++
    if (at - start < 3) continue
    const byline = text[start - 1] === '=' && text[at] === '】' && at - start <= 6
    if (byline) spans.push(plain(reading, start, at, null))
    for (const length of [4, 3, 5]) {
      const end = start + length
      const title = end <= at ? calledBehind(reading, tables, start, end, at) : null
      if (!title) continue
      spans.push(plain(reading, start, end, title))
      break
    }
  }
  return spans
}

/** The title that shows a run of kanji to be a name; null where it does not. */
function calledBehind(
  reading: Reading,
  tables: Tables,
  start: number,
  end: number,
  runEnd: number,
): Title | null {
  const { text } = reading
  const dotted = text[end] === '・' && end === runEnd
  const spaced = text[end] === ' ' && end === runEnd
  if (end === runEnd && !dotted && !spaced) return null
  // What ends or goes on as a given name does; the surname may have any character.
  if (
    !couldBeGiven(text.slice(start + 1, end)) ||
    /[庁局課党社議院団署故亡某元前新現同両各]/u.test(text[start] ?? '')
  )
    return null
  // 柘植元|議員 is rather a former member than somebody called 植元.
  if (!dotted && !spaced && /[元新前現]$/u.test(text.slice(start, end))) return null
  const notGiven = ({ form, end: family }: Hit) =>
    tables.isSurname(form) && family < end && !couldBeGiven(text.slice(family, end))
  if (hitsFrom(reading, start).some((hit) => hit.end - hit.start > 2 || notGiven(hit))) return null
  const title = titleBehind(tables, reading, start, end)
  if (!title) return null
  const name = text.slice(start, end)
  if (dotted && !title.honorific) return title
  if (PERSONAL.test(title.core)) return spaced && WORD.test(name) ? null : title
  if (title.sure !== SURE.whole || title.honorific || !POST.test(title.core)) return null
  if (!GIVEN_END.has(name.at(-1) ?? '') || WORD.test(name)) return null
  for (let k = start; k < end - 1; k++)
    if (hitsFrom(reading, k).some((hit) => hit.end > k + 1 && tables.namedOf(hit.form).length > 0))
      return null
  return title
}

const plain = (reading: Reading, start: number, end: number, title: Title | null): NameSpan => ({
  start,
  nameEnd: end,
  end: title?.end ?? end,
  name: reading.text.slice(start, end),
  kind: 'new',
  title,
  things: [],
  family: null,
})
