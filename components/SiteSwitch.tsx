/** Whether this site is read unasked: on only where it is; switching it on asks for what is missing. */
import { t } from '../lib/i18n'
import type { PageState } from '../lib/messages'
import { send } from '../lib/send'
import { requestSite } from './request-site'
import { Switch } from './Switch'

interface Props {
  host: string | null
  page: PageState | undefined
  onAgain: () => void
}

export function SiteSwitch({ host, page, onAgain }: Props) {
  const granted = page !== undefined && 'granted' in page && page.granted
  const missing =
    page?.state === 'not-permitted' ||
    page?.state === 'withheld' ||
    (page !== undefined && 'granted' in page && !page.granted)
  const usable = host !== null && page !== undefined && page.state !== 'restricted'
  return (
    <Switch
      label={t('onThisSite')}
      on={granted}
      disabled={!usable}
      onChange={(on) => {
        if (host === null) return
        // Asked within the press itself: the browser takes no later one.
        if (on && missing) void requestSite(host).then(onAgain, onAgain)
        else void send('site-switch', { host, on }).then(onAgain, onAgain)
      }}
    />
  )
}
