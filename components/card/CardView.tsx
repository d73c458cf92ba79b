/** One card: what a term is, who held it, what came before and after, and where that is known from. */
import type { ComponentChildren } from 'preact'
import type { Card, EntityLine } from '../../lib/card'
import { t } from '../../lib/i18n'
import { tintOf } from '../../lib/page/tint'
import { Icon } from '../Icon'
import { kindName } from '../kind'
import { About } from './About'
import type { CardActions } from './actions'
import { Events } from './Events'
import { Posts } from './Posts'
import { Sources } from './Sources'
import { TermText } from './TermText'

export interface CardViewProps {
  card: Card
  actions: CardActions
  /** The card of a mark on a page, which can be wrong; false for a term opened from elsewhere. */
  page: boolean
  /** Id for `aria-labelledby` of the dialog around it. */
  titleId: string
  /** Buttons of the surface: back, pin, close. */
  tools?: ComponentChildren
}

export function CardView({ card, actions, page, titleId, tools }: CardViewProps) {
  const inBlock = (block: string) => card.terms.filter((term) => term.block === block)
  const others = (title: string, entities: readonly EntityLine[]) =>
    entities.length > 0 && (
      <section class="card-others">
        <h3 class="card-label">{title}</h3>
        <ul>
          {entities.map((entity) => (
            <li key={entity.id}>
              <button
                type="button"
                class={`card-term card-term--${tintOf(entity.kind)}`}
                title={entity.gloss}
                onClick={() => actions.open(entity)}
              >
                {entity.headword}
              </button>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <article class="card-sheet">
      <div class="card-scroll">
        <header class="card-head">
          <div class="card-name">
            {card.reading && card.reading !== card.headword && (
              <p class="card-reading">{card.reading}</p>
            )}
            <h2 class="card-headword" id={titleId} lang="ja">
              {card.headword}
            </h2>
            {card.english && (
              <p class="card-english" lang="en">
                {card.english}
              </p>
            )}
          </div>
          <div class="card-corner">
            {tools}
            <span class={`kind kind--${tintOf(card.kind)}`}>{kindName(card.kind)}</span>
          </div>
        </header>
        <div lang="ja">
          {card.gloss && (
            <p class="card-gloss">
              <TermText
                text={card.gloss}
                mentions={inBlock('gloss')}
                except={card.id}
                open={actions.open}
              />
            </p>
          )}
          {(card.securitiesCode || card.industry) && (
            <p class="card-company">
              {card.securitiesCode && <span>{t('cardSecuritiesCode', card.securitiesCode)}</span>}
              {card.industry && <span>{card.industry}</span>}
            </p>
          )}
          {card.text && (
            <details class="card-more">
              <summary>{t('cardMore')}</summary>
              <p class="card-text">
                <TermText
                  text={card.text}
                  mentions={inBlock('text')}
                  except={card.id}
                  open={actions.open}
                />
              </p>
            </details>
          )}
        </div>
        {others(t('cardAlternatives'), card.alternatives)}
        <Posts card={card} open={actions.open} />
        <Events title={t('cardBefore')} events={card.before} />
        <Events title={t('cardAfter')} events={card.after} />
        {others(t('cardRelated'), card.related)}
        <Sources card={card} showArticle={actions.showArticle} />
        <About card={card} page={page} actions={actions} />
      </div>
      <footer class="card-foot">
        {card.id !== null && (
          <button
            type="button"
            class="card-button card-button--follow"
            aria-pressed={card.followed}
            onClick={() => actions.follow(!card.followed)}
          >
            <Icon name="flag" size={14} />
            {card.followed ? t('cardFollowing') : t('cardFollow')}
          </button>
        )}
        {card.savedArticles > 0 && (
          <button type="button" class="card-button" onClick={actions.showSaved}>
            <Icon name="archive" size={14} />
            {t('cardSavedArticles', card.savedArticles)}
          </button>
        )}
        {card.id !== null && (
          <button type="button" class="card-button" onClick={actions.showTimeline}>
            <Icon name="clock" size={14} />
            {t('cardTimeline')}
          </button>
        )}
      </footer>
    </article>
  )
}
