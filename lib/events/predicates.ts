/**
 * The words by which news tells of events, by kind.
 *
 * `action` is a noun that する turns into a verb (訪問), `noun` one that needs 行う, 開く and the like
 * (首脳会談), `verb` a verb's stem with the noun that names it in a title (訪れ: 訪問).
 */
import type { EventType } from './schema'

export type Form = 'action' | 'noun' | 'verb' | 'light'

export interface Predicate {
  readonly type: EventType
  readonly form: Form
  /** How a title names it. */
  readonly noun: string
}

const COUNTRY = '[米日中韓朝露ロ英仏独伊欧印豪台越比加伯]'

interface Words {
  readonly action?: string
  readonly noun?: string
  readonly verb?: Record<string, string>
}

const WORDS: Partial<Record<EventType, Words>> = {
  call: {
    action: '電話会談 電話協議 電話首脳会談 オンライン会談',
    verb: { '電話で(?:会談|協議|話し?|意見)': '電話会談' },
  },
  meeting: {
    action:
      '会談 会合 面会 協議 対談 意見交換 面談 表敬訪問 引見 接見 交渉 話し合い 会食 党首討論 折衝 対話',
    noun: '首脳会談 外相会談 防衛相会談 閣僚会合 外相会合 首脳会合 閣僚会議 実務者協議 高級実務者会合 緊急会合 臨時閣議 閣議 夕食会 昼食会 総務会 役員会 審議会 委員会 諮問会議 有識者会議 国家安全保障会議 党大会 理事会',
    verb: {
      '向き合[っい]': '会談',
      '話し合[いうっわ]': '話し合い',
      '会[っいう](?=[たて、])': '面会',
      '招[いきく]': '招待',
      もてなし: 'もてなし',
    },
  },
  visit: {
    action: `訪問 歴訪 来訪 来日 来韓 来米 来訪 訪${COUNTRY} 訪欧 訪朝 訪イラン 渡米 渡航 渡欧 出発 到着 帰国 視察 遊説 参拝 入国 出国 案内 外遊 現地入り 国賓訪問 公式訪問`,
    verb: {
      訪れ: '訪問',
      '(?<=[にへ])向か[いうっ]': '出発',
      // 9月に行った, 会場で行った are no journeys: only to a place does one go.
      '(?<=(?:[市県州都府区町村島港]|[ァ-ヶー]{2}|米国|中国|韓国)[にへ])行[きくっ](?=[、たて])':
        '訪問',
      '(?<=を)発[っち]': '出発',
      赴い: '訪問',
    },
  },
  statement: {
    action:
      '表明 発言 強調 主張 批判 非難 指摘 要請 答弁 投稿 説明 声明 会見 記者会見 コメント 警告 反論 否定 抗議 演説 宣言 言及 謝罪 歓迎 反発 要求 示唆 主張 陳謝 提案 提言 発表 通告 伝達 釈明 明言 断言 講演 通知',
    verb: {
      述べ: '発言',
      '語[っりるら]': '発言',
      '話し(?=[たてま、])|話す': '発言',
      '明らかに[しす]': '表明',
      '訴え(?=[たてま、る])': '訴え',
      '求め(?=[たてま、る])': '要求',
      '(?:考え|意向|認識|姿勢|方針|見解|意欲|見方|懸念|理解|期待感|決意|立場|謝意|祝意|支持)を(?:改めて)?(?:示[しす]|表[しす]|伝え)':
        '表明',
      '(?:と|を)伝え': '伝達',
      '呼びかけ|呼び掛け': '呼びかけ',
      '(?<=と)(?:称|評)し': '発言',
      やりとりし: 'メッセージの交換',
      語りかけ: '発言',
      '祝[いっ]': '祝意',
    },
  },
  agreement: {
    action:
      '合意 締結 署名 調印 妥結 申し合わせ 大筋合意 基本合意 発効 停戦 休戦 和解 国交正常化 国交回復 加盟',
    noun: '停戦合意 協定 日中共同声明',
    verb: {
      '(?:で|と)一致し': '一致',
      '打ち出[しさ]': '打ち出し',
      '(?<=[を])結[びんぶ]': '締結',
      '(?<!人[はが]|[絆縁線道橋]で)結ばれ(?=[たてま、る])': '締結',
      '(?<![論見葉話手約][がはも])交わされ(?=[たてま、る])': '合意',
      申し合わせ: '申し合わせ',
    },
  },
  publication: {
    action:
      '公表 公開 出版 発行 刊行 報道 掲載 配信 発出 開示 発刊 勧告 退避勧告 避難勧告 避難指示 避難命令',
    noun: '',
    verb: {
      '報じ(?!られ)': '報道',
      '(?<=」を)出し': '発出',
      '(?<=[報告書情報勧告]を)出[しさ]': '発出',
    },
  },
  appointment: {
    action:
      '就任 任命 選出 指名 起用 辞任 辞職 退任 解任 罷免 内定 再任 留任 辞意 更迭 復帰 入閣 即位 退位 継承 就職',
    noun: '政権発足 新政権発足 内閣発足 大統領就任式 就任式 内閣改造 組閣',
    verb: { '(?<=[領相長官]に)就[いく]': '就任', '(?<=に)選ばれ': '選出', '退[いく]': '退任' },
  },
  election: {
    action:
      '当選 落選 圧勝 大勝 勝利 敗北 大敗 惨敗 投票 投開票 公示 告示 立候補 出馬 解散 再選 初当選',
    noun: '衆議院選挙 参議院選挙 衆院選 参院選 総選挙 選挙 大統領選挙 大統領選 中間選挙 総裁選 代表選 知事選 市長選 議員選挙 統一地方選 都議選 議会選挙 国民投票 住民投票',
    verb: {},
  },
  legislation: {
    action:
      '採決 可決 成立 施行 公布 閣議決定 採択 改正 制定 批准 否決 審議入り 廃止 改定 提出 法制化 議決 裁決 衆院通過 通過 了承 答申',
    noun: '',
    verb: {},
  },
  military: {
    action:
      '派遣 配備 展開 出動 出港 寄港 侵入 撤退 増派 迎撃 封鎖 拿捕 演習 訓練 合同演習 合同訓練 共同訓練 飛行 航行 進入 動員 監視 掃海 離陸 着陸',
    noun: '軍事演習 軍事パレード',
    verb: {},
  },
  test: {
    action: '核実験 発射 発射実験 試射 打ち上げ 実験 試験 試運転 実証実験 再突入',
    noun: 'ミサイル発射',
    verb: { 打ち上げ: '打ち上げ' },
  },
  attack: {
    action:
      '攻撃 空爆 爆撃 砲撃 侵攻 侵略 襲撃 銃撃 爆発 殺害 暗殺 占拠 占領 撃墜 拘束 自爆 撃沈 着弾 報復攻撃 開戦 参戦 交戦 反撃 報復',
    noun: '軍事行動 軍事作戦 テロ 同時多発テロ 戦闘 クーデター 戦争',
    verb: {},
  },
  disaster: {
    action: '墜落 衝突 追突 沈没 脱線 噴火 氾濫 倒壊 死亡 遭難 転覆 座礁 感染 停電 浸水',
    noun: '地震 津波 台風 洪水 火災 火事 事故 土砂崩れ 豪雨 大雨 大雪 震災 大震災 山火事',
    verb: { '亡くな[りっ]': '死去', '死去し|死去': '死去' },
  },
  court: {
    action:
      '逮捕 起訴 提訴 勾留 書類送検 送検 家宅捜索 捜索 告発 告訴 控訴 上告 釈放 保釈 再逮捕 摘発 立件 略式起訴 求刑 有罪 無罪 宣告',
    noun: '判決 初公判 公判 裁判 弾劾 死刑執行',
    verb: {
      '言い渡[しさ]': '判決',
      訴えを起こ: '提訴',
      '(?<=裁[^。]{0,60}(?:判断|決定|判決)を)(?:示|下|出)[しさ]': '判断',
    },
  },
  economic: {
    action:
      '利上げ 利下げ 引き上げ 引き下げ 値上げ 値下げ 買収 出資 上場 発動 追加利上げ 達成 経営破綻 破綻 倒産 経営統合 統合 合併 為替介入 放出 発売 減産 増産 操業 稼働 再稼働 販売 着工 完成 完工 開通 導入 値下がり 値上がり 上昇 下落 続落 反発 続伸 急騰 急落 支給 投資 妥結 契約 受注 輸出 輸入 追加 追加関税 課税 凍結 撤回 規制 出店 資金調達 接収 満額回答',
    noun: '決算 春闘 金融政策決定会合 集中回答日 一斉回答 経済対策',
    verb: {
      '(?<=取引を)終え': '取引の終了',
      '(?:引き上げ|引き下げ|引上げ|引下げ)': '引き上げ',
      買い取: '買収',
      前倒しし: '前倒し',
    },
  },
  founding: {
    action:
      '設立 設置 創設 創業 結成 開設 開業 開館 開校 結党 建国 新設 立ち上げ 独立 分社化 発足 開港',
    noun: '',
    verb: { 立ち上げ: '立ち上げ', '立ち上が[りっ]': '立ち上げ', 建てられ: '建設' },
  },
  conference: {
    action: '開幕 閉幕 開会 閉会 召集',
    noun: '開会式 閉会式 開幕式 閉幕式 サミット 首脳会議 総会 全国大会 シンポジウム セミナー フォーラム 安全保障会議 会議 式典 追悼式 慰霊式 万博 五輪 オリンピック パラリンピック 全人代 特別国会 臨時国会 通常国会 セッション 大会 集会 説明会 展示会 国会',
    verb: {},
  },
  other: {
    action:
      '移行 観測 死去 受賞 開始 終了 延期 再開 決定 寄贈 贈呈 確認 発見 発生 到達 完了 中止 登場 運用 変更 申請 認定 登録 返還 合格 通報 検出 公募 募集 優勝 引退 移転 撤去 導入 調査 採用 出席 参加 避難 退避 対戦 追悼 返金 授与 処分 停職 懲戒 除名 離党 入党 合流 結婚 出産 誕生 卒業',
    noun: '決勝 開幕戦 授賞式 卒業式 入学式 花火大会 祭り',
    verb: {
      // Contests.
      '(?<=[にをで])(?:競り)?勝[ちっ](?=[、たて点進まは]|[0-9])': '勝利',
      '(?<=を)(?:下|破|降)[しりっ](?=[、たてま])': '勝利',
      '(?<=[にで])敗れ': '敗戦',
      '(?<=と)引き分け': '引き分け',
      '(?<=位に)入[りっ]': '入賞',
      '(?<=[位勝敗])(?:とな[りっ]|で(?:した|大会を終え)|だった)': '結果',
      '(?<=メダルを)(?:獲得|取[りっ])': 'メダル獲得',
      '(?<=(?:大会|優勝|決勝|種目|級|部門)[^。、]{0,6}を)制し': '優勝',
      '贈[らりっ]': '寄贈',
      '始ま[りるっ]': '開始',
      '始め(?=[たてま、る])': '開始',
      '終わ[りるっ]': '終了',
      終え: '終了',
      '決め(?=[たてま、る])': '決定',
      '決ま[りっ]': '決定',
      '見つか[りっ]': '発見',
      '起き(?=[たてま、る])': '発生',
      受け入れ: '受け入れ',
      取りやめ: '取りやめ',
    },
  },
}

/** 行う, 開く …: verbs that say only that the event beside them takes place. */
const LIGHT: readonly string[] = [
  '行[いうわっな](?!方)',
  'おこな[いうわっ]',
  '開[いかくき](?![発始催幕会票国示設業館校拓港通])',
  '開催',
  '実施',
  '予定',
  '調整(?=[がをしに中])',
  '報じられ',
  '伝えられ',
  '出[しさ](?=(?:て|れて)?い?[るた]「|た「|された「)',
  '臨[みむん]',
  '迎え',
  'もたれ',
  '持[たっ](?=[たてれ])',
  '催[しさ]',
]

interface Entry extends Predicate {
  readonly pattern: string
}

const ENTRIES: Entry[] = (Object.entries(WORDS) as [EventType, Words][]).flatMap(
  ([type, words]) => [
    ...split(words.action).map((noun): Entry => ({ type, form: 'action', noun, pattern: noun })),
    ...split(words.noun).map((noun): Entry => ({ type, form: 'noun', noun, pattern: noun })),
    ...Object.entries(words.verb ?? {}).map(
      ([pattern, noun]): Entry => ({ type, form: 'verb', noun, pattern }),
    ),
  ],
)

function split(words: string | undefined): string[] {
  return (words ?? '').split(/\s+/).filter(Boolean)
}

// 訪[米日中…] are patterns too; plain words are looked up by what matched.
const isPattern = ({ pattern }: Entry): boolean => /[[(?|]/.test(pattern)
const PLAIN = new Map(ENTRIES.filter((entry) => !isPattern(entry)).map((e) => [e.pattern, e]))
/** Words that are both (打ち上げ): nouns before a particle, verbs before an ending. */
const NOUNS = new Map(
  ENTRIES.filter(
    ({ form, pattern }) => form === 'action' && PLAIN.get(pattern)?.form === 'verb',
  ).map((entry) => [entry.pattern, entry]),
)
const NOUN_BEHIND = /^(?:[はがをもの、。へや]|など|ととも|に(?!な)|$)/u
const PATTERNS = ENTRIES.filter(isPattern).map((entry) => ({
  entry,
  at: new RegExp(entry.pattern, 'uy'),
}))

/** The characters with which a pattern can begin: of each alternative its first, lookbehinds left out. */
function firstsOf(pattern: string): string[] {
  const bare = pattern.replace(/^(?:\(\?<[=!][^)]*\))+/u, '')
  const group = /^\(\?:([^()]*)\)/u.exec(bare)?.[1]
  const alternatives = group === undefined ? bare.split('|') : group.split('|')
  return alternatives.flatMap((one) => {
    const set = /^\[([^\]]+)\]/u.exec(one)?.[1]
    return [...(set ?? one.slice(0, 1))]
  })
}

/** For the code of each first character the words that begin with it, the longest first: 電話会談 before 会談. */
const BY_FIRST: ReadonlyMap<number, RegExp> = (() => {
  const lists = new Map<string, string[]>()
  const sources = [...ENTRIES.map(({ pattern }) => pattern), ...LIGHT]
  for (const source of sources.sort((a, b) => b.length - a.length))
    for (const first of new Set(firstsOf(source))) {
      const list = lists.get(first) ?? []
      list.push(source)
      lists.set(first, list)
    }
  return new Map(
    [...lists].map(([first, list]) => [first.charCodeAt(0), new RegExp(list.join('|'), 'uy')]),
  )
})()

export interface Hit extends Predicate {
  readonly start: number
  readonly end: number
  readonly word: string
}

/** All predicate words of a text in order, none overlapping. */
export function predicatesIn(text: string): Hit[] {
  const hits: Hit[] = []
  for (let index = 0; index < text.length; index++) {
    const pattern = BY_FIRST.get(text.charCodeAt(index))
    if (!pattern) continue
    pattern.lastIndex = index
    const word = pattern.exec(text)?.[0]
    if (!word) continue
    const at = { start: index, end: index + word.length, word }
    const noun = NOUNS.get(word)
    const entry =
      (noun && NOUN_BEHIND.test(text.slice(at.end, at.end + 2)) ? noun : PLAIN.get(word)) ??
      patternAt(text, index, word.length)
    if (!entry) hits.push({ ...at, type: 'other', form: 'light', noun: '開催' })
    else {
      const named = entry.form === 'verb' ? entry.noun : word
      hits.push({ ...at, type: entry.type, form: entry.form, noun: named })
    }
    index += word.length - 1
  }
  return hits
}

function patternAt(text: string, index: number, length: number): Entry | undefined {
  return PATTERNS.find(({ at }) => {
    at.lastIndex = index
    return at.exec(text)?.[0].length === length
  })?.entry
}
