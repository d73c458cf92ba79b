/** A saved article in a calm column, with its marks and cards, its notes in the margin. */
import { useMemo, useState } from 'preact/hooks'
import { FailedNotice } from '../../../components/FailedNotice'
import { formatDay, formatInstant } from '../../../components/format-date'
import { Icon } from '../../../components/Icon'
import { KeepPictures } from '../../../components/KeepPictures'
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { toDocument } from '../../../lib/article/extracted'
import { t } from '../../../lib/i18n'
import { type KeptArticle, readArticle } from '../kept'
import { go } from '../route'
import { Background } from './Background'
import { Compare } from './Compare'
import { Onward } from './Onward'
import { PagesRemark } from './PagesRemark'
import { Prose } from './Prose'
import { takeOut } from './take-out'
import './reader.css'

interface Props {
  id: string
  /** `block:offset` to open at. */
  at: string | null
  /** The focus goes into the article. */
  focus?: boolean
  /** Out of the article again; to the archive where nothing else is said. */
  onBack?: () => void
  /** null where the article can't be deleted from here. */
  onDelete: ((article: KeptArticle['article']) => void) | null
}

/** Where the list gives way to the article, the focus has to come along, however it was opened. */
const isAlone = (): boolean => matchMedia('(max-width: 1000px)').matches

const toArchive = (): void => go({ view: 'archive' })

export function ArticleReader({ id, at, focus = false, onBack = toArchive, onDelete }: Props) {
  const [loaded, again] = useLoad(() => readArticle(id), [id])
  if (loaded.state === 'loading') return null
  if (loaded.state === 'failed')
    return <FailedNotice title={t('readFailedTitle')} onRetry={again} error={loaded.error} />
  if (!loaded.value)
    return (
      <Notice icon="page" title={t('readGoneTitle')}>
        <p>{t('readGoneText')}</p>
      </Notice>
    )
  return (
    <Opened
      key={id}
      kept={loaded.value}
      at={at}
      focus={focus || isAlone()}
      onChanged={again}
      onBack={onBack}
      onDelete={onDelete}
    />
  )
}

function Opened({
  kept,
  at,
  focus,
  onChanged,
  onBack,
  onDelete,
}: {
  kept: KeptArticle
  at: string | null
  focus: boolean
  onChanged: () => void
  onBack: () => void
  onDelete: Props['onDelete']
}) {
  const { article, revisions, latest } = kept
  const [comparing, setComparing] = useState(false)
  const document = useMemo(
    () =>
      toDocument({
        url: article.url,
        publisher: article.publisher,
        publishedAt: article.publishedAt,
        title: latest.title,
        blocks: latest.blocks,
      }),
    [article, latest],
  )
  const facts = [article.publisher, article.section, article.byline].filter(Boolean)
  return (
    <article class="reader" aria-labelledby="reader-title">
      <div class="reader__tools">
        <button type="button" class="button button--quiet reader__back" onClick={onBack}>
          <Icon name="back" />
          <span class="reader__tool">{t('back')}</span>
        </button>
        {revisions.length > 1 && (
          <button
            type="button"
            class="button button--quiet"
            aria-pressed={comparing}
            onClick={() => setComparing(!comparing)}
          >
            <Icon name="compare" />
            <span class="reader__tool">
              {t(comparing ? 'compareEnd' : 'compareRevisions', revisions.length)}
            </span>
          </button>
        )}
        <a class="button button--quiet" href={article.url} target="_blank" rel="noreferrer">
          <Icon name="open" />
          <span class="reader__tool">{t('openOriginal')}</span>
        </a>
        <button type="button" class="button button--quiet" onClick={() => print()}>
          <Icon name="print" />
          <span class="reader__tool">{t('print')}</span>
        </button>
        <KeepPictures article={article.id} onKept={onChanged} />
        {onDelete && (
          <button type="button" class="button button--quiet" onClick={() => onDelete(article)}>
            <Icon name="trash" />
            <span class="reader__tool">{t('delete')}</span>
          </button>
        )}
      </div>
      <header class="reader__head">
        <p class="reader__facts">
          {article.publishedAt && (
            <time dateTime={article.publishedAt}>{formatDay(article.publishedAt)}</time>
          )}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
        </p>
        {article.pages && (
          <PagesRemark
            pages={article.pages}
            onTakeOut={(page) => void takeOut(article.id, page, onChanged)}
          />
        )}
        {article.truncated && (
          <p class="reader__remark">
            <Icon name="lock" size={14} />
            {t('truncatedKept')}
          </p>
        )}
      </header>
      {comparing ? (
        <Compare revisions={revisions} />
      ) : (
        <Prose
          kept={kept}
          document={document}
          at={at}
          focus={focus}
          onChanged={onChanged}
          onBack={onBack}
          onDelete={onDelete && (() => onDelete(article))}
        />
      )}
      {!comparing && (
        <>
          <Background key={latest.id} article={article.id} />
          <Onward article={article} />
        </>
      )}
      <footer class="reader__foot">
        {t('savedOn', formatInstant(article.savedAt))}
        {revisions.length > 1 && ` · ${t('revisedOn', formatInstant(latest.savedAt))}`}
        {latest.modifiedAt && ` · ${t('modifiedOn', formatDay(latest.modifiedAt) ?? '')}`}
      </footer>
    </article>
  )
}
