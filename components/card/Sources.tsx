/** Where the card's statements come from, and as of when. */
import type { Card, SourceLine } from '../../lib/card'
import { t } from '../../lib/i18n'
import { formatEdtf } from '../format-date'

/** Sources in sight at first; the rest are one press away. */
const SHOWN = 2

export function Sources({ card, showArticle }: { card: Card; showArticle: (id: string) => void }) {
  const [first, rest] = [card.sources.slice(0, SHOWN), card.sources.slice(SHOWN)]
  const list = (sources: readonly SourceLine[]) => (
    <ul class="card-sources">
      {sources.map((source) => (
        <li key={`${source.name} ${source.title} ${source.date}`}>
          <Source source={source} showArticle={showArticle} />
        </li>
      ))}
    </ul>
  )
  return (
    <section class="card-provenance">
      <h3 class="card-label">
        {t('cardSources')}
        {card.asOf && <span class="card-note">{t('cardCheckedAsOf', formatEdtf(card.asOf))}</span>}
      </h3>
      {card.id === null && <p class="card-basis">{t('cardFromText')}</p>}
      {card.id === null && <p>{t('cardFromText')}</p>}
      {card.basis === 'general' && <p>{t('cardGeneral')}</p>}
      {first.length > 0 && list(first)}
      {rest.length > 0 && (
        <details class="card-more">
          <summary>{t('cardMoreSources', rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </section>
  )
}

function Source({
  source,
  showArticle,
}: {
  source: SourceLine
  showArticle: (id: string) => void
}) {
  const { article, url } = source
  const words = [
    source.name,
    source.title && `「${source.title}」`,
    source.date && formatEdtf(source.date),
  ]
    .filter(Boolean)
    .join(' ')
  if (article)
    return (
      <button type="button" class="card-link" onClick={() => showArticle(article)}>
        {words}
      </button>
    )
  if (url && /^https?:/.test(url))
    return (
      <a href={url} target="_blank" rel="noreferrer noopener">
        {words}
      </a>
    )
  return <>{words}</>
}
