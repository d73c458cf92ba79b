import type { Site } from './site'

/** 読売新聞: the body can be a wall without any text of the article. */
export const yomiuri: Site = {
  hosts: ['yomiuri.co.jp'],
  headline: ['h1.title-article', 'article h1'],
  body: ['.p-main-contents'],
  drop: '[class*="member-only"], [class*="p-ad"]',
  publisher: '読売新聞',
}
