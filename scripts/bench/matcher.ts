/** The matcher against the npm package @monyone/aho-corasick and against a bare loop over the text. */
import { AhoCorasick } from '@monyone/aho-corasick'
import { compileMatcher } from '../../lib/terms/compile-matcher'
import { openMatcher } from '../../lib/terms/matcher'
import { material } from './forms'
import { type Figure, medians, rounded } from './measure'

const ROUNDS = 41

/** Ratios of medians over the same text in one run; bounds from the issue that asks for them. */
export async function measure(): Promise<Figure[]> {
  const { made, real, text } = await material()
  const few = made(10_000)
  const many = compileMatcher(made(300_000))
  const glossary = openMatcher(compileMatcher(real))
  const small = openMatcher(compileMatcher(few))
  const large = openMatcher(many)
  const peer = new AhoCorasick(few)
  const [floor = 1, ours = 1, big = 1, own = 1, theirs = 1] = medians(
    [
      () => bareLoop(text),
      () => small.scan(text).count,
      () => large.scan(text).count,
      () => glossary.scan(text).count,
      () => peer.matchInText(text).length,
    ],
    ROUNDS,
  )
  const figure = (
    name: string,
    value: number,
    unit: string,
    better: Figure['better'],
    budget: number,
    against: string,
  ): Figure => ({ name, value: rounded(value), unit, better, budget, peer: against })
  return [
    figure('matcher.10000.speedup', theirs / ours, 'x', 'higher', 10, '@monyone/aho-corasick'),
    figure('matcher.10000.floor', ours / floor, 'x', 'lower', 4, 'charCodeAt loop'),
    figure('matcher.300000.cost', big / ours, 'x', 'lower', 3, 'itself at 10,000 forms'),
    figure('matcher.300000.record', many.byteLength / 2 ** 20, 'MiB', 'lower', 8, 'none'),
    figure('matcher.glossary.floor', own / floor, 'x', 'lower', 0, 'charCodeAt loop'),
  ]
}

function bareLoop(text: string): number {
  let sum = 0
  for (let k = 0; k < text.length; k++) sum += text.charCodeAt(k)
  return sum
}
