/** An article of three pages, as sites of news show them; the words are ours. */
import type { Site } from '../../scripts/launch'

const WHOLE = 'https://www.nikkei.com/article/DGXZQOUA190FIXTURE0000/'

/** Address of a page of the article. */
export const pageAddress = (page: number): string => (page === 1 ? WHOLE : `${WHOLE}?page=${page}`)

const TEXTS = [
  [
    '政府は19日、首脳会談の準備を本格化させた。会場の選定はまだ続いており、日程も調整が残る。',
    '国家安全保障局が米側と協議を重ねている。関係者は「詰めの段階だ」と述べ、近く公表する考えを示した。',
  ],
  [
    '会談では拡大抑止の信頼性が主な議題になる見通しだ。共同声明の文言も、事務方の間で練られている。',
    '外務省の担当者は、半導体の供給網についても話し合うと説明した。経済界からは期待の声が上がる。',
  ],
  [
    '与党内には慎重な意見もある。野党は国会での説明を求めており、審議の日程に影響が及びかねない。国家安全保障局は説明を準備している。',
  ],
] as const

const page = (at: number): string => `<!doctype html><html lang="ja"><head><meta charset="utf-8">
<title>首脳会談の準備が本格化（${at}/3ページ） - 見本</title><meta property="og:type" content="article">
<meta property="article:published_time" content="2026-03-19T05:00:00+09:00">
<link rel="canonical" href="${WHOLE}"></head><body><main><article><h1>首脳会談の準備が本格化</h1>
<div class="body">${TEXTS[at - 1]?.map((text) => `<p>${text}</p>`).join('')}</div>
<ul class="pagination">${TEXTS.map((_, k) =>
  k + 1 === at ? `<li>${at}</li>` : `<li><a href="${pageAddress(k + 1)}">${k + 1}</a></li>`,
).join('')}</ul></article></main></body></html>`

export const paged: Site = (url) => {
  const at = [1, 2, 3].find((one) => pageAddress(one) === url.href)
  return at === undefined ? null : { body: page(at) }
}
