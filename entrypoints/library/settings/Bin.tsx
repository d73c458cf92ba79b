/** ごみ箱: what was deleted and can still come back. */
import { formatInstant } from '../../../components/format-date'
import { useLoad } from '../../../components/use-load'
import { BIN_DAYS, purgeBin, restoreArticles } from '../../../lib/archive/delete'
import { listBinned } from '../../../lib/archive/list'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'

export function Bin({ deleted, onChanged }: { deleted: number; onChanged: () => void }) {
  const [loaded] = useLoad(() => listBinned(db), [deleted])
  const articles = loaded.state === 'done' ? loaded.value : []
  if (deleted === 0) return null
  const empty = () => {
    if (!confirm(t('binConfirm', deleted))) return
    void purgeBin(db, new Date(Date.now() + 1)).then((gone) => {
      tell(t('binEmptied', gone))
      onChanged()
    })
  }
  return (
    <section class="section">
      <h2 class="section__title">{t('bin')}</h2>
      <p class="section__lead phrase">{t('binLead', BIN_DAYS)}</p>
      <ul class="rows">
        {articles.map((article) => (
          <li key={article.id}>
            <p class="rows__name">{article.title}</p>
            <p class="rows__note">{t('deletedOn', formatInstant(article.deletedAt ?? ''))}</p>
            <div class="rows__act">
              <button
                type="button"
                class="button"
                onClick={() => void restoreArticles(db, [article.id]).then(onChanged)}
              >
                {t('restore')}
              </button>
            </div>
          </li>
        ))}
      </ul>
      <p class="transfer">
        <button type="button" class="button button--danger" onClick={empty}>
          {t('binEmpty')}
        </button>
      </p>
    </section>
  )
}
