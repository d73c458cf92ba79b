/** Events of texts whose names are marked by hand: `[高市首相=高市早苗]`, `[米国=アメリカ:place]`. */
import type { Document } from '../../lib/article/document'
import { findEvents } from '../../lib/events/find'
import type { FoundEvent } from '../../lib/events/schema'
import type { Kind } from '../../lib/glossary/schema'
import type { Mention } from '../../lib/linking/mention'
import { findTimes } from '../../lib/time/find'

const NAME = /\[(?<surface>[^=\]]+)=(?<headword>[^:\]]+)(?::(?<kind>[a-z]+))?\]/gu

function mark(block: string, marked: string): { text: string; mentions: Mention[] } {
  const mentions: Mention[] = []
  let text = ''
  let at = 0
  for (const match of marked.matchAll(NAME)) {
    const { surface = '', headword = '', kind = 'person' } = match.groups ?? {}
    text += marked.slice(at, match.index)
    mentions.push({
      block,
      start: text.length,
      end: text.length + surface.length,
      surface,
      headword,
      kind: kind as Kind,
      entity: null,
      tier: 'key',
      refersTo: null,
      undecided: false,
      candidates: [],
      why: [],
    })
    text += surface
    at = match.index + match[0].length
  }
  return { text: text + marked.slice(at), mentions }
}

/** Events of paragraphs published on `publishedAt`; a first paragraph that begins with # is a heading. */
export function told(
  paragraphs: readonly string[],
  publishedAt: string | null = '2026-03-19',
): FoundEvent[] {
  const read = paragraphs.map((paragraph, k) => mark(`b${k}`, paragraph.replace(/^# /u, '')))
  const document: Document = {
    url: null,
    publisher: null,
    publishedAt,
    blocks: read.map(({ text }, k) =>
      paragraphs[k]?.startsWith('# ')
        ? { kind: 'heading', id: `b${k}`, level: 1, runs: [{ text }] }
        : { kind: 'paragraph', id: `b${k}`, runs: [{ text }] },
    ),
  }
  return findEvents(
    document,
    read.flatMap(({ mentions }) => mentions),
    findTimes(document),
  )
}

const names = (ids: readonly string[]): string =>
  ids.map((id) => id.replace('local:', '')).join('・')

/** `date status type who` of every event. */
export const lines = (text: string, publishedAt?: string | null): string[] =>
  told([text], publishedAt).map((event) =>
    [event.date, event.status, event.type, names(event.participants)].filter(Boolean).join(' '),
  )
