import type { Site } from './site'

/**
 * NHK ニュース. On www3.nhk.or.jp the body has names; on news.web.nhk every name is hashed and
 * `<article>`s are teasers, so there the general shape decides: the paragraphs after the `h1`.
 */
export const nhk: Site = {
  hosts: ['nhk.or.jp', 'web.nhk', 'nhk.jp'],
  headline: ['.content--title', '.contentTitle'],
  body: ['.content--detail-body', '#news_textbody, #news_textmore, .news_add'],
  drop: '.content--link, .content--thumb, .module--share',
  publisher: 'NHK',
}
