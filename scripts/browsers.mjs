/**
 * Finds the browsers a reader has, or gets one.
 *
 * Plain JavaScript without dependencies: `npm start` needs it before anything is installed.
 */
import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** @typedef {'chromium' | 'firefox'} Family */

/** @type {Record<Family, string[]>} */
const ON_PATH = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr'],
}

/** @type {Record<Family, Partial<Record<NodeJS.Platform, string[]>>>} */
const ELSEWHERE = {
  chromium: {
    darwin: [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    win32: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  firefox: {
    darwin: ['/Applications/Firefox.app/Contents/MacOS/firefox'],
    win32: ['Mozilla Firefox\\firefox.exe'],
  },
}

/** Debian keeps the browsers' Japanese apart; without it the extension too speaks English. */
const DEBIAN = {
  chromium: ['chromium', 'chromium-l10n'],
  firefox: ['firefox-esr', 'firefox-esr-l10n-ja'],
}

/** @param {string} path */
function runs(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** @param {Family} family */
function candidates(family) {
  const dirs = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  const named = ON_PATH[family].flatMap((name) => dirs.map((dir) => join(dir, name)))
  const elsewhere = ELSEWHERE[family][process.platform] ?? []
  if (process.platform !== 'win32') return [...named, ...elsewhere]
  const roots = [
    process.env.PROGRAMFILES,
    process.env['PROGRAMFILES(X86)'],
    process.env.LOCALAPPDATA,
  ]
  return roots.flatMap((root) => (root ? elsewhere.map((path) => join(root, path)) : []))
}

/**
 * Path of an installed browser of this family, or null. BUNMYAKU_CHROMIUM and BUNMYAKU_FIREFOX override.
 * @param {Family} family
 * @returns {string | null}
 */
export function findBrowser(family) {
  const chosen = process.env[`BUNMYAKU_${family.toUpperCase()}`]
  if (chosen) return runs(chosen) ? chosen : null
  return candidates(family).find(runs) ?? null
}

/** @type {(command: string, args: string[]) => boolean} */
const succeeds = (command, args) => spawnSync(command, args, { stdio: 'ignore' }).status === 0

/**
 * Debian can install what is missing, where we may: as root, with apt-get.
 * @param {string[]} packages
 */
function installOnDebian(packages) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false
  if (!succeeds('apt-get', ['--version'])) return false
  console.log(`Installing ${packages.join(', ')} …`)
  /** @type {import('node:child_process').SpawnSyncOptions} */
  const options = {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }
  spawnSync('apt-get', ['update', '-qq'], options)
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], options)
      .status === 0
  )
}

const hasJapaneseFont = () => {
  if (process.platform !== 'linux') return true
  const listed = spawnSync('fc-list', [':lang=ja', 'family'], { encoding: 'utf8' })
  return listed.status === 0 && listed.stdout.trim() !== ''
}

/**
 * The browsers of these families, installing what is missing where that is possible.
 * @param {Family[]} families
 * @returns {Partial<Record<Family, string>>} without those that could not be had
 */
export function ensureBrowsers(families) {
  const missing = families
    .filter((family) => !findBrowser(family))
    .flatMap((family) => DEBIAN[family])
  if (!hasJapaneseFont()) missing.push('fonts-noto-cjk')
  if (missing.length > 0 && !installOnDebian(missing)) {
    console.error(
      `Please install: ${missing.join(', ')} (Debian's names; Chrome, Edge or Firefox from their makers serve as well).`,
    )
  }
  const found = families.map((family) => [family, findBrowser(family)])
  return Object.fromEntries(found.filter(([, path]) => path))
}
