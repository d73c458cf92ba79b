/** The publishers whose pages are known by name, and which of them a page is. */
import { query } from '../dom'
import { asahi } from './asahi'
import { chunichi } from './chunichi'
import { gendai } from './gendai'
import { mainichi } from './mainichi'
import { nhk } from './nhk'
import { nhkEasy } from './nhk-easy'
import { nikkei } from './nikkei'
import { sankei } from './sankei'
import type { Site } from './site'
import { yahoo } from './yahoo'
import { yomiuri } from './yomiuri'

/** The first that fits counts: NHK Easy before NHK. */
const SITES = [nikkei, nhkEasy, nhk, asahi, mainichi, yomiuri, sankei, chunichi, yahoo, gendai]

/** The publisher's rules for an address, or null. */
export function siteOf(url: string): Site | null {
  if (!URL.canParse(url)) return null
  const { hostname, pathname } = new URL(url)
  return (
    SITES.find(
      ({ hosts, path = '/' }) =>
        pathname.startsWith(path) &&
        hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`)),
    ) ?? null
  )
}

/**
 * Rules for a saved file that does not say where it is from: those of the first publisher whose
 * headline and body it has. The rules alone: another site can have the same names.
 */
export function siteByShape(document: Document, url: string): Site | null {
  if (/^https?:/.test(url)) return null
  const like = SITES.find(
    ({ headline, body }) =>
      headline && body && query(document, headline.join()) && query(document, body.join()),
  )
  if (!like) return null
  const { publisher: _, ...shape } = like
  return shape
}
