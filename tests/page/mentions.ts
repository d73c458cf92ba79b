/** Mentions for tests, with what a test does not speak of filled in. */
import type { Mention } from '../../lib/linking/mention'

export const mention = (part: Partial<Mention> = {}): Mention => ({
  block: 'b1',
  start: 0,
  end: 4,
  surface: '日米同盟',
  entity: 'framework.japan-us-alliance',
  headword: '日米同盟',
  kind: 'framework',
  tier: 'key',
  refersTo: null,
  undecided: false,
  candidates: [],
  why: [],
  ...part,
})
