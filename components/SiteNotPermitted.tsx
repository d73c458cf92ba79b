/** A site that may not be read yet: for this page alone, or for good. */
import { useState } from 'preact/hooks'
import { t } from '../lib/i18n'
import { send } from '../lib/send'
import { Notice } from './Notice'
import { requestSite } from './request-site'

export function SiteNotPermitted({
  tab,
  host,
  onAgain,
}: {
  tab: number
  host: string
  onAgain: () => void
}) {
  const [problem, setProblem] = useState<'useHereRefused' | 'grantRefused' | null>(null)
  return (
    <Notice
      icon="lock"
      title={t('notPermittedTitle')}
      actions={
        <>
          <button
            type="button"
            class="button button--primary"
            onClick={() =>
              void send('activate-tab', { tab, anyway: false }).then(
                ({ result }) => (result === 'started' ? onAgain() : setProblem('useHereRefused')),
                () => setProblem('useHereRefused'),
              )
            }
          >
            {t('thisPageOnly')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() =>
              void requestSite(host).then(
                (granted) => (granted ? onAgain() : setProblem('grantRefused')),
                () => setProblem('grantRefused'),
              )
            }
          >
            {t('thisSiteAlways')}
          </button>
        </>
      }
    >
      <p>{t('notPermittedText', host)}</p>
      {problem && <p role="alert">{t(problem)}</p>}
    </Notice>
  )
}
