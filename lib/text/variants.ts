/**
 * Characters that print the same name differently: old forms (kyūjitai) and the variants that
 * family registers keep (髙, 﨑, 邉). Each line reads: usual form, then what folds into it.
 * After the list of standard and permitted forms of the jōyō table (文化庁, 2010) and JIS X 0213.
 */
const GROUPS = `
高髙 崎﨑嵜碕 辺邊邉 国國囯 沢澤 斎齋 斉齊 浜濱濵 広廣 島嶋嶌 桜櫻 渡渡 真眞 万萬 与與 両兩 並竝 乗乘 乱亂 亜亞 仏佛 仮假
伝傳 体體 余餘 併倂 価價 侮侮 倹儉 偽僞 僧僧 児兒 党黨 円圓 写寫 冴冱 凛凜 処處 剣劍劒劔 剤劑 剰剩 励勵 労勞 効效 勅敕 勤勤 勧勸 勲勳 区區 医醫 卑卑
単單 即卽 巻卷 厳嚴 参參 収收 叙敍敘 台臺 号號 吉𠮷 喝喝 営營 嘆嘆 嘱囑 器器 囲圍 図圖 団團 圏圈 圧壓 堕墮 塁壘 塚塚 塩鹽 増增 墨墨 壊壞 壌壤 壮壯 声聲 壱壹 売賣 変變
奥奧 奨奬 嬢孃 学學 宝寶 実實 寛寬 寝寢 対對 専專 寿壽 将將 尽盡 届屆 属屬 層層 岳嶽 峡峽 巌巖 帯帶 帰歸 庁廳 廃廢 弐貳 弾彈 当當 径徑 従從 徳德 徴徵 応應
恋戀 恒恆 恵惠 悔悔 悩惱 悪惡 惨慘 慎愼 慨慨 憎憎 懐懷 戦戰 戯戲 払拂 抜拔 択擇 担擔 拝拜 拠據 拡擴 挙擧 挟挾 挿插 捜搜 掲揭 揺搖 摂攝 撃擊 敏敏 敷敷 数數 斉齊 断斷
既既 旧舊 昼晝 晋晉 晩晚 暁曉 暑暑 暦曆 曽曾 会會 朗朗 条條 来來 枢樞 栄榮 桟棧 梅梅 検檢 楼樓 楽樂 概槪 様樣 槙槇 権權 横橫 欠缺 欧歐 歓歡 歩步 歯齒 歴歷 殴毆 残殘 殺殺 殻殼 毎每
気氣 沿沿 浄淨 浅淺 涙淚 海海 渇渴 済濟 渉涉 渋澁 渓溪 温溫 湿濕 満滿 漢漢 滝瀧 滞滯 潜潛 瀬瀨 灯燈 炉爐 点點 為爲 焼燒 煮煮 犠犧 状狀 独獨 狭狹 猟獵 献獻 獣獸 瑠琉 瓶甁 画畫 畳疊
発發 盗盜 県縣 砕碎 社社 祉祉 祈祈 祖祖 祝祝 神神 祥祥 禅禪 禍禍 福福 秘祕 称稱 稲稻 穀穀 穂穗 穏穩 突突 窃竊 竜龍 節節 糸絲 経經 粋粹 粛肅 絵繪 継繼 続續 総總 緑綠 緒緖 縁緣 縄繩 練練 縦縱 繁繁 繊纖 署署
缶罐 翻飜 者者 聴聽 胆膽 脳腦 臓臟 臭臭 芸藝 茎莖 荘莊 著著 蔵藏 薫薰 薬藥 虚虛 虫蟲 蚕蠶 蛍螢 蛮蠻 衛衞 装裝 褐褐 覇霸 視視 覚覺 覧覽 観觀 触觸 訳譯 証證 誉譽 読讀 諸諸 謁謁 謡謠 譲讓 豊豐 賓賓 賛贊 贈贈 践踐 転轉 軽輕 辞辭 逓遞 遅遲 逸逸 遥遙 郎郞 郷鄕 都都 酔醉 醸釀 釈釋 鉄鐵鉃 鉱鑛 銭錢 録錄 鋳鑄 錬鍊 鎮鎭 関關 闘鬪 陥陷 険險 随隨 隆隆 隠隱 隣鄰 隷隸 雑雜 難難 霊靈 静靜 響響 頻頻 頬頰 顔顏 顕顯 類類 飲飮 駅驛 駆驅 騒騷 験驗 髄髓 闘鬭 鶏鷄 麦麥 黄黃 黒黑 黙默 歳嵗 尭堯 遷迁 鴎鷗 侠俠 躯軀 掴摑 祢禰 砺礪 檜桧 裡裏 葛葛 薮藪 壷壺 籠篭 曜曜 峰峯 杯盃 略畧 富冨 舘館 凉涼 恊協 劦協 叶協 曻昇 淵渕 槌槌 靭靱 塡填 妍姸 礼禮 祐祐 禎禎 弥彌 翠翠 慧慧 惠恵 涌湧 昻昂
`

const table = new Map<number, string>()
for (const group of GROUPS.trim().split(/\s+/u)) {
  const [usual, ...others] = [...group]
  if (!usual) continue
  for (const other of others) {
    const unit = other.codePointAt(0)
    if (unit !== undefined && other !== usual) table.set(unit, usual)
  }
}
// Only real merges of identity belong here: a character that is itself a usual form stays.
for (const kept of '裏館協昇琉叶堯涼恵湧昂') table.delete(kept.codePointAt(0) ?? 0)

/** The usual form of a code point that is only another shape of it, or undefined. */
export const usualForm = (codePoint: number): string | undefined => table.get(codePoint)
