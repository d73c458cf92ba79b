/** Where the focus goes when what had it leaves the archive's list. */

const itemOf = (id: string): HTMLElement | null =>
  document.querySelector(`.articles [data-key="${CSS.escape(id)}"] [data-item]`)

const isThere = (element: HTMLElement | null): element is HTMLElement =>
  element !== null && element.offsetParent !== null

/** To an article's line, else to the search field: never to nowhere. Once the list is drawn. */
export function focusLine(id: string | null): void {
  requestAnimationFrame(() => {
    const item = id === null ? null : itemOf(id)
    const field = document.querySelector<HTMLElement>('[data-search]')
    const to = [item, field].find(isThere) ?? document.getElementById('main')
    to?.focus()
  })
}
