/** Who says so: one chip a publisher, behind it the titles that say it. */
import type { SourceLine } from '../../lib/card'
import { t } from '../../lib/i18n'
import { formatDay } from '../format-date'
import { Icon } from '../Icon'

interface Props {
  sources: readonly SourceLine[]
  /** Opens a saved article at the place where it tells of the event. */
  onArticle: (article: string) => void
}

export function StepSources({ sources, onArticle }: Props) {
  const byName = Map.groupBy(sources, ({ name }) => name)
  // What no source tells is in the history as general knowledge: its check lets nothing else in.
  if (byName.size === 0) return <p class="step__general">{t('cardGeneral')}</p>
  return (
    <ul class="step-sources">
      {[...byName].map(([name, said]) => (
        <li key={name}>
          <span class="step-sources__chip">{name}</span>
          {said.map((source, k) => (
            <Title
              key={`${source.url}${source.article}${k}`}
              source={source}
              onArticle={onArticle}
            />
          ))}
        </li>
      ))}
    </ul>
  )
}

function Title({ source, onArticle }: { source: SourceLine; onArticle: Props['onArticle'] }) {
  const { article, url, title, date, name } = source
  const words = [title ?? (date ? null : name), formatDay(date)].filter(Boolean).join(' ')
  if (article)
    return (
      <button type="button" class="step-sources__title" onClick={() => onArticle(article)}>
        <Icon name="bookmark" size={12} />
        {words}
      </button>
    )
  if (url && /^https?:/.test(url))
    return (
      <a class="step-sources__title" href={url} target="_blank" rel="noreferrer noopener">
        {words}
      </a>
    )
  return <span>{words}</span>
}
