import { describe, expect, it } from 'vitest'
import { walkInSteps } from '../../lib/article/dom'
import { extractArticleInSteps } from '../../lib/article/extract'
import { readPage, readPageInSteps } from '../../lib/article/read-page'
import { complete } from '../../lib/article/steps'
import { parse } from './page'

const paragraph = '<p>国家安全保障局は18日、各国の担当者と協議したと発表した。</p>'
const long = (count: number) =>
  parse(
    `<title>各国の担当者が協議した一日</title><meta property="og:type" content="article"><main><article><h1>各国の担当者が協議した一日</h1>${paragraph.repeat(count)}</article></main>`,
  )
const URL = 'https://x.example/a/1'

describe('a page read in steps', () => {
  it('pauses often, and the result is that of reading at once', () => {
    const document = long(500)
    const steps = readPageInSteps(document, URL)
    let pauses = 0
    let step = steps.next()
    for (; !step.done; step = steps.next()) pauses++
    expect(pauses).toBeGreaterThan(20)
    expect(step.value?.document).toEqual(readPage(document, URL)?.document)
  })

  it('may lose what it is at: every node that was entered is left, outermost last', () => {
    const document = long(500)
    const root = document.querySelector('main')
    if (!root) throw new Error('no main part')
    const open: Node[] = []
    const steps = walkInSteps(
      root,
      (node) => {
        open.push(node)
        return true
      },
      (node) => expect(open.pop()).toBe(node),
    )
    steps.next()
    document.querySelector('article')?.remove()
    complete(steps)
    expect(open).toEqual([])
  })

  it('goes on where other parts of the page come and go', () => {
    const document = long(500)
    const steps = readPageInSteps(document, URL)
    let last = steps.next()
    document.body.append(document.createElement('div'))
    document.querySelector('p')?.remove()
    for (; !last.done; last = steps.next());
    expect(last.value?.blocks.length).toBeGreaterThan(400)
  })

  it('pauses amid a crowd of elements, and not only behind it', () => {
    const crowd = '<span class="x">文、</span>'.repeat(5_000)
    const document = parse(
      `<title>各国の担当者が協議した一日</title><meta property="og:type" content="article"><main><article><h1>各国の担当者が協議した一日</h1><section>${paragraph.repeat(5)}${crowd}</section></article></main>`,
    )
    const { prototype } = document.defaultView?.Element ?? Element
    const asked = prototype.hasAttributes
    let [calls, most] = [0, 0]
    prototype.hasAttributes = function () {
      calls++
      return asked.call(this)
    }
    try {
      const steps = extractArticleInSteps(document, URL)
      for (let step = steps.next(); !step.done; step = steps.next()) {
        most = Math.max(most, calls)
        calls = 0
      }
    } finally {
      prototype.hasAttributes = asked
    }
    expect(most).toBeGreaterThan(0)
    expect(most).toBeLessThan(300)
  })
})
