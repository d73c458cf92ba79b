/** What only a page cut off by a paywall has, by a publisher's first host: apart from the rules that every page's script carries. */
export const CUTS: Readonly<Record<string, string>> = {
  'asahi.com': '#KeyGold',
  'mainichi.jp': '.paywallpanel-wrapper .paywallpanel-count, .readmore-tool .subtxt',
  'yomiuri.co.jp': '[class*="main-contents-member-only"]',
}
