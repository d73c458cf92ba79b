import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { addCorrection, listCorrections, readerEvidence } from '../../lib/archive/corrections'
import { freshDatabase } from './example'

const PAGE = 'https://www.nikkei.example/article/DGX1/'
const wrong = (url: string) => ({ type: 'wrong' as const, url, form: '議会', entity: 'org.us' })
const SAID = { form: '議会', entity: 'org.us' }

describe('a mark that the reader called wrong', () => {
  it.each([
    ['came by another link', `${PAGE}?utm_source=mail`, PAGE],
    ['jumps to a heading', PAGE, `${PAGE}#part-2`],
    ['opens the saved article', `${PAGE}?n_cid=SNSTW001#top`, PAGE],
  ])('stays wrong on that article where the reader %s', async (_, said, read) => {
    const db = freshDatabase()
    await addCorrection(db, wrong(said))
    const { wrongHere, wrongElsewhere } = await readerEvidence(db, read)
    expect([wrongHere, wrongElsewhere]).toEqual([[SAID], []])
  })

  it('weighs less on other articles, also on those told apart by a parameter', async () => {
    const db = freshDatabase()
    await addCorrection(db, wrong(`${PAGE}?id=1`))
    const { wrongHere, wrongElsewhere } = await readerEvidence(db, `${PAGE}?id=2`)
    expect([wrongHere, wrongElsewhere]).toEqual([[], [SAID]])
  })

  it('is one statement, however the article was come by', async () => {
    const db = freshDatabase()
    await addCorrection(db, wrong(PAGE))
    await addCorrection(db, wrong(`${PAGE}?utm_medium=social`))
    expect(await listCorrections(db)).toHaveLength(1)
  })
})
