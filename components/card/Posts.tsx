/** Who held the office, or which office was held: at the article's date, and now. */
import type { Card, EntityLine, PostLine } from '../../lib/card'
import { t } from '../../lib/i18n'
import { formatMonth } from '../format-date'

interface Props {
  card: Card
  open: (entity: EntityLine) => void
}

export function Posts({ card, open }: Props) {
  const { atArticle, now } = card.posts
  if (atArticle.length === 0 && now.length === 0) return null
  const same = atArticle.length > 0 && key(atArticle) === key(now)
  return (
    <section class="card-posts" aria-label={t('cardPosts')}>
      {!same && atArticle.length > 0 && (
        <Column title={t('cardAtArticle')} posts={atArticle} card={card} open={open} />
      )}
      {!same && atArticle.length > 0 && (
        <span class="card-arrow" aria-hidden="true">
          →
        </span>
      )}
      <Column
        title={same ? t('cardThenAndNow') : t('cardNow')}
        note={asOf(now)}
        posts={now}
        card={card}
        open={open}
      />
    </section>
  )
}

const key = (posts: readonly PostLine[]): string =>
  posts
    .map((post) => `${post.office.id} ${post.person.id}`)
    .sort()
    .join('\n')

/** Holders are true as of the day on which they were last checked, never «today». */
function asOf(posts: readonly PostLine[]): string | null {
  const oldest = posts.map((post) => post.asOf).sort()[0]
  return oldest ? t('cardAsOf', formatMonth(oldest)) : null
}

function Column({
  title,
  note,
  posts,
  card,
  open,
}: Props & { title: string; note?: string | null; posts: readonly PostLine[] }) {
  return (
    <div class="card-post">
      <h3 class="card-label">
        {title}
        {note && <span class="card-note">{note}</span>}
      </h3>
      {posts.length === 0 && <p class="card-none">{t('cardNoPost')}</p>}
      <ul>
        {posts.map((post) => {
          const other = card.kind === 'person' ? post.office : post.person
          return (
            <li key={`${post.office.id} ${post.person.id} ${post.from}`}>
              <button type="button" class="card-link" onClick={() => open(other)}>
                {other.headword}
              </button>
              {post.acting && <span class="card-note">{t('cardActing')}</span>}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
