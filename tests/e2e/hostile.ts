/** A page that wants to know what its reader keeps: every way we know of, on one page. */
import type { Page } from 'puppeteer-core'
import type { Site } from '../../scripts/launch'
import { changed } from './site'

/** Words that only the reader's own card says, and words that every card of the term says. */
const SAID = ['追っています', '保存した記事', '知っている語', '外務大臣', '時系列']

/** Fonts of the page under every name that a card could ask for, a request for each character. */
const FONTS = ['追', '存', '茂', '系', '外']
  .map((character) => {
    const code = character.codePointAt(0)?.toString(16) ?? ''
    return [
      'leak',
      'Hiragino Sans',
      'Yu Gothic',
      'Noto Sans CJK JP',
      'Noto Sans JP',
      'Noto Serif CJK JP',
      'system-ui',
      'sans-serif',
    ]
      .map(
        (name) =>
          `@font-face{font-family:"${name}";src:url(/leak?c=${code});unicode-range:U+${code}}`,
      )
      .join('')
  })
  .join('')

const STYLE = `<style>${FONTS}
bunmyaku-card, bunmyaku-card * { --ink: transparent; --raised: transparent; --paper: transparent; --sans: leak; --serif: leak;
  opacity: 0 !important; color: transparent !important; visibility: hidden !important; transform: scale(0.1) !important;
  filter: opacity(0) !important; font-family: leak !important; pointer-events: none !important; clip-path: inset(50%) !important;
  transition: all 1000s !important; animation: none !important }
html { font-family: serif }
</style>`

const SCRIPT = `<script>
window.spy = { events: [], roots: [], perf: [], messages: [], errors: [] };
customElements.define('bunmyaku-card', class extends HTMLElement {
  constructor() { super(); try { spy.roots.push(this.attachInternals().shadowRoot !== null); } catch (e) { spy.errors.push(String(e)); } }
  connectedCallback() { try { spy.roots.push(this.attachInternals().shadowRoot !== null); } catch {} }
});
for (const type of ['click','pointerdown','pointerup','mousedown','mouseup','keydown','keyup','keypress','focusin','input','selectionchange','copy','wheel'])
  addEventListener(type, (event) => { if (event.isTrusted) spy.events.push(type); }, true);
addEventListener('message', (event) => spy.messages.push(event.origin));
for (const type of ['resource', 'element', 'largest-contentful-paint', 'event'])
  try { new PerformanceObserver((list) => { for (const e of list.getEntries()) if (/extension/.test(e.name)) spy.perf.push(e.name); }).observe({ type, buffered: true }); } catch {}
document.addEventListener('securitypolicyviolation', (event) => spy.messages.push(event.blockedURI));
try { new ReportingObserver((list) => list.forEach((report) => spy.messages.push(JSON.stringify(report)))).observe(); } catch {}
</script>`

/** The article on such a page; `requests` gets the path of everything that the page's fonts ask for. */
export function hostile(requests: string[], more = ''): Site {
  const site = changed('nikkei', (html) => html.replace('<head>', `<head>${STYLE}${SCRIPT}${more}`))
  return (url) => {
    if (url.pathname === '/leak') requests.push(url.search)
    return site(url)
  }
}

export interface Learnt {
  /** Names, styles and ranges of every highlight. */
  marks: string[]
  found: string[]
  /** The card's box, as the page can find it out by asking what stands where. */
  box: number[] | null
  windows: number
  selection: string
  focus: string
  attributes: string[]
  perf: string[]
  messages: string[]
  roots: boolean[]
}

/** All that the page can find out just now. Runs in the page's own world. */
export const learn = (page: Page): Promise<Learnt> =>
  page.evaluate((words) => {
    const spy = (globalThis as unknown as { spy: Pick<Learnt, 'perf' | 'messages' | 'roots'> }).spy
    const find = (word: string, frames: boolean) => {
      try {
        return (window as unknown as { find(...asked: unknown[]): boolean }).find(
          word,
          false,
          false,
          true,
          false,
          frames,
          false,
        )
      } catch {
        return false
      }
    }
    const marks = [...CSS.highlights.entries()]
      .filter(([name]) => name !== 'bunmyaku-active')
      .map(([name, highlight]) => {
        const ranges: string[] = []
        highlight.forEach((range) => {
          const text = range.startContainer.textContent ?? ''
          ranges.push(`${text.slice(range.startOffset, range.endOffset)}@${range.startOffset}`)
        })
        const style = getComputedStyle(document.body, `::highlight(${name})`)
        return `${name} ${highlight.priority} ${highlight.type} ${style.textDecoration} ${style.backgroundColor} ${ranges.join()}`
      })
    const host = document.querySelector('bunmyaku-card')
    let box: number[] | null = null
    for (let y = 2; y < innerHeight; y += 4)
      for (let x = 2; x < innerWidth; x += 4)
        if (host && document.elementFromPoint(x, y) === host)
          box = box
            ? [
                Math.min(box[0] ?? 0, x),
                Math.min(box[1] ?? 0, y),
                Math.max(box[2] ?? 0, x),
                Math.max(box[3] ?? 0, y),
              ]
            : [x, y, x, y]
    const selected = () => getSelection()?.toString() ?? ''
    const before = selected()
    // What also stands in the page's own text says nothing.
    const own = document.body.textContent ?? ''
    const found = words
      .filter((word) => !own.includes(word))
      .flatMap((word) => [find(word, false) && word, find(word, true) && `${word} in frames`])
      .filter((word) => typeof word === 'string')
    return {
      marks,
      found,
      box,
      windows: window.length,
      selection: before,
      focus: document.activeElement?.nodeName ?? '',
      attributes:
        host?.getAttributeNames().map((name) => `${name}=${host.getAttribute(name)}`) ?? [],
      perf: spy.perf,
      messages: spy.messages,
      roots: spy.roots,
    }
  }, SAID)
