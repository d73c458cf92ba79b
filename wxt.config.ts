import { resolve } from 'node:path'
import { defineConfig } from 'wxt'
import { NEWS_SITES } from './lib/page/sites'
import { noInnerHtml } from './scripts/no-inner-html'

export default defineConfig({
  manifestVersion: 3,
  outDir: '.output',
  imports: false,
  vite: () => ({
    plugins: [noInnerHtml()],
    resolve: {
      alias: {
        'wxt/utils/content-script-context': resolve(
          import.meta.dirname,
          'entrypoints/content/no-context.ts',
        ),
      },
    },
    build: { target: 'es2023' },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  }),
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'ja',
    icons: { 16: 'icons/16.png', 32: 'icons/32.png', 48: 'icons/48.png', 128: 'icons/128.png' },
    permissions: [
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
      'alarms',
      ...(browser === 'firefox' ? [] : ['sidePanel', 'offscreen']),
      // Chromium's prompt cannot be answered without a display; Firefox's can be switched off.
      ...(mode === 'e2e' && browser !== 'firefox' ? ['downloads'] : []),
    ],
    optional_permissions: ['notifications', 'downloads'],
    host_permissions: NEWS_SITES,
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    content_security_policy: {
      // What a page may frame is said by the list of web-accessible resources: the card alone.
      // Beyond ourselves only for pictures that the reader asks to keep (lib/archive/images.ts).
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' blob: data:; font-src 'self'; connect-src 'self' https: http:; worker-src 'self'; base-uri 'none'; form-action 'none'",
    },
    web_accessible_resources: [
      {
        resources: ['card-frame.html'],
        matches: ['https://*/*', 'http://*/*'],
        // An address that is new in each session tells nobody that the extension is there; Firefox's
        // is new in each profile.
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    commands: {
      'next-term': {
        suggested_key: { default: 'Alt+Shift+J' },
        description: '__MSG_commandNextTerm__',
      },
      'previous-term': {
        suggested_key: { default: 'Alt+Shift+K' },
        description: '__MSG_commandPreviousTerm__',
      },
      'open-card': {
        suggested_key: { default: 'Alt+Shift+L' },
        description: '__MSG_commandOpenCard__',
      },
      save: { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandSave__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'bunmyaku@bunmyaku.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {
          // light-dark() in the tokens; custom highlights and the side panel are older.
          minimum_chrome_version: '123',
        }),
  }),
})
