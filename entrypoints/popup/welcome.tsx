/** First run: what the marks are and what stays on this machine, once. */
import { useEffect, useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { Notice } from '../../components/Notice'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'

const KEY = 'welcomed'

/** @returns whether the first-run screen is still to be shown, and how to be done with it. */
export function useWelcome(): [boolean, () => void] {
  const [welcome, setWelcome] = useState(false)
  useEffect(() => {
    browser.storage.local.get(KEY).then(
      (stored) => setWelcome(stored[KEY] !== true),
      // A refused storage must not trap the reader in the first-run screen.
      () => setWelcome(false),
    )
  }, [])
  return [
    welcome,
    () => {
      setWelcome(false)
      void browser.storage.local.set({ [KEY]: true })
    },
  ]
}

export function WelcomeScreen({ onDone }: { onDone: () => void }) {
  return (
    <Notice
      icon="book"
      title={t('welcomeTitle')}
      actions={
        <>
          <button type="button" class="button button--primary" data-done="welcome" onClick={onDone}>
            {t('welcomeStart')}
          </button>
          <button
            type="button"
            class="button"
            onClick={() => {
              onDone()
              void send('open-library', { view: 'welcome' })
            }}
          >
            {t('welcomeMore')}
          </button>
        </>
      }
    >
      <p>{t('welcomeMarks')}</p>
      <p>{t('welcomeLocal')}</p>
    </Notice>
  )
}
