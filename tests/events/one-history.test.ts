/** Articles of `../shared` that tell of each other's events: told by several, one event each. */
import 'fake-indexeddb/auto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDatabase } from '../../lib/db/database'
import { findEvents } from '../../lib/events/find'
import { historyTables, recordArticleEvents } from '../../lib/events/history'
import type { Kind } from '../../lib/glossary/schema'
import type { Mention } from '../../lib/linking/mention'
import { plainDocument, readPlain } from '../../lib/text/plain'
import { findTimes } from '../../lib/time/find'

const GOLD = join(import.meta.dirname, '../../../shared/gold')
const ARTICLES = ['000', '001', '003', 'D60']

interface Marked {
  start: number
  end: number
  surface: string
  headword: string
  type: Kind
}

/** The events that an article tells, with the names that were marked in it by hand. */
function read(id: string) {
  const raw = readFileSync(join(GOLD, `${id}.txt`), 'utf8')
  const { published } = JSON.parse(readFileSync(join(GOLD, `${id}.meta.json`), 'utf8')) as {
    published: string
  }
  const plain = readPlain(raw)
  const document = plainDocument(plain, { url: null, publisher: null, publishedAt: published })
  const marked = readFileSync(join(GOLD, `${id}.mentions.jsonl`), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Marked)
  const mentions = marked.flatMap(({ start, end, surface, headword, type }): Mention[] => {
    const block = plain.blocks.findLast((one) => (plain.offsets.get(one.id) ?? 0) <= start)
    if (!block) return []
    const at = plain.offsets.get(block.id) ?? 0
    const [name = '', person] = headword.split('=')
    return [
      {
        block: block.id,
        start: start - at,
        end: end - at,
        surface,
        entity: null,
        headword: name,
        kind: type,
        tier: 'key',
        refersTo: person ? `local:${person}` : null,
        undecided: false,
        candidates: [],
        why: [],
      },
    ]
  })
  return { published, events: findEvents(document, mentions, findTimes(document)) }
}

describe.skipIf(!existsSync(GOLD))(
  'articles that tell of one event (skipped where ../shared is not there)',
  () => {
    it('make one history, whichever is read first', async () => {
      for (const [k, order] of [ARTICLES, ARTICLES.toReversed()].entries()) {
        const db = openDatabase(`one-history-${k}`)
        for (const id of order) {
          const { published, events } = read(id)
          await db.transaction('rw', historyTables(db), async () =>
            recordArticleEvents(
              db,
              { article: id, revision: `${id}-1`, publishedAt: published },
              events,
            ),
          )
        }
        const claims = await db.claims.toArray()
        const tellersOf = (event: string | undefined) =>
          [
            ...new Set(
              claims.filter((claim) => claim.event === event).map(({ article }) => article),
            ),
          ].sort()
        const meetings = (
          await db.events.where('sort').between('2026-03-18', '2026-03-21').toArray()
        ).filter(({ type }) => type === 'meeting')
        // The summit that two articles expect on 19 March and one, by Japan's clock, on the 20th.
        expect(meetings.map(({ status }) => status)).toEqual(['planned'])
        expect(tellersOf(meetings[0]?.id)).toEqual(['000', '001', 'D60'])
        const summit = (await db.events.toArray()).filter(
          ({ date, type }) => type === 'meeting' && date.startsWith('2025-10'),
        )
        expect(summit.map(({ date }) => date)).toContain('2025-10-28')
        expect(tellersOf(summit.find(({ date }) => date === '2025-10-28')?.id)).toEqual([
          '003',
          'D60',
        ])
        await db.delete()
      }
    })
  },
)
