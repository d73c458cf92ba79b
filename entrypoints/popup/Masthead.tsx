/** Top of the popup: which article, of which day, whether it is kept, whether this site is read. */
import { useState } from 'preact/hooks'
import { formatDay, formatInstant } from '../../components/format-date'
import { Icon } from '../../components/Icon'
import { KeepPictures } from '../../components/KeepPictures'
import { pagesWords } from '../../components/pages-words'
import { SaveButton } from '../../components/SaveButton'
import { SiteSwitch } from '../../components/SiteSwitch'
import { t } from '../../lib/i18n'
import type { SaveResult } from '../../lib/messages'
import { RequestFailed, send } from '../../lib/send'
import { openArticle } from './open-article'
import type { TabPage } from './use-page'

interface Props {
  tabPage: TabPage | null
  onAgain: () => void
}

type Saving =
  | { step: 'idle' }
  | { step: 'busy' }
  | { step: 'told'; words: string; problem: boolean }
  | { step: 'ask-private' }

export function Masthead({ tabPage, onAgain }: Props) {
  const page = tabPage?.page
  const ready = page?.state === 'ready' ? page : null
  const [saving, setSaving] = useState<Saving>({ step: 'idle' })

  const save = async (confirmed: boolean) => {
    if (!tabPage) return
    setSaving({ step: 'busy' })
    try {
      const result = await send('save', { tab: tabPage.tab, confirmed })
      setSaving(
        result.result === 'ask-private'
          ? { step: 'ask-private' }
          : { step: 'told', ...tell(result) },
      )
      onAgain()
    } catch (error) {
      const words =
        error instanceof RequestFailed && error.failure.code === 'storage-full'
          ? t('saveFull')
          : t('saveFailed', error instanceof Error ? error.message : String(error))
      setSaving({ step: 'told', words, problem: true })
    }
  }

  return (
    <header class="masthead">
      <div class="masthead__meta">
        <span class="masthead__host">{tabPage?.host ?? t('extensionName')}</span>
        {ready?.publishedAt && <time>{formatDay(ready.publishedAt)}</time>}
        <SiteSwitch host={tabPage?.host ?? null} page={page} onAgain={onAgain} />
      </div>
      {(ready || tabPage?.title) && (
        <div class="masthead__row">
          <h1 class="masthead__title" lang="ja">
            {ready?.title ?? tabPage?.title}
          </h1>
          {ready && saving.step !== 'ask-private' && (
            <SaveButton
              saved={ready.saved}
              busy={saving.step === 'busy'}
              onSave={() => void save(false)}
              onOpen={openArticle}
            />
          )}
        </div>
      )}
      <div aria-live="polite">
        {saving.step === 'told' && (
          <p class={saving.problem ? 'masthead__told masthead__told--problem' : 'masthead__told'}>
            <Icon name={saving.problem ? 'warning' : 'check'} size={14} />
            {saving.words}
          </p>
        )}
        {saving.step === 'ask-private' && (
          <div class="masthead__ask">
            <p class="phrase">
              <b>{t('privateTitle')}</b> {t('privateText')}
            </p>
            <button type="button" class="button button--primary" onClick={() => void save(true)}>
              {t('privateSave')}
            </button>
            <button type="button" class="button" onClick={() => setSaving({ step: 'idle' })}>
              {t('cancel')}
            </button>
          </div>
        )}
        {ready?.saved.state === 'saved' && saving.step === 'idle' && (
          <p class="masthead__told">
            {t('savedOn', formatInstant(ready.saved.savedAt))}
            {ready.saved.pages && ` · ${pagesWords(ready.saved.pages)}`}
          </p>
        )}
        {ready?.saved.state === 'saved' && ready.saved.joined && saving.step === 'idle' && (
          <p class="masthead__told">
            <Icon name="check" size={14} />
            {t('pageJoined', ready.saved.joined)}
          </p>
        )}
        {ready?.saved.state === 'next-page' && saving.step === 'idle' && (
          <p class="masthead__told">{t('pageNotKept', ready.saved.page)}</p>
        )}
        {ready?.saved.state === 'changed' && saving.step === 'idle' && (
          <p class="masthead__told">
            <Icon name="refresh" size={14} />
            {t('changedSince', formatInstant(ready.saved.savedAt))}
          </p>
        )}
      </div>
      {ready?.saved.state === 'saved' && <KeepPictures article={ready.saved.article} />}
    </header>
  )
}

function tell(result: Exclude<SaveResult, { result: 'ask-private' }>): {
  words: string
  problem: boolean
} {
  switch (result.result) {
    case 'saved':
      return { words: t('saveDone'), problem: false }
    case 'already':
      return { words: t('saveAlready', formatInstant(result.savedAt)), problem: false }
    case 'joined':
      return { words: pagesWords(result.pages), problem: false }
    case 'revised':
      return { words: t('saveRevised'), problem: false }
    case 'not-article':
      return { words: t('saveNotArticle'), problem: true }
    case 'full':
      return { words: t('saveFull'), problem: true }
    case 'failed':
      return { words: t('saveFailed', result.reason), problem: true }
  }
}
