/** Bodies and posts that many countries have under one name: 国防省, 大統領府, 外相. */

import type { Kind } from '../glossary/schema'
import { foldForm } from '../text/fold'

const BODIES =
  '国防省 外務省 内務省 財務省 法務省 司法省 保健省 国防部 外交部 国会 議会 上院 下院 海軍 陸軍 空軍 海兵隊 沿岸警備隊 最高裁 最高裁判所 検察 検察庁 中央銀行 大統領府 首相府 首相官邸 外務当局 国防当局 政府軍 国防軍 警察 連邦議会 貿易省 商務省 エネルギー省 石油省 情報省'
const POSTS =
  '大統領 副大統領 首相 副首相 外相 国防相 財務相 内相 貿易相 商務相 保健相 国王 女王 皇太子 大統領報道官 外務省報道官 国防省報道官 中央銀行総裁 外務次官 駐日大使'

const kinds = new Map<string, Kind>()
for (const word of BODIES.split(' ')) kinds.set(foldForm(word).text, 'organisation')
for (const word of POSTS.split(' ')) kinds.set(foldForm(word).text, 'office')

/** The common names, as written; they are compiled beside the entries. */
export const COMMON_BODIES: readonly string[] = [...kinds.keys()]

/** What such a name is, undefined for any other word. */
export const commonKind = (form: string): Kind | undefined => kinds.get(form)
