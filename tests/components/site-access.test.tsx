// @vitest-environment jsdom
import './fake-browser'

import { render } from 'preact'
import { act } from 'preact/test-utils'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { PageState } from '../../lib/messages'

const { requestSite, send } = vi.hoisted(() => ({
  requestSite: vi.fn(async () => false),
  send: vi.fn(async () => ({ result: 'refused' })),
}))
vi.mock('../../components/request-site', () => ({ requestSite }))
vi.mock('../../lib/send', () => ({ send }))
const { SiteSwitch } = await import('../../components/SiteSwitch')
const { SiteNotPermitted } = await import('../../components/SiteNotPermitted')

const root = document.createElement('div')
const draw = (node: preact.ComponentChild) => act(() => render(node, root))
const host = 'www.asahi.com'

beforeEach(() => {
  document.body.replaceChildren(root)
  render(null, root)
  vi.clearAllMocks()
})

const button = (text: string): HTMLButtonElement => {
  const found = [...root.querySelectorAll('button')].find((one) => one.textContent === text)
  if (!found) throw new Error(`no button ${text}`)
  return found
}

describe('the switch of a site', () => {
  const drawn = async (page: PageState | undefined) => {
    await draw(<SiteSwitch host={host} page={page} onAgain={() => {}} />)
    return root.querySelector<HTMLButtonElement>('[role=switch]')
  }
  it.each<[PageState, boolean, boolean]>([
    [{ state: 'not-permitted', host }, false, false],
    [{ state: 'withheld', host }, false, false],
    [{ state: 'site-off', host }, false, false],
    [{ state: 'not-article', host, granted: false }, false, false],
    [{ state: 'not-article', host, granted: true }, true, false],
    [{ state: 'failed', reason: '', granted: true }, true, false],
    [{ state: 'restricted', why: 'unseen' }, false, true],
  ])('%o: on %s, dead %s', async (page, on, dead) => {
    const found = await drawn(page)
    expect(found?.ariaChecked ?? found?.getAttribute('aria-checked')).toBe(String(on))
    expect(found?.disabled).toBe(dead)
  })
  it('asks for the permission that is missing', async () => {
    const found = await drawn({ state: 'not-permitted', host })
    await act(async () => found?.click())
    expect(requestSite).toHaveBeenCalledWith(host)
    expect(send).not.toHaveBeenCalled()
  })
})

describe('a site that is not permitted yet', () => {
  it('is read for this page without asking for more, and says where that failed', async () => {
    await draw(<SiteNotPermitted tab={7} host={host} onAgain={() => {}} />)
    await act(async () => button('このページだけ').click())
    expect(send).toHaveBeenCalledWith('activate-tab', { tab: 7, anyway: false })
    expect(requestSite).not.toHaveBeenCalled()
    expect(root.querySelector('[role=alert]')?.textContent).toContain('動かせませんでした')
  })
  it('is asked for once for good, and says that a refusal is none for ever', async () => {
    await draw(<SiteNotPermitted tab={7} host={host} onAgain={() => {}} />)
    await act(async () => button('このサイトではいつも').click())
    expect(requestSite).toHaveBeenCalledWith(host)
    expect(root.querySelector('[role=alert]')?.textContent).toContain('許可されませんでした')
  })
})
