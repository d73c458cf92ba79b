/** 追う: the people, bodies, words and planned events that the reader follows. */
import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { formatEdtf, formatInstant } from '../../../components/format-date'
import { KindChip } from '../../../components/KindChip'
import { Notice } from '../../../components/Notice'
import { useLoad } from '../../../components/use-load'
import { useRoving } from '../../../components/use-roving'
import { type FollowTarget, follow, listFollows, unfollow } from '../../../lib/archive/follows'
import type { EntityRow, EventRow, FollowRow } from '../../../lib/db/rows'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import { db } from '../database'
import { hashOf } from '../route'
import { tell } from '../toast'
import './follows.css'

interface Line {
  row: FollowRow
  entity?: EntityRow | undefined
  event?: EventRow | undefined
  articles: number
}

async function readLines(): Promise<Line[]> {
  return Promise.all(
    (await listFollows(db)).map(async (row): Promise<Line> => {
      const { target } = row
      if (target.type === 'entity') {
        const [entity, articles] = await Promise.all([
          db.entities.get(target.entity),
          db.articles.where('entities').equals(target.entity).count(),
        ])
        return { row, entity, articles }
      }
      if (target.type === 'event')
        return { row, event: await db.events.get(target.event), articles: 0 }
      return { row, articles: 0 }
    }),
  )
}

/** Entities go by message, so that the background marks pages anew. */
async function set(target: FollowTarget, on: boolean): Promise<void> {
  if (target.type === 'entity') await send('follow', { entity: target.entity, on })
  else if (on) await follow(db, target)
  else await unfollow(db, target)
}

export function FollowsPage() {
  const [loaded, again] = useLoad(readLines, [])
  const [keyword, setKeyword] = useState('')
  // The badge that told of an event's day has done its work.
  useEffect(() => {
    void browser.action.setBadgeText({ text: '' })
    void browser.action.setTitle({ title: t('extensionName') })
  }, [])
  const list = useRoving<HTMLUListElement>({ main: true })
  const lines = loaded.state === 'done' ? loaded.value : []
  return (
    <div class="page">
      <div class="page__inner">
        <h1 class="page__title">{t('follows')}</h1>
        <p class="page__lead phrase">{t('followsLead')}</p>
        <form
          class="follows__add"
          onSubmit={(event) => {
            event.preventDefault()
            const word = keyword.trim()
            if (!word) return
            void set({ type: 'keyword', keyword: word }, true).then(() => {
              setKeyword('')
              again()
            })
          }}
        >
          <input
            class="field"
            data-search
            value={keyword}
            placeholder={t('followKeyword')}
            aria-label={t('followKeyword')}
            onInput={(event) => setKeyword(event.currentTarget.value)}
          />
          <button type="submit" class="button button--primary" disabled={!keyword.trim()}>
            {t('follow')}
          </button>
        </form>
        {loaded.state === 'done' && lines.length === 0 && (
          <Notice icon="flag" title={t('followsNoneTitle')}>
            <p>{t('followsNoneText')}</p>
          </Notice>
        )}
        <ul class="rows" ref={list}>
          {lines.map(({ row, entity, event, articles }) => (
            <li key={row.id}>
              <p class="rows__name">
                {row.target.type === 'entity' && (
                  <>
                    <a data-item href={hashOf({ view: 'glossary', id: row.target.entity })}>
                      {entity?.headword ?? row.target.entity}
                    </a>{' '}
                    {entity && <KindChip kind={entity.kind} />}
                  </>
                )}
                {row.target.type === 'event' && (
                  <a data-item href={hashOf({ view: 'timeline', query: event?.title ?? '' })}>
                    {event?.title ?? t('eventGone')}
                  </a>
                )}
                {row.target.type === 'keyword' && (
                  <a
                    data-item
                    href={hashOf({ view: 'archive', query: `「${row.target.keyword}」` })}
                  >
                    「{row.target.keyword}」
                  </a>
                )}
              </p>
              <p class="rows__note">
                {entity?.gloss}
                {event && `${formatEdtf(event.date)} `}
                <span class="faint">
                  {articles > 0 && ` ${t('articleCount', articles)} ·`}{' '}
                  {t('followedSince', formatInstant(row.at))}
                </span>
              </p>
              <div class="rows__act">
                <button
                  type="button"
                  class="button"
                  onClick={() =>
                    void set(row.target, false).then(() => {
                      again()
                      tell(t('unfollowed'), () => void set(row.target, true).then(again))
                    })
                  }
                >
                  {t('unfollow')}
                </button>
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
