/** Sites whose articles are read without being asked each time; any other page by one click. */
export const NEWS_SITES = [
  'https://www.nikkei.com/*',
  'https://www3.nhk.or.jp/news/*',
  'https://news.web.nhk/*',
]
