/** Notes while they are typed: in one window, in several, and where they can't be written. */
import 'fake-indexeddb/auto'
import Dexie from 'dexie'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteArticles, purgeBin } from '../../lib/archive/delete'
import { NoteKeeper, type NoteStore } from '../../lib/archive/note-keeper'
import { textsOf, unitedNotes, writtenNote } from '../../lib/archive/note-texts'
import { addHighlight } from '../../lib/archive/notes'
import { saveArticle } from '../../lib/archive/save'
import { LONGEST_NOTE, type NoteOf } from '../../lib/archive/schema'
import { chooseNotes, readNote, writeNote } from '../../lib/archive/write-note'
import type { BunmyakuDatabase } from '../../lib/db/database'
import { extracted, freshDatabase, listEngine } from './example'

const engine = listEngine({})

async function noted(): Promise<{ db: BunmyakuDatabase; which: NoteOf }> {
  const db = freshDatabase()
  const saved = await saveArticle(db, engine, extracted(['港の防波堤の話。']))
  if (saved.result !== 'saved') throw new Error(saved.result)
  return { db, which: { of: 'article', id: saved.article } }
}

const storeOf = (db: BunmyakuDatabase, which: NoteOf): NoteStore => ({
  read: () => readNote(db, which),
  write: (seen, text) => writeNote(db, which, seen, text),
  choose: (seen, chosen) => chooseNotes(db, which, seen, chosen),
})

/** A window with the note open, as it stands. */
async function windowOf(store: NoteStore): Promise<NoteKeeper> {
  const notes = await store.read()
  return new NoteKeeper(store, notes ?? { note: '' }, () => undefined)
}

const standing = async (store: NoteStore) => {
  const notes = await store.read()
  return notes ? textsOf(notes) : null
}

describe('a note', () => {
  it('is kept a moment after it was typed, without leaving the field', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const writes: string[] = []
      const store: NoteStore = {
        read: async () => ({ note: '' }),
        write: async (_, text) => {
          writes.push(text)
          return { note: text }
        },
        choose: async () => ({ note: '' }),
      }
      const keeper = new NoteKeeper(store, { note: '' }, () => undefined)
      for (const text of ['覚', '覚え', '覚え書', '覚え書き', '覚え書き。']) {
        keeper.type(text)
        await vi.advanceTimersByTimeAsync(300)
      }
      // Typing on puts nothing off.
      expect(writes.length).toBeGreaterThanOrEqual(2)
      await vi.advanceTimersByTimeAsync(1_000)
      expect(writes.at(-1)).toBe('覚え書き。')
      expect(keeper.state).toMatchObject({ draft: '覚え書き。', kept: true, problem: null })
    } finally {
      vi.useRealTimers()
    }
  })

  it('written in one window is seen in the other, that goes on from it', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    const [a, b] = [await windowOf(store), await windowOf(store)]
    a.type('一つめの窓で書いた。')
    await a.flush()
    await b.hear()
    expect(b.state).toMatchObject({ draft: '一つめの窓で書いた。', others: [] })
    b.type('一つめの窓で書いた。二つめで続けた。')
    await b.flush()
    await a.hear()
    expect(a.state).toMatchObject({ draft: '一つめの窓で書いた。二つめで続けた。', others: [] })
    expect(await standing(store)).toEqual(['一つめの窓で書いた。二つめで続けた。'])
  })

  it('written in two windows at once is two texts, both of them kept and shown, until one is chosen', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    const [a, b] = [await windowOf(store), await windowOf(store)]
    a.type('漁協は反対')
    b.type('議会は賛成')
    await a.flush()
    await b.flush()
    await Promise.all([a.hear(), b.hear()])
    expect(a.state).toMatchObject({ draft: '漁協は反対', others: ['議会は賛成'] })
    expect(b.state).toMatchObject({ draft: '議会は賛成', others: ['漁協は反対'] })
    // Each goes on writing its own.
    b.type('議会は賛成した')
    await b.flush()
    await a.hear()
    expect(await standing(store)).toEqual(['漁協は反対', '議会は賛成した'])
    const before = await a.choose(['議会は賛成した'])
    await b.hear()
    expect(a.state).toMatchObject({ draft: '議会は賛成した', others: [] })
    expect(b.state).toMatchObject({ draft: '議会は賛成した', others: [] })
    expect(await db.articles.get(which.id)).not.toHaveProperty('otherNotes')
    await a.undo(['議会は賛成した'], before)
    expect(await standing(store)).toEqual(['漁協は反対', '議会は賛成した'])
  })

  it('that is chosen stands beside what came while the reader chose', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    await store.write([''], 'あ')
    await store.write([''], 'い')
    const a = await windowOf(store)
    await store.write([''], 'う')
    await a.choose(['あ'])
    expect(await standing(store)).toEqual(['あ', 'う'])
  })

  it('is not mixed with old news of itself', async () => {
    const { db, which } = await noted()
    const real = storeOf(db, which)
    const slow: NoteStore = {
      ...real,
      read: async () => {
        const notes = await real.read()
        await new Promise((resolve) => setTimeout(resolve, 20))
        return notes
      },
    }
    const keeper = await windowOf(slow)
    keeper.type('一')
    await keeper.flush()
    const hearing = keeper.hear()
    keeper.type('一二')
    await keeper.flush()
    await hearing
    expect(keeper.state).toMatchObject({ draft: '一二', kept: true, others: [] })
  })

  it('stays beside a text that a save of the article brings', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    await store.write([''], 'あ')
    await store.write([''], 'い')
    await saveArticle(db, engine, extracted(['書き直した話。']))
    expect(await standing(store)).toEqual(['あ', 'い'])
  })

  it('beside a marked passage is kept in the same way', async () => {
    const { db, which } = await noted()
    const mark = await addHighlight(db, {
      article: which.id,
      span: { block: 'p0', start: 0, end: 2 },
    })
    const store = storeOf(db, { of: 'highlight', id: mark.id })
    const [a, b] = [await windowOf(store), await windowOf(store)]
    a.type('一')
    b.type('二')
    await Promise.all([a.flush(), b.flush()])
    expect((await standing(store))?.sort()).toEqual(['一', '二'])
    expect(await db.highlights.get(mark.id)).toMatchObject({
      quote: '港の',
      createdAt: mark.createdAt,
    })
  })
})

describe('a note that cannot be written', () => {
  let broken: Error | null = null
  beforeEach(() => {
    broken = null
  })
  afterEach(() => vi.restoreAllMocks())

  it('stays in its field, says why, and is kept as soon as it can be', async () => {
    const { db, which } = await noted()
    const real = storeOf(db, which)
    const keeper = await windowOf({
      ...real,
      write: (seen, text) => (broken ? Promise.reject(broken) : real.write(seen, text)),
    })
    keeper.type('無事な前の分')
    await keeper.flush()
    broken = new Dexie.QuotaExceededError('no space')
    keeper.type('無事な前の分と、続き')
    await keeper.flush()
    expect(keeper.state).toMatchObject({
      draft: '無事な前の分と、続き',
      kept: false,
      problem: 'full',
    })
    expect(await standing(real)).toEqual(['無事な前の分'])
    expect(keeper.open).toEqual({ seen: ['無事な前の分'], text: '無事な前の分と、続き' })
    broken = null
    await keeper.flush()
    expect(keeper.state).toMatchObject({ kept: true, problem: null })
    expect(await standing(real)).toEqual(['無事な前の分と、続き'])
  })

  it('because it is too long is not cut', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    const keeper = await windowOf(store)
    const long = '長'.repeat(LONGEST_NOTE + 1)
    keeper.type(long)
    await keeper.flush()
    expect(keeper.state).toMatchObject({ draft: long, problem: 'long' })
    expect(await standing(store)).toEqual([])
  })

  it('because its article is gone is given back when the field goes', async () => {
    const { db, which } = await noted()
    const store = storeOf(db, which)
    const keeper = await windowOf(store)
    await deleteArticles(db, [which.id], new Date(0))
    await purgeBin(db)
    await keeper.hear()
    expect(keeper.state.problem).toBe('gone')
    keeper.type('まだ書いている')
    await keeper.flush()
    expect(keeper.state).toMatchObject({ draft: 'まだ書いている', problem: 'gone' })
    expect(await keeper.end()).toBe('まだ書いている')
  })
})

/** What one of several windows does next. */
const act = fc.record({
  window: fc.nat(2),
  does: fc.constantFrom('type', 'type', 'flush', 'hear', 'leave'),
  word: fc.constantFrom('あ', 'い', 'う', 'え'),
})

it('whatever windows do in whatever order, every text that was left standing in a field is kept', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 20 }), async (acts) => {
      let row: { note: string; otherNotes?: string[] | undefined } = { note: '' }
      const store: NoteStore = {
        read: async () => row,
        write: async (seen, text) => {
          row = writtenNote(row, seen, text)
          return row
        },
        choose: async () => row,
      }
      const windows = [0, 1, 2].map(() => new NoteKeeper(store, { note: '' }, () => undefined))
      for (const { window, does, word } of acts) {
        const keeper = windows[window] as NoteKeeper
        if (does === 'type') keeper.type(keeper.state.draft + word)
        if (does === 'flush') await keeper.flush()
        if (does === 'hear') await keeper.hear()
        const { open } = keeper
        if (does !== 'leave' || !open) continue
        // As the background does it for a page that goes, and then the write of its own comes too.
        row = writtenNote(row, open.seen, open.text)
        await keeper.flush()
      }
      for (const keeper of windows) await keeper.flush()
      const texts = textsOf(row)
      for (const { state } of windows) {
        expect(state).toMatchObject({ kept: true, problem: null })
        // Another went on from it, or it stands.
        const went = [...texts, ''].some(
          (text) => text === state.draft || text.startsWith(state.draft),
        )
        expect([state.draft, texts, went]).toEqual([state.draft, texts, true])
      }
      expect(new Set(texts).size).toBe(texts.length)
      expect(texts).not.toContain('')
    }),
    { numRuns: 500 },
  )
})

it('two copies of a note come together in any order, and twice is once', () => {
  const notes = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 4 })
    .map(([note = '', ...others]) => (others.length > 0 ? { note, otherNotes: others } : { note }))
  fc.assert(
    fc.property(notes, notes, (a, b) => {
      const both = unitedNotes(a, b)
      expect(new Set(textsOf(both))).toEqual(new Set([...textsOf(a), ...textsOf(b)]))
      expect(unitedNotes(both, b)).toEqual(both)
      expect(unitedNotes(both, a)).toEqual(both)
    }),
  )
})
