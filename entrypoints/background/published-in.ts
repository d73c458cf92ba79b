/** When the article in a tab was published: a script of its own gathers what the page says. */
import * as v from 'valibot'
import browser from 'webextension-polyfill'
import { DateEvidence } from '../../lib/article/date-evidence-schema'
import { publishedFrom } from '../../lib/article/published'

/** ISO day or instant; null where the page does not say, or we may not ask it. */
export async function publishedIn(tab: number): Promise<string | null> {
  try {
    const [result] = await browser.scripting.executeScript({
      target: { tabId: tab, frameIds: [0] },
      files: ['dates.js'],
    })
    const said = v.safeParse(DateEvidence, result?.result)
    return said.success ? publishedFrom(said.output) : null
  } catch {
    return null
  }
}
