/** The library's frame: its views on the left, the chosen one beside them. */
import { useEffect } from 'preact/hooks'
import { isNoCommand } from '../../components/commands'
import { Icon, type IconName } from '../../components/Icon'
import { type MessageKey, t } from '../../lib/i18n'
import { ArchivePage } from './archive/ArchivePage'
import { DatabaseGate } from './DatabaseGate'
import { FollowsPage } from './follows/FollowsPage'
import { GlossaryPage } from './glossary/GlossaryPage'
import { hashOf, useRoute, type View } from './route'
import { SettingsPage } from './settings/SettingsPage'
import { StoragePage } from './settings/StoragePage'
import { TimelinePage } from './timeline/TimelinePage'
import { ToastHost } from './toast'
import { WelcomePage } from './welcome/WelcomePage'

const ENTRIES: { view: View; icon: IconName; name: MessageKey }[] = [
  { view: 'archive', icon: 'archive', name: 'archive' },
  { view: 'timeline', icon: 'clock', name: 'timeline' },
  { view: 'glossary', icon: 'book', name: 'glossary' },
  { view: 'follows', icon: 'flag', name: 'follows' },
  { view: 'storage', icon: 'download', name: 'storage' },
  { view: 'settings', icon: 'settings', name: 'settings' },
  { view: 'welcome', icon: 'start', name: 'welcome' },
]

export function LibraryApp() {
  const route = useRoute()
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isNoCommand(event)) return
      const field = document.querySelector<HTMLInputElement>('[data-search]')
      if (!field) return
      event.preventDefault()
      field.focus()
      field.select()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    const entry = ENTRIES.find(({ view }) => view === route.view)
    document.title = [entry && t(entry.name), t('extensionName')].filter(Boolean).join(' — ')
  }, [route.view])

  const page = () => {
    switch (route.view) {
      case 'archive':
        return <ArchivePage route={route} />
      case 'timeline':
        return <TimelinePage route={route} />
      case 'glossary':
        return <GlossaryPage route={route} />
      case 'follows':
        return <FollowsPage />
      case 'settings':
        return <SettingsPage />
      case 'storage':
        return <StoragePage />
      case 'welcome':
        return <WelcomePage />
    }
  }

  return (
    <div class="shell">
      {/* The hash is the route, so this moves the focus itself. */}
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {t('skipToMain')}
      </button>
      <nav class="shell__nav" aria-label={t('views')}>
        <p class="shell__brand">
          <img src="/icons/48.png" alt="" width="24" height="24" />
          文脈
        </p>
        <ul>
          {ENTRIES.map(({ view, icon, name }) => (
            <li key={view}>
              <a
                class="shell__link"
                href={hashOf({ view })}
                aria-current={route.view === view ? 'page' : undefined}
              >
                <Icon name={icon} />
                <span>{t(name)}</span>
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main class="shell__main" id="main" tabIndex={-1}>
        <DatabaseGate>{page()}</DatabaseGate>
      </main>
      <ToastHost />
    </div>
  )
}
