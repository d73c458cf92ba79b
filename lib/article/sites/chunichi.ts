import type { Site } from './site'

/** 中日新聞 and 東京新聞: paragraphs are `div`s parted by pairs of line breaks. */
export const chunichi: Site = {
  hosts: ['chunichi.co.jp', 'tokyo-np.co.jp'],
  headline: ['main h1', 'h1'],
  body: ['#entry > .block', '.block', '.cmp-txt'],
  drop: '.clear, [class*="cmp-lst"], [class*="cmp-misc"]',
}
