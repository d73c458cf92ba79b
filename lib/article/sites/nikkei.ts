import type { Site } from './site'

/** 日本経済新聞. The same `<article>` holds share text, paywall, recommendations and keywords. */
export const nikkei: Site = {
  hosts: ['nikkei.com'],
  headline: ['main article header h1', 'article h1', '.cmn-article_title'],
  body: ['section[data-track-article-content]', '.cmn-article_text'],
  publisher: '日本経済新聞',
}
