/** Small articles and a small engine for the archive's tests; the words are ours. */
import type { Annotation, Engine } from '../../lib/annotation'
import { blockText } from '../../lib/article/block-text'
import type { ExtractedArticle } from '../../lib/article/extracted'
import { type BunmyakuDatabase, openDatabase } from '../../lib/db/database'
import type { FoundEvent } from '../../lib/events/schema'

let count = 0

/** A database of its own for each test. */
export const freshDatabase = (): BunmyakuDatabase => openDatabase(`test-${++count}`)

/** An article with these paragraphs; everything else can be set. */
export function extracted(
  paragraphs: readonly string[],
  more: Partial<ExtractedArticle> = {},
): ExtractedArticle {
  const url = more.url ?? 'https://news.example/articles/1'
  return {
    url,
    addresses: [url],
    title: '見本の記事',
    publisher: '見本新聞',
    byline: null,
    section: '国際',
    keywords: [],
    publishedAt: '2026-03-19',
    modifiedAt: null,
    truncated: false,
    leadImage: null,
    blocks: paragraphs.map((text, at) => ({
      kind: 'paragraph' as const,
      id: `p${at}`,
      runs: [{ text }],
    })),
    ...more,
  }
}

/** Reads with a fixed list of names: an engine small enough to check by eye. */
export function listEngine(names: Readonly<Record<string, string>>): Engine {
  const annotate = (document: Parameters<Engine['annotate']>[0]): Annotation => ({
    locals: [],
    dates: [],
    events: document.blocks.flatMap((block) => meetingsIn(block.id, blockText(block))),
    mentions: document.blocks.flatMap((block) =>
      Object.entries(names).flatMap(([surface, entity]) => {
        const start = blockText(block).indexOf(surface)
        return start < 0
          ? []
          : [
              {
                block: block.id,
                start,
                end: start + surface.length,
                surface,
                entity,
                headword: surface,
                kind: 'concept' as const,
                tier: 'key' as const,
                refersTo: null,
                undecided: false,
                candidates: [],
                why: [],
              },
            ]
      }),
    ),
  })
  return { version: 'list', annotate, mentions: annotate }
}

/** `4月2日会談` is a meeting of that day in 2026. */
function meetingsIn(block: string, text: string): FoundEvent[] {
  return Array.from(text.matchAll(/(\d)月(\d)日会談/g), (match) => ({
    main: false,
    date: `2026-0${match[1]}-0${match[2]}`,
    status: 'occurred',
    type: 'meeting',
    title: '会談',
    participants: ['person.otsu', 'person.ko'],
    place: null,
    topics: ['org.hei'],
    figures: [],
    evidence: { block, start: match.index, end: match.index + match[0].length },
    alsoEvidence: [],
  }))
}
