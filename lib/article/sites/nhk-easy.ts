import type { Site } from './site'

/** NHK やさしいことばニュース: ruby on every word; the layouts of 2012, 2018 and 2025. */
export const nhkEasy: Site = {
  hosts: ['nhk.or.jp', 'web.nhk'],
  path: '/news/easy',
  headline: ['.article-main__title', '.article-title', '#newstitle h2', '#newstitle'],
  body: ['#js-article-body', '.article-body', '#newsarticle'],
  publisher: 'NHK',
}
