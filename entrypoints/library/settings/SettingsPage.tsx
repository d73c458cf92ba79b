/** 設定: how marks and cards behave, on which sites, and every correction with its undo. */

import { applyLetterKeys } from '../../../components/commands'
import { FailedNotice } from '../../../components/FailedNotice'
import { Switch } from '../../../components/Switch'
import { applyTheme } from '../../../components/start-page'
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'
import { send } from '../../../lib/send'
import type { Settings } from '../../../lib/settings'
import { tell } from '../toast'
import { Choice } from './Choice'
import { CorrectionList } from './CorrectionList'
import { Keys } from './Keys'
import { SiteList } from './SiteList'
import './settings.css'

export function SettingsPage() {
  const [loaded, again] = useLoad(() => send('settings', {}), [])
  if (loaded.state === 'loading') return null
  if (loaded.state === 'failed')
    return (
      <FailedNotice title={t('failedTitle')} onRetry={again}>
        <p>{t('failedText')}</p>
      </FailedNotice>
    )
  const settings = loaded.value
  const set = (change: Partial<Settings>) =>
    void send('set-settings', { change }).then(
      (changed) => {
        applyTheme(changed.theme)
        applyLetterKeys(changed.letterKeys)
        again()
        tell(t('settingKept'))
      },
      () => tell(t('settingNotKept')),
    )
  return (
    <div class="page">
      <div class="page__inner">
        <h1 class="page__title">{t('settings')}</h1>
        <section class="section">
          <h2 class="section__title">{t('settingsMarks')}</h2>
          <Choice
            name={t('settingMarks')}
            value={settings.marks}
            options={[
              { value: 'first', name: t('marksFirst') },
              { value: 'all', name: t('marksAll') },
            ]}
            onChange={(marks) => set({ marks })}
          />
          <div class="setting">
            <Switch
              label={t('settingBasic')}
              on={settings.basic}
              onChange={(basic) => set({ basic })}
            />
          </div>
          <Choice
            name={t('settingDwell')}
            value={String(settings.dwell)}
            options={[0, 150, 300, 600, 1000].map((ms) => ({
              value: String(ms),
              name: ms === 0 ? t('dwellNone') : t('dwellSeconds', ms / 1000),
            }))}
            onChange={(dwell) => set({ dwell: Number(dwell) })}
          />
        </section>
        <section class="section">
          <h2 class="section__title">{t('settingsLook')}</h2>
          <Choice
            name={t('settingTheme')}
            value={settings.theme}
            options={[
              { value: 'auto', name: t('themeAuto') },
              { value: 'light', name: t('themeLight') },
              { value: 'dark', name: t('themeDark') },
            ]}
            onChange={(theme) => set({ theme })}
          />
        </section>
        <SiteList settings={settings} onChanged={again} />
        <CorrectionList />
        <Keys letters={settings.letterKeys} onLetters={(letterKeys) => set({ letterKeys })} />
      </div>
    </div>
  )
}
