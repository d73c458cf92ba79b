/** Follows a planned event, to be told of it on the day. */
import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { Icon } from '../../../components/Icon'
import { follow, isFollowed, unfollow } from '../../../lib/archive/follows'
import { today } from '../../../lib/archive/today'
import type { EventLine } from '../../../lib/card'
import { daySpan } from '../../../lib/glossary/day-span'
import { t } from '../../../lib/i18n'
import { db } from '../database'
import { tell } from '../toast'

export function FollowEvent({ event }: { event: EventLine }) {
  const [followed, setFollowed] = useState(false)
  const last = daySpan(event.date).last
  const planned = event.status === 'planned' && (last === null || last >= today())
  useEffect(() => {
    if (planned) void isFollowed(db, { type: 'event', event: event.id }).then(setFollowed)
  }, [event.id, planned])
  if (!planned) return null
  const toggle = async () => {
    const target = { type: 'event', event: event.id } as const
    if (followed) await unfollow(db, target)
    else {
      // Asked for within the click; without it the day is still told on the toolbar's badge.
      const allowed = await browser.permissions.request({ permissions: ['notifications'] })
      await follow(db, target)
      tell(t(allowed ? 'followEventTold' : 'followEventQuiet'))
    }
    setFollowed(!followed)
  }
  return (
    <button
      type="button"
      class="event__follow"
      aria-pressed={followed}
      onClick={() => void toggle()}
    >
      <Icon name="flag" size={12} />
      {t(followed ? 'following' : 'follow')}
    </button>
  )
}
