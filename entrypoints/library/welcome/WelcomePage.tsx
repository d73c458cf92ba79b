/** はじめに: what the marks mean, what is kept where, and what may be read. */
import browser from 'webextension-polyfill'
import { SiteGroups } from '../../../components/SiteGroups'
import { t } from '../../../lib/i18n'
import { hashOf } from '../route'
import { Sample } from './Sample'
import './welcome.css'

export function WelcomePage() {
  // Opened by itself after installation: only who goes on from here has seen it.
  const seen = () => void browser.storage.local.set({ welcomed: true })
  return (
    <div class="page">
      <div class="page__inner">
        <h1 class="page__title">{t('welcomeTitle')}</h1>
        <p class="page__lead phrase">{t('welcomeLead')}</p>
        <Sample />
        <ol class="steps">
          <li>
            <h2>{t('stepMarksTitle')}</h2>
            <p class="phrase">{t('stepMarksText')}</p>
          </li>
          <li>
            <h2>{t('stepTimelineTitle')}</h2>
            <p class="phrase">{t('stepTimelineText')}</p>
          </li>
          <li>
            <h2>{t('stepSaveTitle')}</h2>
            <p class="phrase">{t('stepSaveText')}</p>
          </li>
          <li>
            <h2>{t('stepLocalTitle')}</h2>
            <p class="phrase">{t('stepLocalText')}</p>
          </li>
        </ol>
        <SiteGroups />
        <p class="welcome__links">
          <a class="button button--primary" href={hashOf({ view: 'archive' })} onClick={seen}>
            {t('openArchive')}
          </a>
          <a class="button" href={hashOf({ view: 'settings' })} onClick={seen}>
            {t('settings')}
          </a>
        </p>
      </div>
    </div>
  )
}
