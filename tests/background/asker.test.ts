import { describe, expect, it, vi } from 'vitest'
import { askerOf, mayAsk } from '../../entrypoints/background/asker'
import { frames } from '../../entrypoints/background/frames'
import { type RequestName, requests } from '../../lib/messages'

vi.mock('webextension-polyfill', () => ({
  default: {
    runtime: {
      id: 'ours',
      // As Chromium does: what pages may frame has an address of the session's own.
      getURL: (path: string) =>
        path === '' ? 'chrome-extension://ours/' : `chrome-extension://session/${path}`,
    },
  },
}))

const from = (url: string, rest: object = {}) =>
  askerOf({ id: 'ours', url, tab: { id: 7 }, frameId: 0, ...rest } as never)
const inPage = from('https://news.example/a')
const card = from('chrome-extension://ours/card-frame.html', { frameId: 3 })
const popup = from('chrome-extension://ours/popup.html', { tab: undefined })
const allowed = (asker: ReturnType<typeof askerOf>) =>
  asker ? (Object.keys(requests) as RequestName[]).filter((name) => mayAsk(asker, name)) : null

describe('who asks the background', () => {
  it('is the script in a page, the frame of a card, or a page of ours; nobody else', () => {
    expect([inPage, card, popup]).toEqual([
      { from: 'content', tab: 7 },
      { from: 'card', tab: 7 },
      { from: 'page', tab: null },
    ])
    expect(from('https://news.example/a', { id: 'another' })).toBeNull()
    expect(from('https://ads.example/frame', { frameId: 2 })).toBeNull()
  })

  it('changes nothing and learns nothing of the reader where it shares a process with a page', () => {
    expect(allowed(inPage)?.sort()).toEqual(
      ['page-marks', 'frame-token', 'need-card', 'saved-state', 'settings'].sort(),
    )
  })

  it('as a card does what a card does, and neither saves nor searches nor sets anything', () => {
    expect(allowed(card)).not.toContain('save')
    expect(allowed(card)).not.toContain('search')
    expect(allowed(card)).not.toContain('set-settings')
    expect(allowed(card)).toContain('follow')
  })
})

describe('a frame that wants to be a card', () => {
  const give = async () => (await frames['frame-token']({}, { from: 'content', tab: 7 })).token
  const open = (token: string, tab: number | null) =>
    frames['open-frame']({ token }, { from: 'card', tab })

  it('is served with a token that was given to our script in its tab, once', async () => {
    const token = await give()
    await expect(open(token, 7)).resolves.toEqual({})
    await expect(open(token, 7)).rejects.toThrow('not introduced')
  })

  it('is not served with one of another tab, or with any other word', async () => {
    await expect(open(await give(), 8)).rejects.toThrow('not introduced')
    await expect(open(await give(), null)).rejects.toThrow('not introduced')
    await expect(open('x', 7)).rejects.toThrow('not introduced')
  })
})
