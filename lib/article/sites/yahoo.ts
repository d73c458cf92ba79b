import type { Site } from './site'

/** Yahoo!ニュース: others' articles; a `<style>` and a picture strip stand inside the body. */
export const yahoo: Site = {
  hosts: ['news.yahoo.co.jp'],
  headline: ['article header h1', 'article h1'],
  body: ['article .article_body', 'article#uamods'],
  drop: 'a[data-ylk*="slk:thum"], .thumbnail',
}
