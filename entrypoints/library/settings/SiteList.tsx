/** Sites that may be read, each with why, and sites that the reader switched off. */

import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import { SiteGroups } from '../../../components/SiteGroups'
import { Switch } from '../../../components/Switch'
import { useLoad } from '../../../components/use-load'
import { t } from '../../../lib/i18n'
import { NEWS_SITES } from '../../../lib/page/sites'
import { send } from '../../../lib/send'
import type { Settings } from '../../../lib/settings'
import { tell } from '../toast'

const hostOf = (pattern: string): string => pattern.replace(/^[^:]+:\/\//, '').replace(/\/.*$/, '')

/** Hosts that may be read now, those of the manifest first. */
async function readGrants(): Promise<{ host: string; patterns: string[]; news: boolean }[]> {
  const { origins = [] } = await browser.permissions.getAll()
  const news = NEWS_SITES.map(hostOf)
  const hosts = [...new Set([...news, ...origins.map(hostOf)])]
  return hosts.map((host) => ({
    host,
    patterns: origins.filter((origin) => hostOf(origin) === host),
    news: news.includes(host),
  }))
}

export function SiteList({ settings, onChanged }: { settings: Settings; onChanged: () => void }) {
  const [loaded, again] = useLoad(readGrants, [])
  const [address, setAddress] = useState('')
  const grants = loaded.state === 'done' ? loaded.value : []
  const off = settings.sitesOff.filter((host) => !grants.some((grant) => grant.host === host))
  const grant = async (host: string) => {
    const granted = await browser.permissions.request({ origins: [`*://${host}/*`] })
    tell(t(granted ? 'siteGranted' : 'grantRefused'))
    again()
  }
  const switchSite = (host: string, on: boolean) =>
    void send('site-switch', { host, on }).then(onChanged)
  return (
    <section class="section">
      <h2 class="section__title">{t('settingsSites')}</h2>
      <p class="section__lead phrase">{t('sitesLead')}</p>
      <ul class="rows">
        {grants.map(({ host, patterns, news }) => (
          <li key={host}>
            <p class="rows__name">{host.replace(/^\*\.?$/, t('allSites'))}</p>
            <p class="rows__note">
              {t(patterns.length === 0 ? 'siteNotGranted' : news ? 'siteNews' : 'siteOwn')}
            </p>
            <div class="rows__act">
              {patterns.length === 0 ? (
                <button type="button" class="button" onClick={() => void grant(host)}>
                  {t('grant')}
                </button>
              ) : (
                <>
                  <Switch
                    label={t('siteRead')}
                    on={!settings.sitesOff.includes(host)}
                    onChange={(on) => switchSite(host, on)}
                  />
                  {!news && (
                    <button
                      type="button"
                      class="button"
                      onClick={() =>
                        void browser.permissions.remove({ origins: patterns }).then(() => {
                          tell(t('siteRevoked', host))
                          again()
                        })
                      }
                    >
                      {t('siteRevoke')}
                    </button>
                  )}
                </>
              )}
            </div>
          </li>
        ))}
        {off.map((host) => (
          <li key={host}>
            <p class="rows__name">{host}</p>
            <p class="rows__note">{t('siteSwitchedOff')}</p>
            <div class="rows__act">
              <Switch label={t('siteRead')} on={false} onChange={(on) => switchSite(host, on)} />
            </div>
          </li>
        ))}
      </ul>
      <form
        class="sites__add"
        onSubmit={(event) => {
          event.preventDefault()
          const text = address.trim()
          const url = /^https?:/.test(text) ? text : `https://${text}`
          if (!URL.canParse(url) || !new URL(url).hostname.includes('.'))
            return tell(t('siteNotAnAddress'))
          void grant(new URL(url).hostname).then(() => setAddress(''))
        }}
      >
        <input
          class="field"
          value={address}
          inputMode="url"
          placeholder="www.example.jp"
          aria-label={t('siteAdd')}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!address.trim()}>
          {t('siteAdd')}
        </button>
      </form>
      <SiteGroups onPermitted={again} />
      <h3 class="section__sub">{t('permissionsTitle')}</h3>
      <dl class="permissions">
        <dt>{t('permissionStorage')}</dt>
        <dd>{t('permissionStorageWhy')}</dd>
        <dt>{t('permissionScripting')}</dt>
        <dd>{t('permissionScriptingWhy')}</dd>
        <dt>{t('permissionMenus')}</dt>
        <dd>{t('permissionMenusWhy')}</dd>
        <dt>{t('permissionAlarms')}</dt>
        <dd>{t('permissionAlarmsWhy')}</dd>
        <dt>{t('permissionNotifications')}</dt>
        <dd>{t('permissionNotificationsWhy')}</dd>
        <dt>{t('permissionDownloads')}</dt>
        <dd>{t('permissionDownloadsWhy')}</dd>
      </dl>
    </section>
  )
}
