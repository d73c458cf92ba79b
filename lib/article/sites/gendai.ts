import type { Site } from './site'

/** 日刊ゲンダイ: one paragraph, parted by pairs of line breaks. */
export const gendai: Site = {
  hosts: ['nikkan-gendai.com'],
  headline: ['.page-title h1', 'main h1'],
  body: ['.article-detail-box .full-text', '.article-wrap .article-detail-box'],
  publisher: '日刊ゲンダイ',
}
