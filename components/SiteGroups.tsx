/** News sites people read, in groups that are permitted by one press; none is needed. */
import { useState } from 'preact/hooks'
import browser from 'webextension-polyfill'
import groups from '../assets/sites/known.json'
import { t } from '../lib/i18n'
import { useLoad } from './use-load'

const NAMES = {
  newspapers: 'groupNewspapers',
  agencies: 'groupAgencies',
  abroad: 'groupAbroad',
  magazines: 'groupMagazines',
  technology: 'groupTechnology',
  official: 'groupOfficial',
  blogs: 'groupBlogs',
} as const

const pattern = (host: string) => `*://${host}/*`

/** Hosts of the list that may be read now. */
async function readPermitted(): Promise<Set<string>> {
  const hosts = groups.flatMap(({ sites }) => sites.map(({ host }) => host))
  const given = await Promise.all(
    hosts.map((host) => browser.permissions.contains({ origins: [pattern(host)] })),
  )
  return new Set(hosts.filter((_, at) => given[at]))
}

export function SiteGroups({ onPermitted = () => undefined }: { onPermitted?: () => void }) {
  const [loaded, again] = useLoad(readPermitted, [])
  const [refused, setRefused] = useState(false)
  const permitted = loaded.state === 'done' ? loaded.value : new Set<string>()
  const permit = (hosts: string[]) =>
    // Asked within the press itself: the browser takes no later one.
    void browser.permissions.request({ origins: hosts.map(pattern) }).then(
      (granted) => {
        setRefused(!granted)
        again()
        onPermitted()
      },
      () => setRefused(true),
    )
  return (
    <section>
      <h2 class="section__sub">{t('knownSites')}</h2>
      <p class="section__lead phrase">{t('knownSitesText')}</p>
      <ul class="rows">
        {groups.map(({ group, sites }) => {
          const missing = sites.map(({ host }) => host).filter((host) => !permitted.has(host))
          return (
            <li key={group}>
              <p class="rows__name">{t(NAMES[group as keyof typeof NAMES])}</p>
              <p class="rows__note" lang="ja">
                {sites.map(({ name }) => name).join('、')}
              </p>
              <div class="rows__act">
                {missing.length === 0 ? (
                  t('sitePermitted')
                ) : (
                  <button type="button" class="button" onClick={() => permit(missing)}>
                    {t('permitGroup', String(missing.length))}
                  </button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <p role="alert">{refused ? t('grantRefused') : ''}</p>
    </section>
  )
}
