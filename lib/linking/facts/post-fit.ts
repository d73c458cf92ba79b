/** Whether a title can mean a post: by its whole name, or by the end of it. */

import type { Tables, Term } from '../record/tables'

/** 5 where the title is a name of the office, 3 where one ends like the other, else 0. */
export function fitOf({ officeForms }: Tables, term: Term, core: string): number {
  const forms = officeForms.get(term.office) ?? []
  let best = 0
  for (const form of forms) {
    if (core === form) return 5
    const [long, short] = core.length > form.length ? [core, form] : [form, core]
    if (short.length > 1 && endsAsPost(long, short)) best = 3
  }
  return best
}

/** 北米局長 is a 局長, but 副大統領 no 大統領. */
const endsAsPost = (long: string, short: string): boolean =>
  long.endsWith(short) && !/[副準]$/u.test(long.slice(0, -short.length))

/** Whether two titles can be the same post: 国務次官補 and 次官補. */
export const isSamePost = (one: string, other: string): boolean =>
  one === other || endsAsPost(one, other) || endsAsPost(other, one)
