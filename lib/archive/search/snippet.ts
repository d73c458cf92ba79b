/** The stretch of a text that shows best why it was found, with the hits marked. */
import type { FoldedText } from './segment'

/** Length of a snippet in UTF-16 units of the original. */
const LENGTH = 110
/** How much stands before the first hit. */
const LEAD = 24

export interface Snippet {
  snippet: string
  /** UTF-16 offsets into `snippet`. */
  marks: { start: number; end: number }[]
}

interface Hit {
  start: number
  end: number
  term: number
}

/** The window of the body with most different terms, then most hits, then the earliest. */
export function makeSnippet(folded: FoldedText, terms: readonly string[]): Snippet {
  const original = `${folded.row.title}\n${folded.row.body}`
  const body = folded.row.title.length + 1
  const hits = findHits(folded, terms).filter(({ start }) => start >= body)
  const first = bestStart(hits)
  const start = first === null ? body : windowStart(original, body, first)
  const end = Math.min(original.length, start + LENGTH)
  const marks = joinOverlaps(hits.filter((hit) => hit.start >= start && hit.end <= end))
  return {
    snippet: original.slice(start, end).replace(/[\n\t]/g, ' '),
    marks: marks.map((mark) => ({ start: mark.start - start, end: mark.end - start })),
  }
}

function findHits({ text, from }: FoldedText, terms: readonly string[]): Hit[] {
  const hits: Hit[] = []
  terms.forEach((term, index) => {
    for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + term.length)) {
      const start = from[at] ?? 0
      // A unit that unfolds from half of a character (㍿) is shown by the whole of it.
      let last = at + term.length
      while (last < from.length - 1 && from[last] === from[last - 1]) last++
      hits.push({ start, end: from[last] ?? start, term: index })
    }
  })
  return hits.sort((a, b) => a.start - b.start)
}

function bestStart(hits: readonly Hit[]): number | null {
  let best: { start: number; worth: number } | null = null
  for (const [i, { start }] of hits.entries()) {
    const seen = new Set<number>()
    let count = 0
    for (let k = i; k < hits.length && (hits[k]?.end ?? 0) <= start + LENGTH - LEAD; k++, count++) {
      seen.add(hits[k]?.term ?? 0)
    }
    const worth = seen.size * 100 + Math.min(count, 99)
    if (!best || worth > best.worth) best = { start, worth }
  }
  return best?.start ?? null
}

/** A little before the hit: at the sentence's start where that is near. */
function windowStart(text: string, body: number, hit: number): number {
  const earliest = Math.max(body, hit - LEAD)
  const lead = text.slice(earliest, hit)
  const sentence = Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('\n'))
  const start = earliest + sentence + 1
  // Not in the middle of a surrogate pair.
  return /[\udc00-\udfff]/.test(text[start] ?? '') ? start + 1 : start
}

function joinOverlaps(hits: readonly Hit[]): { start: number; end: number }[] {
  const joined: { start: number; end: number }[] = []
  for (const { start, end } of hits) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
