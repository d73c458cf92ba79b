import type { Site } from './site'

/** 朝日新聞: no stable name on the body, so the general shape decides. */
export const asahi: Site = {
  hosts: ['asahi.com'],
  headline: ['main h1', '.ArticleTitle h1'],
  drop: '.AdMod, [data-content-type], #KeyGold',
  publisher: '朝日新聞',
}
