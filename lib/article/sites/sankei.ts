import type { Site } from './site'

/** 産経新聞: the only `h1` is read by screen readers and carries the site's name. */
export const sankei: Site = {
  hosts: ['sankei.com', 'sankei.jp'],
  headline: ['.article-headline', 'article h1'],
  body: ['.article-body'],
  drop: '.inline-ad, .gptAd',
  publisher: '産経新聞',
}
