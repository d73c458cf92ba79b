/** Spans that stand for what the first pass has found: 首脳会談 for 日米首脳会談, 長官 for 国務長官. */

import type { Context } from '../facts/facts'
import type { Reading } from '../read/reading'
import { longerNames, proposeShort } from './anaphora'
import type { Proposal } from './proposal'
import { type DecidedPost, proposeShortPosts } from './short-posts'

/**
 * Finds them for one block after another.
 *
 * @param covers The best path of every block by the first pass, in reading order.
 */
export function again(
  context: Context,
  covers: readonly { readonly reading: Reading; readonly cover: readonly Proposal[] }[],
): (reading: Reading) => Proposal[] {
  const decided: DecidedPost[] = covers.flatMap(({ reading, cover }) =>
    cover.flatMap(({ start, end, choices: [choice], refersTo }) =>
      choice ? [{ reading, start, end, choice, refersTo }] : [],
    ),
  )
  const longer = longerNames(context.tables, decided)
  return (reading) => [
    ...proposeShort(context, reading, longer),
    ...proposeShortPosts(context, reading, decided),
  ]
}
