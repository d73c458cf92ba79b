/** Titles and honorifics behind a name: where they end and what they say. */
import { DIGIT, HAN, KATAKANA, LATIN } from '../text/script'
import { type Reading, scriptAt } from './reading'

/** Honorifics say nothing of an office: 氏, さん and the forms of court and police reports. */
const HONORIFICS = new Set([
  '氏',
  'さん',
  '様',
  'さま',
  '君',
  'くん',
  'ちゃん',
  '女史',
  '夫人',
  '夫妻',
  '容疑者',
  '被告',
  '受刑者',
  '死刑囚',
  '元死刑囚',
  '殿下',
  '陛下',
  '両氏',
])
const PREFIXES = ['前', '元', '次期', '新', '故', '現', '初代', '当時', '同']
/** Titles that end where other nouns may follow at once (首相|就任, 大統領|令). */
const COMPLETE = [
  '内閣総理大臣',
  '総理大臣',
  '首相',
  '総理',
  '副首相',
  '大統領',
  '副大統領',
  '国家主席',
  '主席',
  '総書記',
  '書記長',
  '第一書記',
  '第1書記',
  '総統',
  '国王',
  '女王',
  '王妃',
  '皇太子',
  '皇帝',
  '天皇',
  '法王',
  '教皇',
  '外務大臣',
  '外相',
  '財務大臣',
  '財務相',
  '財相',
  '防衛大臣',
  '防衛相',
  '国防相',
  '国防大臣',
  '経済産業大臣',
  '経産相',
  '経済産業相',
  '総務相',
  '総務大臣',
  '法相',
  '法務大臣',
  '文科相',
  '文部科学相',
  '厚労相',
  '厚生労働相',
  '農水相',
  '農林水産相',
  '国交相',
  '国土交通相',
  '環境相',
  '環境大臣',
  '経済再生相',
  '経済再生担当相',
  '経済安保相',
  '経済安全保障相',
  'デジタル相',
  '官房長官',
  '内閣官房長官',
  '副長官',
  '官房副長官',
  '貿易相',
  '商務相',
  '内相',
  '運輸相',
  '通産相',
  '蔵相',
  '大蔵大臣',
  '通商産業相',
  '国務長官',
  '国防長官',
  '戦争長官',
  '財務長官',
  '商務長官',
  '司法長官',
  '国土安全保障長官',
  '厚生長官',
  'エネルギー長官',
  '農務長官',
  '長官',
  '大臣',
  '副大臣',
  '政務官',
  '次官',
  '事務次官',
  '次官補',
  '報道官',
  '大統領補佐官',
  '首相補佐官',
  '補佐官',
  '通商代表',
  '特使',
  '大使',
  '公使',
  '総領事',
  '参事官',
  '審議官',
  '書記官',
  '衆院議員',
  '参院議員',
  '衆議院議員',
  '参議院議員',
  '上院議員',
  '下院議員',
  '議員',
  '議長',
  '副議長',
  '委員長',
  '委員',
  '党首',
  '代表',
  '共同代表',
  '代表代行',
  '幹事長',
  '書記局長',
  '政調会長',
  '政務調査会長',
  '総務会長',
  '国対委員長',
  '選対委員長',
  '選挙対策委員長',
  '幹事長代行',
  '総裁',
  '副総裁',
  '知事',
  '副知事',
  '市長',
  '区長',
  '町長',
  '村長',
  '府知事',
  '都知事',
  '会長',
  '副会長',
  '社長',
  '副社長',
  '頭取',
  '理事長',
  '理事',
  '専務',
  '常務',
  '取締役',
  'CEO',
  'COO',
  'CFO',
  '最高経営責任者',
  '名誉会長',
  '相談役',
  '顧問',
  '会頭',
  '事務総長',
  '事務局長',
  '専務理事',
  '上級代表',
  '高等弁務官',
  '局長',
  '部長',
  '課長',
  '室長',
  '所長',
  '院長',
  '学長',
  '校長',
  '総長',
  '署長',
  '本部長',
  '司令官',
  '司令',
  '参謀長',
  '統合幕僚長',
  '幕僚長',
  '団長',
  '隊長',
  '船長',
  '機長',
  '総監',
  '大将',
  '中将',
  '少将',
  '大佐',
  '教授',
  '准教授',
  '名誉教授',
  '特任教授',
  '講師',
  '研究員',
  '主任研究員',
  '上席研究員',
  '主席研究員',
  '弁護士',
  '医師',
  '記者',
  '編集委員',
  '論説委員',
  'アナリスト',
  'エコノミスト',
  'ストラテジスト',
  '選手',
  '監督',
  '投手',
  '捕手',
  '内野手',
  '外野手',
  'コーチ',
  '棋士',
  '九段',
  '八段',
  '名人',
  '竜王',
  '師',
  '裁判長',
  '裁判官',
  '検事総長',
  '検事',
  '判事',
  '担当相',
  '対策官',
  '広報官',
  '作家',
  '俳優',
  '女優',
  '歌手',
  '監事',
  '代表取締役',
  '代表理事',
  '国連大使',
  '支店長',
  '工場長',
  '組合長',
  '館長',
  '園長',
  '座長',
  '主将',
  '王子',
  '王女',
  '首席',
  '司教',
  '大司教',
  '枢機卿',
  '報道局長',
  '首席補佐官',
  '指揮官',
  '最高指導者',
  '師',
  '親方',
  '横綱',
  '大関',
  '関',
].map((title) => title.replaceAll('一', '1').replaceAll('九', '9').replaceAll('八', '8'))
const COMPLETE_SET = new Set(COMPLETE)
/** Ends of titles that the list above need not spell out: a run of kanji that ends so is a title. */
const HEADS =
  /(?:大臣|[外財法農蔵内環]相|務相|衛相|防相|産相|労相|交相|科相|水相|当相|保相|生相|ル相|易相|総理|大統領|長官|補佐官|補佐官補|報道官|司令官|参事官|審議官|政務官|事務官|書記官|対策官|調整官|交渉官|企画官|分析官|監察官|管理官|専門官|弁務官|裁判官|次官|次官補|次官補代理|代表|大使|公使|領事|[局部課室所院学校総署会社議幹委団隊船機館園座店場支庁班係士]長|事長|員長|議員|委員|役員|研究員|調査員|教授|講師|助教|知事|議長|総裁|総監|主席|書記|首席|顧問|理事|取締役|責任者|弁護士|会計士|医師|記者|選手|監督|特使|担当|代理|代行|補佐|王|中将|少将|大将|大佐|准将)$/u

export interface Title {
  /** Folded offset behind the title. */
  readonly end: number
  /** As it stands behind the name. */
  readonly text: string
  /** Without 前, 元 … */
  readonly core: string
  readonly prefix: string | null
  readonly honorific: boolean
}

/**
 * The title or honorific that stands at `at`, directly behind a name; null where none does.
 * Looks at most 24 units ahead.
 */
export function titleAt(reading: Reading, at: number): Title | null {
  const { text } = reading
  if (text.startsWith('さん', at) || text.startsWith('さま', at) || text.startsWith('くん', at))
    return title(text.slice(at, at + 2), at + 2)
  const limit = Math.min(text.length, at + 24)
  let end = at
  while (end < limit && isTitleUnit(reading, end)) end++
  if (end === at) return null
  const run = text.slice(at, end)
  if (end < limit || end === text.length) {
    const whole = title(run, end)
    if (whole && (whole.honorific || COMPLETE_SET.has(whole.core) || HEADS.test(whole.core)))
      return whole
  }
  for (let length = run.length; length > 0; length--) {
    const part = title(run.slice(0, length), at + length)
    if (part && (part.honorific || COMPLETE_SET.has(part.core) || endsComplete(part.core)))
      return part
  }
  return null
}

/** True for a word that by itself is a title (首相, 局長). */
export const isTitle = (word: string): boolean => COMPLETE_SET.has(word)
/** True for a run of characters that ends as titles end. */
export const endsAsTitle = (run: string): boolean => COMPLETE_SET.has(run) || HEADS.test(run)

function endsComplete(core: string): boolean {
  for (let length = Math.min(8, core.length); length > 1; length--)
    if (COMPLETE_SET.has(core.slice(-length))) return true
  return false
}

function title(text: string, end: number): Title {
  const prefix = PREFIXES.find((word) => text.startsWith(word) && text.length > word.length) ?? null
  const core = prefix ? text.slice(prefix.length) : text
  return { end, text, core, prefix, honorific: HONORIFICS.has(core) }
}

function isTitleUnit(reading: Reading, at: number): boolean {
  const script = scriptAt(reading, at)
  return script === HAN || script === KATAKANA || script === LATIN || script === DIGIT
}
