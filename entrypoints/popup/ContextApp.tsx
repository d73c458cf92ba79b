/** An article's context, in the popup and in the side panel: its terms, its timeline, the archive. */

import { useEffect, useState } from 'preact/hooks'
import { isNoCommand } from '../../components/commands'
import { Story } from '../../components/story/Story'
import { Tabs } from '../../components/Tabs'
import { t } from '../../lib/i18n'
import { send } from '../../lib/send'
import { ArchiveView } from './ArchiveView'
import { CardPane, type OpenTerm } from './CardPane'
import { Masthead } from './Masthead'
import { openArticle } from './open-article'
import { FailedScreen, LoadingScreen, StateScreen } from './screens'
import { TermsView } from './TermsView'
import { usePage } from './use-page'
import { useWelcome, WelcomeScreen } from './welcome'

type View = 'article' | 'timeline' | 'archive'

export function ContextApp({ follow }: { follow: boolean }) {
  const [loaded, again] = usePage(follow)
  const [view, setView] = useState<View>('article')
  const [term, setTerm] = useState<OpenTerm | null>(null)
  const [welcome, dismissWelcome] = useWelcome()
  const tabPage = loaded.state === 'done' ? loaded.value : null
  const page = tabPage?.page ?? null
  const ready = page?.state === 'ready' ? page : null

  useEffect(() => setTerm(null), [ready?.url])
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isNoCommand(event)) return
      event.preventDefault()
      setTerm(null)
      setView('archive')
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])

  const panel = () => {
    if (view === 'archive') return <ArchiveView onOpen={openArticle} />
    if (loaded.state === 'loading') return <LoadingScreen />
    if (loaded.state === 'failed') return <FailedScreen error={loaded.error} onRetry={again} />
    if (!ready) return <StateScreen tabPage={loaded.value} onAgain={again} />
    if (term)
      return (
        <CardPane
          term={term}
          publishedAt={ready.publishedAt}
          url={ready.url}
          onBack={() => setTerm(null)}
        />
      )
    if (view === 'timeline')
      return (
        <div class="context__story">
          <Story
            key={ready.url}
            of={{ from: 'tab', tab: loaded.value.tab }}
            onArticle={openArticle}
            onEntity={(entity) => setTerm({ entity })}
            onTimeline={() => void send('open-library', { view: 'timeline' })}
          />
        </div>
      )
    return (
      <TermsView terms={ready.terms} truncated={ready.truncated} cut={ready.cut} onOpen={setTerm} />
    )
  }

  return (
    <div class="context">
      <Masthead tabPage={tabPage} onAgain={again} />
      <main class="context__main">
        <Tabs
          label={t('views')}
          current={view}
          onSelect={(next) => {
            setTerm(null)
            setView(next)
          }}
          tabs={[
            ready
              ? { key: 'article', name: t('thisArticle'), count: ready.terms.length }
              : { key: 'article', name: t('thisArticle') },
            { key: 'timeline', name: t('story') },
            { key: 'archive', name: t('archive') },
          ]}
        />
        <div
          class="context__panel"
          role="tabpanel"
          id={`panel-${view}`}
          aria-labelledby={`tab-${view}`}
        >
          {panel()}
          {welcome && view === 'article' && <WelcomeScreen onDone={dismissWelcome} />}
        </div>
      </main>
      <footer class="context__foot">
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void send('open-library', {})}
        >
          {t('openLibrary')}
        </button>
        {!follow && <SidePanelButton />}
        <button
          type="button"
          class="button button--quiet"
          onClick={() => void send('open-library', { view: 'settings' })}
        >
          {t('settings')}
        </button>
      </footer>
    </div>
  )
}

/** Chromium and Firefox name it differently, and both open it only within the reader's own click. */
function SidePanelButton() {
  return (
    <button type="button" class="button button--quiet" onClick={openSidePanel}>
      {t('openSidePanel')}
    </button>
  )
}

function openSidePanel(): void {
  const sidebar = (globalThis as { browser?: { sidebarAction?: { open(): Promise<void> } } })
    .browser?.sidebarAction
  if (sidebar) {
    void sidebar.open()
    window.close()
    return
  }
  const { chrome } = globalThis as {
    chrome?: {
      windows: { WINDOW_ID_CURRENT: number }
      sidePanel?: { open(options: { windowId: number }): Promise<void> }
    }
  }
  void chrome?.sidePanel
    ?.open({ windowId: chrome.windows.WINDOW_ID_CURRENT })
    .then(() => window.close())
}
