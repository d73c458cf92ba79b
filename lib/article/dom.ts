/**
 * Reading a document that may lie about itself.
 *
 * A page can name a form field `querySelector` or an image `body`, and then `form.querySelector`
 * and `document.body` are elements (named properties of forms and documents override built-ins:
 * HTML Standard, `LegacyOverrideBuiltIns`). Taken through the prototype, the built-in answers. The
 * prototype is the node's own, so that a live page and a file parsed elsewhere are read alike.
 */
import { complete, type Steps } from './steps'

/** A property of `node` as its interface defines it, whatever the page named after it. */
export const get = <N extends object, K extends keyof N>(node: N, key: K): N[K] =>
  Reflect.get(Object.getPrototypeOf(node), key, node)

/** Getters of interfaces that every node shares; looked up once, for a walk asks for them at each node. */
const getters = new Map<string, (this: object) => unknown>()

/** Like `get`, for properties that one interface alone defines (`Node`, `CharacterData`, `Element`). */
function fast<N extends object, K extends keyof N & string>(node: N, key: K): N[K] {
  let getter = getters.get(key)
  for (let at = Object.getPrototypeOf(node); at && !getter; at = Object.getPrototypeOf(at))
    getter = Object.getOwnPropertyDescriptor(at, key)?.get
  if (!getter) return get(node, key)
  getters.set(key, getter)
  return getter.call(node) as N[K]
}

/** First descendant that matches, or null; null too for a selector the engine does not know. */
export function query(root: ParentNode, selector: string): Element | null {
  return queryAll(root, selector)[0] ?? null
}

/** Every descendant that matches, in document order. */
export const queryAll = (root: ParentNode, selector: string): Element[] =>
  Array.from(get(root, 'querySelectorAll').call(root, selector))

export const attribute = (element: Element, name: string): string =>
  get(element, 'getAttribute').call(element, name) ?? ''

export const matches = (element: Element, selector: string): boolean =>
  get(element, 'matches').call(element, selector)

export const closest = (element: Element, selector: string): Element | null =>
  get(element, 'closest').call(element, selector)

/** `inside` is `outside` or lies within it. */
export const contains = (outside: Node, inside: Node): boolean =>
  get(outside, 'contains').call(outside, inside)

/** Lower-case tag name, or '' for what is not an element. */
export const tagOf = (node: Node): string => (isElement(node) ? fast(node, 'localName') : '')

/** Characters of a text node. */
export const dataOf = (text: Text): string => fast<CharacterData, 'data'>(text, 'data')

/** Plain elements (`<p>`, `<b>`) say nothing about themselves. */
export const hasAttributes = (element: Element): boolean =>
  get(element, 'hasAttributes').call(element)

export const isElement = (node: Node): node is Element => fast(node, 'nodeType') === 1

export const isText = (node: Node): node is Text => fast(node, 'nodeType') === 3

/** Text of a subtree, white space folded to single spaces and trimmed. */
export const plainText = (node: Node): string =>
  (get(node, 'textContent') ?? '').replace(/\s+/g, ' ').trim()

/** The open shadow root that is shown in an element's place, or null. */
const shadowOf = (node: Node): ShadowRoot | null =>
  isElement(node) ? (fast(node, 'shadowRoot') ?? null) : null

/** Nodes shown in a slot, or null where what it holds itself is shown. */
function assignedTo(node: Node): Node[] | null {
  if (tagOf(node) !== 'slot') return null
  const assigned = get(node as HTMLSlotElement, 'assignedNodes').call(node, { flatten: true })
  return assigned.length > 0 ? assigned : null
}

/**
 * The nodes that are shown within a node: of a shadow root or a slot, what stands there for its own.
 * A crowded element has so many that even to list them takes its time.
 */
export function* shownInSteps(parent: Node): Steps<Node[]> {
  const nodes: Node[] = []
  for (const child of assignedTo(parent) ?? get(shadowOf(parent) ?? parent, 'childNodes')) {
    if (tagOf(child) === 'slot') nodes.push(...(yield* shownInSteps(child)))
    else nodes.push(child)
    if (nodes.length % STRIDE === 0) yield
  }
  return nodes
}

/** The open shadow roots below a root, in order. */
export const shadowsBelow = (root: ParentNode): ParentNode[] =>
  queryAll(root, '*').flatMap((element) => {
    const shadow = shadowOf(element)
    return shadow ? [shadow, ...shadowsBelow(shadow)] : []
  })

/** What a shadow root is shown in; null for any other node. */
const hostOf = (root: Node): Element | null =>
  fast(root, 'nodeType') === 11 ? ((root as Partial<ShadowRoot>).host ?? null) : null

/** The element around a node, across the border of a shadow root. */
export function parentOf(node: Node): Element | null {
  const parent = get(node, 'parentNode')
  return parent && (isElement(parent) ? parent : hostOf(parent))
}

/** As {@link contains}, across the borders of shadow roots. */
export function holds(outside: Node, inside: Node): boolean {
  for (let at: Node | null = inside; at; ) {
    if (contains(outside, at)) return true
    const root: Node = get(at, 'getRootNode').call(at)
    at = hostOf(root)
  }
  return false
}

/** Nodes between two points at which a walk may pause. */
export const STRIDE = 64

/** A node whose inside is being walked, and what is still to come of a list that is not its children's. */
interface Entered {
  node: Node
  rest: Node[] | null
}

/**
 * Walks a subtree as it is shown, in order, without recursion, so that depth costs no stack: open
 * shadow roots stand for their hosts' children, and in slots stands what was put there.
 *
 * `enter` returns false to leave a subtree out; then `leave` is not called for it. Every other node
 * that is entered is left, even where the page takes it away during a pause: what follows it is
 * not visited then.
 */
export function* walkInSteps(
  root: Node,
  enter: (node: Node) => boolean,
  leave: (node: Node) => void = () => {},
): Steps<void> {
  const entered: Entered[] = []
  let node: Node | null = root
  for (let met = 1; node; met++) {
    if (met % STRIDE === 0) {
      yield
      if (!holds(root, node)) break
    }
    const inside = enter(node)
    const rest: Node[] | null = inside ? assignedTo(node) : null
    let next: Node | null = inside
      ? rest
        ? (rest.shift() ?? null)
        : fast(shadowOf(node) ?? node, 'firstChild')
      : null
    if (next) entered.push({ node, rest })
    else if (inside) leave(node)
    while (!next && entered.length > 0) {
      const around: Entered | undefined = entered.at(-1)
      next = around?.rest ? (around.rest.shift() ?? null) : fast(node, 'nextSibling')
      if (next) break
      entered.pop()
      node = around?.node ?? root
      leave(node)
    }
    node = next
  }
  for (let last = entered.pop(); last; last = entered.pop()) leave(last.node)
}

/** All of {@link walkInSteps} at once. */
export const walk = (...walked: Parameters<typeof walkInSteps>): void =>
  complete(walkInSteps(...walked))
