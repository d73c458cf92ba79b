/** What driver and page of a kill test tell each other. */
import type { CheckReport } from '../../lib/archive/search/port'

/** A save that the page was told of as done. */
export interface Acknowledged {
  url: string
  hash: string
}

/** What a restarted browser finds. All lists are empty where nothing was lost. */
export interface Finding {
  articles: number
  lost: string[]
  half: string[]
  repaired: CheckReport
}
