/** Where the focus goes when what had it leaves the archive's list. */

const itemOf = (id: string): HTMLElement | null =>
  document.querySelector(`.articles [data-key="${CSS.escape(id)}"] [data-item]`)

const isThere = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.offsetParent !== null

/** Frames that the list may take to be drawn, or to come back where it gave way to the article. */
const PATIENCE = 30

/** To an article's line, else to the search field: never to nowhere. Once they are there. */
export function focusLine(id: string | null, left = PATIENCE): void {
  requestAnimationFrame(() => {
    const item = id === null ? null : itemOf(id)
    const field = document.querySelector<HTMLElement>('[data-search]')
    if (isThere(item)) item.focus()
    else if (left > 0 && (id !== null || !isThere(field))) focusLine(id, left - 1)
    else (isThere(field) ? field : document.getElementById('main'))?.focus()
  })
}
