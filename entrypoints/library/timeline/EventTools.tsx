/** What the reader can do with an event: follow it, join it with another, split a telling off. */
import { useState } from 'preact/hooks'
import { formatDay } from '../../../components/format-date'
import type { EventLine } from '../../../lib/card'
import type { ClaimRow } from '../../../lib/db/rows'
import { joinEvents, splitEvent } from '../../../lib/events/history'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'
import { FollowEvent } from './FollowEvent'

interface Props {
  event: EventLine
  /** The event that waits for another to be joined with. */
  joining: EventLine | null
  onJoining: (event: EventLine | null) => void
  onChanged: () => void
}

export function EventTools({ event, joining, onJoining, onChanged }: Props) {
  const [claims, setClaims] = useState<ClaimRow[] | null>(null)
  if (joining)
    return joining.id === event.id ? (
      <button type="button" class="event__follow" onClick={() => onJoining(null)}>
        {t('joinCancel')}
      </button>
    ) : (
      <button
        type="button"
        class="event__follow event__follow--ask"
        onClick={() =>
          void joinEvents(db, joining.id, event.id).then(() => {
            onJoining(null)
            onChanged()
            tell(t('joined'))
          })
        }
      >
        {t('joinHere')}
      </button>
    )
  const split = (claim: ClaimRow) =>
    void splitEvent(db, event.id, [claim.id]).then(() => {
      setClaims(null)
      onChanged()
      tell(t('splitDone'))
    })
  return (
    <span class="event__tools">
      <FollowEvent event={event} />
      <button type="button" class="event__follow" onClick={() => onJoining(event)}>
        {t('join')}
      </button>
      {event.sources.length > 1 && (
        <button
          type="button"
          class="event__follow"
          aria-expanded={claims !== null}
          onClick={() =>
            claims
              ? setClaims(null)
              : void db.claims.where('event').equals(event.id).toArray().then(setClaims)
          }
        >
          {t('split')}
        </button>
      )}
      {claims && (
        <span class="event__claims">
          {claims.map((claim) => (
            <button key={claim.id} type="button" class="event__follow" onClick={() => split(claim)}>
              {t('splitThis', claimName(claim, event))}
            </button>
          ))}
        </span>
      )}
    </span>
  )
}

/** The source of a claim as the event's own line names it. */
function claimName(claim: ClaimRow, event: EventLine): string {
  const { source } = claim
  const line = event.sources.find(({ article, title, date }) =>
    source.from === 'article'
      ? article === source.article
      : article === null && title === (source.title ?? null) && date === (source.date ?? null),
  )
  const day = line && formatDay(line.date)
  return [line?.name ?? claim.title, day].filter(Boolean).join(' ')
}
