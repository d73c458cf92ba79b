import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type RequestName, requests } from '../../lib/messages'
import { mention } from './mentions'

const document = {
  url: 'https://example.com/a',
  publisher: '例の新聞',
  publishedAt: '2026-03-18T02:00:00+09:00',
  blocks: [
    { kind: 'heading' as const, id: 'title', level: 1, runs: [{ text: '日米同盟' }] },
    { kind: 'paragraph' as const, id: 'b1', runs: [{ text: '日米', ruby: 'にちべい' }] },
    {
      kind: 'table' as const,
      id: 'b2',
      rows: [[[{ text: '年' }], [{ text: '月', href: '/m', mark: 'strong' as const }]]],
    },
  ],
}

/** One of each, as full as it can be. */
const samples: { [N in RequestName]: v.InferInput<(typeof requests)[N]> } = {
  annotate: { document },
  'page-marks': { document },
  'saved-state': { url: 'https://example.com/a' },
  card: {
    entity: null,
    mention: mention({ entity: null, why: [{ rule: 'title', detail: '外務省報道官' }] }),
    local: { headword: '山田花子', kind: 'person', aliases: ['山田'], says: ['外務省報道官'] },
    publishedAt: '2026-03-18',
    url: null,
  },
  'plain-card': { entity: 'org.nss', publishedAt: null, url: 'https://example.com/a' },
  'frame-token': {},
  'open-frame': { token: 'x' },
  'need-card': {},
  page: { tab: 1 },
  'activate-tab': { tab: 1, anyway: true },
  timeline: { entities: ['org.nss'], around: null, limit: 10 },
  story: { of: { from: 'tab', tab: 1 } },
  'more-of-story': { of: { from: 'article', article: 'a1' } },
  save: { tab: 1, confirmed: true },
  search: { query: '安全保障', limit: 5 },
  correct: {
    correction: { type: 'wrong', url: 'https://example.com/a', form: '首相', entity: null },
  },
  'undo-correction': { id: 'x' },
  'keep-note': { note: { of: 'article', id: 'a' }, seen: [''], text: '覚え' },
  follow: { entity: 'org.nss', on: true, since: '2026-03-18T01:00:00.000Z' },
  settings: {},
  'set-settings': { change: { marks: 'all' } },
  'site-switch': { host: 'example.com', on: false },
  'picture-hosts': { article: 'a' },
  'keep-pictures': { article: 'a' },
  'backup-made': {
    made: {
      result: 'made',
      address: 'blob:https://example.com/1',
      name: 'bunmyaku-2026-03-19.ndjson.gz',
      articles: 3,
      at: '2026-03-19T00:00:00.000Z',
    },
  },
  'open-library': { view: 'timeline', id: 'org.nss' },
}

describe('every message', () => {
  test.each(Object.keys(requests) as RequestName[])('%s survives as plain JSON', (name) => {
    const parsed = v.parse(requests[name], samples[name])
    const sent: unknown = JSON.parse(JSON.stringify(samples[name]))
    expect(v.parse(requests[name], sent)).toEqual(parsed)
    expect(sent).toEqual(samples[name])
  })

  test.each(Object.keys(requests) as RequestName[])('%s refuses what is no request', (name) => {
    for (const wrong of [null, 'text', 7, [1]])
      expect(v.safeParse(requests[name], wrong).success, JSON.stringify(wrong)).toBe(
        // An array is an object without the keys asked for; where none is asked for it asks nothing.
        Array.isArray(wrong) &&
          ['need-card', 'frame-token', 'settings', 'open-library'].includes(name),
      )
  })
})
