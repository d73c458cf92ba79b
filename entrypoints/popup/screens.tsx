/** One designed screen for each thing that can be the case instead of an article. */

import { useEffect, useState } from 'preact/hooks'
import { FailedNotice } from '../../components/FailedNotice'
import { Notice } from '../../components/Notice'
import { requestSite } from '../../components/request-site'
import { SiteNotPermitted } from '../../components/SiteNotPermitted'
import { t } from '../../lib/i18n'
import { RequestFailed, send } from '../../lib/send'
import type { TabPage } from './use-page'

export function LoadingScreen() {
  // Nothing for a moment: what comes within it must not flicker.
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 250)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p class="loading" aria-live="polite">
      {late ? t('loading') : ''}
    </p>
  )
}

/** The background did not answer, or said that it could not. */
export function FailedScreen({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const preparing = error instanceof RequestFailed && error.failure.code === 'not-ready'
  useEffect(() => {
    if (!preparing) return
    const timer = setInterval(onRetry, 1_000)
    return () => clearInterval(timer)
  }, [preparing, onRetry])
  if (preparing)
    return (
      <Notice icon="book" title={t('preparingTitle')}>
        <p>{t('preparingText')}</p>
      </Notice>
    )
  return (
    <Failed reason={error instanceof Error ? error.message : String(error)} onRetry={onRetry} />
  )
}

function Failed({ reason, onRetry }: { reason: string; onRetry: () => void }) {
  return (
    <FailedNotice title={t('failedTitle')} onRetry={onRetry} error={reason}>
      <p>{t('failedText')}</p>
    </FailedNotice>
  )
}

const UNREADABLE = {
  unseen: 'unseenText',
  browser: 'restrictedText',
  store: 'restrictedText',
  pdf: 'pdfText',
  unreachable: 'useHereRefused',
} as const

interface StateProps {
  tabPage: TabPage
  onAgain: () => void
}

export function StateScreen({ tabPage: { page, tab, host }, onAgain }: StateProps) {
  const [refused, setRefused] = useState(false)
  switch (page.state) {
    case 'not-article':
      return (
        <Notice
          icon="page"
          title={t('notArticleTitle')}
          actions={
            <button
              type="button"
              class="button button--primary"
              onClick={() =>
                void send('activate-tab', { tab, anyway: true }).then(
                  ({ result }) => (result === 'started' ? onAgain() : setRefused(true)),
                  () => setRefused(true),
                )
              }
            >
              {t('useHere')}
            </button>
          }
        >
          <p>{t('notArticleText')}</p>
          {refused && <p role="alert">{t('useHereRefused')}</p>}
        </Notice>
      )
    case 'restricted':
      return (
        <Notice icon="lock" title={t(page.why === 'unseen' ? 'unseenTitle' : 'restrictedTitle')}>
          <p>{t(UNREADABLE[page.why])}</p>
        </Notice>
      )
    case 'not-permitted':
      return <SiteNotPermitted tab={tab} host={page.host} onAgain={onAgain} />
    case 'site-off':
      return (
        <Notice
          icon="close"
          title={t('siteOffTitle', page.host)}
          actions={
            <button
              type="button"
              class="button button--primary"
              onClick={() =>
                void send('site-switch', { host: page.host, on: true }).then(onAgain, onAgain)
              }
            >
              {t('siteOn')}
            </button>
          }
        >
          <p>{t('siteOffText')}</p>
        </Notice>
      )
    case 'withheld':
      return (
        <Notice
          icon="lock"
          title={t('withheldTitle', page.host)}
          actions={
            <button
              type="button"
              class="button button--primary"
              onClick={() => {
                // Firefox closes the popup here; the background goes on when the grant is given.
                void requestSite(page.host).then(
                  (granted) => (granted ? onAgain() : setRefused(true)),
                  () => setRefused(true),
                )
              }}
            >
              {t('grant')}
            </button>
          }
        >
          <p>{t('withheldText')}</p>
          {refused && <p role="alert">{t('grantRefused')}</p>}
        </Notice>
      )
    case 'failed':
      return <Failed reason={page.reason} onRetry={onAgain} />
    case 'ready':
      return host === null ? null : <LoadingScreen />
  }
}
