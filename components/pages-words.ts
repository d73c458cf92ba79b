/** How much of an article of several pages is kept, in words. */
import type { KeptPages } from '../lib/archive/schema'
import { t, uiLanguage } from '../lib/i18n'

/** 「2/3ページまで保存」, or which pages where one between is missing. */
export function pagesWords({ total, kept }: Pick<KeptPages, 'total' | 'kept'>): string {
  const last = kept.at(-1) ?? 0
  if (kept.length === total) return t('pagesAll', total)
  if (kept.length === last) return t('pagesUpTo', last, total)
  return t('pagesSome', kept.join(uiLanguage() === 'ja' ? '・' : ', '), total)
}
