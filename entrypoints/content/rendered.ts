/** Waits for the page to be there: who asks for styles before, makes the browser do all of it at once. */

/** Milliseconds: a tab in the background is not rendered at all. */
const LONGEST = 250

/**
 * Resolves after the page's first rendering. The first question whether an element is seen costs
 * the styles of all of them; the browser works them out anyway, and then the question is cheap.
 */
export const untilRendered = (): Promise<void> =>
  new Promise((resolve) => {
    // A frame's callback runs before it is rendered: the task after it comes when that is done.
    requestAnimationFrame(() => setTimeout(resolve))
    setTimeout(resolve, LONGEST)
  })
