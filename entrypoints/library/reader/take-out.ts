/** «この続きを外す»: what the reader's column does and says when a joined page is taken out again. */
import { takeOutPage } from '../../../lib/archive/take-out'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'

/** Takes the page out and says where it is now; `changed` shows the article without it. */
export async function takeOut(article: string, page: number, changed: () => void): Promise<void> {
  try {
    await takeOutPage(db, article, page)
    tell(t('takeOutDone', page))
  } catch {
    tell(t('takeOutFailed'))
  }
  changed()
}
