/** What Japanese given names end in, and the common words that end like one. */
import { fromWords, type Worded } from './lexicon'

/** Whether a word ends in a letter that most Japanese given names end in. */
export const endsAsGiven = ({ lexicon }: Worded, name: string): boolean =>
  lexicon.has('given-end', name.at(-1) ?? '')

const COMMON = fromWords(({ any }) => new RegExp(`^第|${any('no-name')}`, 'u'))
/** Whether a run has a word of the press in it, so that it is no name though it ends like one. */
export const hasCommonWord = (from: Worded, run: string): boolean => COMMON(from).test(run)

/** In 北陸大教授 the 大 is a university. */
export const ACADEMIC = /教授|講師|学長|助教|研究|院/u
