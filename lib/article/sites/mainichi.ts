import type { Site } from './site'

/** 毎日新聞 and its 政治プレミア and 経済プレミア, whose `h1` is the section's logo. */
export const mainichi: Site = {
  hosts: ['mainichi.jp'],
  headline: ['.articledetail-head h1, h1.title-page', 'article .title h2', 'article h1'],
  body: ['#articledetail-body', '.article-container .main-column', '.main-text'],
  publisher: '毎日新聞',
}
