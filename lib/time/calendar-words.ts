/** Words that count from the publication day (昨年, 来月) or from the day last spoken of (翌日, 同年). */
import { fromContext, fromNow, type PartOfDay, type Ref } from './spec'

export const YEARS: Record<string, Ref> = {
  一昨々年: fromNow(-3),
  一昨年: fromNow(-2),
  おととし: fromNow(-2),
  昨年: fromNow(-1),
  去年: fromNow(-1),
  今年: fromNow(0),
  ことし: fromNow(0),
  本年: fromNow(0),
  来年: fromNow(1),
  再来年: fromNow(2),
  前々年: fromContext(-2),
  前年: fromContext(-1),
  同年: fromContext(0),
  この年: fromContext(0),
  その年: fromContext(0),
  当年: fromContext(0),
  翌年: fromContext(1),
  翌々年: fromContext(2),
}

/** First half of 今春, 来秋. */
export const SEASON_YEARS: Record<string, Ref> = {
  一昨: fromNow(-2),
  昨: fromNow(-1),
  今: fromNow(0),
  来: fromNow(1),
  翌: fromContext(1),
}

export const SEASONS: Record<string, number> = { 春: 21, 夏: 22, 秋: 23, 冬: 24 }

export const MONTHS: Record<string, Ref> = {
  先々月: fromNow(-2),
  先月: fromNow(-1),
  今月: fromNow(0),
  本月: fromNow(0),
  来月: fromNow(1),
  再来月: fromNow(2),
  前月: fromContext(-1),
  同月: fromContext(0),
  当月: fromContext(0),
  この月: fromContext(0),
  翌月: fromContext(1),
  翌々月: fromContext(2),
}

export const WEEKS: Record<string, Ref> = {
  先々週: fromNow(-2),
  先週: fromNow(-1),
  今週: fromNow(0),
  来週: fromNow(1),
  再来週: fromNow(2),
  前週: fromContext(-1),
  同週: fromContext(0),
  翌週: fromContext(1),
}

export const DAYS: Record<string, { day: Ref; part?: PartOfDay }> = {
  さきおととい: { day: fromNow(-3) },
  一昨日: { day: fromNow(-2) },
  おととい: { day: fromNow(-2) },
  昨日: { day: fromNow(-1) },
  きのう: { day: fromNow(-1) },
  今日: { day: fromNow(0) },
  きょう: { day: fromNow(0) },
  本日: { day: fromNow(0) },
  明日: { day: fromNow(1) },
  あす: { day: fromNow(1) },
  あした: { day: fromNow(1) },
  明後日: { day: fromNow(2) },
  あさって: { day: fromNow(2) },
  前々日: { day: fromContext(-2) },
  前日: { day: fromContext(-1) },
  同日: { day: fromContext(0) },
  同じ日: { day: fromContext(0) },
  この日: { day: fromContext(0) },
  その日: { day: fromContext(0) },
  当日: { day: fromContext(0) },
  翌日: { day: fromContext(1) },
  翌々日: { day: fromContext(2) },
  昨朝: { day: fromNow(-1), part: 'MO' },
  昨夕: { day: fromNow(-1), part: 'EV' },
  昨夜: { day: fromNow(-1), part: 'NI' },
  昨晩: { day: fromNow(-1), part: 'NI' },
  ゆうべ: { day: fromNow(-1), part: 'NI' },
  今未明: { day: fromNow(0), part: 'MO' },
  今朝: { day: fromNow(0), part: 'MO' },
  けさ: { day: fromNow(0), part: 'MO' },
  今夕: { day: fromNow(0), part: 'EV' },
  今夜: { day: fromNow(0), part: 'NI' },
  今晩: { day: fromNow(0), part: 'NI' },
  こんや: { day: fromNow(0), part: 'NI' },
  明朝: { day: fromNow(1), part: 'MO' },
  明晩: { day: fromNow(1), part: 'NI' },
  翌朝: { day: fromContext(1), part: 'MO' },
  翌晩: { day: fromContext(1), part: 'NI' },
  前夜: { day: fromContext(-1), part: 'NI' },
  同夜: { day: fromContext(0), part: 'NI' },
}

/** Days with a name. */
export const NAMED_DAYS: Record<string, { month: number; day: number }> = {
  元日: { month: 1, day: 1 },
  元旦: { month: 1, day: 1 },
  大みそか: { month: 12, day: 31 },
  大晦日: { month: 12, day: 31 },
}

/** Annotation guidelines: 未明 早朝 朝 午前 TMO; 昼 正午 TMI; 午後 TAF; 夕方 夕 TEV; 夜 深夜 TNI. */
export const PARTS: Record<string, PartOfDay> = {
  未明: 'MO',
  早朝: 'MO',
  明け方: 'MO',
  朝方: 'MO',
  朝: 'MO',
  午前中: 'MO',
  午前: 'MO',
  正午: 'MI',
  昼すぎ: 'MI',
  昼過ぎ: 'MI',
  昼前: 'MI',
  昼: 'MI',
  午後: 'AF',
  夕方: 'EV',
  夕刻: 'EV',
  夕: 'EV',
  夜遅く: 'NI',
  深夜: 'NI',
  夜中: 'NI',
  夜: 'NI',
  晩: 'NI',
}
