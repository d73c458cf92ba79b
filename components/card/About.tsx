/** About the mark itself: why it is there, and what to do if it is wrong or not wanted. */
import type { Card } from '../../lib/card'
import { type MessageKey, t } from '../../lib/i18n'
import type { Evidence } from '../../lib/linking/mention'
import type { CardActions } from './actions'

const RULES: Record<Evidence['rule'], MessageKey> = {
  form: 'cardWhyForm',
  boundary: 'cardWhyBoundary',
  title: 'cardWhyTitle',
  date: 'cardWhyDate',
  country: 'cardWhyCountry',
  binding: 'cardWhyBinding',
  introduced: 'cardWhyIntroduced',
  document: 'cardWhyDocument',
  reader: 'cardWhyReader',
}

/** @param page true on a page, where a mark can be wrong; false where no mark led here. */
export function About({
  card,
  page,
  actions,
}: {
  card: Card
  page: boolean
  actions: CardActions
}) {
  const entity = card.id !== null
  if (!page && !entity) return null
  return (
    <details class="card-about">
      <summary>{t('cardAboutMark')}</summary>
      {card.why.length > 0 && (
        <dl class="card-why">
          {card.why.map((evidence) => (
            <div key={`${evidence.rule} ${evidence.detail}`}>
              <dt>{t(RULES[evidence.rule])}</dt>
              <dd>{evidence.detail}</dd>
            </div>
          ))}
        </dl>
      )}
      <p class="card-corrections">
        {page && (
          <button type="button" class="card-link" onClick={() => actions.correct('wrong')}>
            {t('cardWrong')}
          </button>
        )}
        {entity && (
          <button type="button" class="card-link" onClick={() => actions.correct('hidden')}>
            {t('cardHide')}
          </button>
        )}
        {entity && !card.known && (
          <button type="button" class="card-link" onClick={() => actions.correct('known')}>
            {t('cardKnown')}
          </button>
        )}
      </p>
    </details>
  )
}
