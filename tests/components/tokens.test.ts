import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const css = readFileSync(join(import.meta.dirname, '../../components/tokens.css'), 'utf8')
const colours = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance and contrast as WCAG 2.1 defines them. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(one: string, scheme: 'light' | 'dark', other: string): number {
  const [a = 0, b = 0] = [one, other]
    .map((name) => luminance(colours.get(name)?.[scheme] ?? '#000000'))
    .sort((x, y) => y - x)
  return (a + 0.05) / (b + 0.05)
}

const grounds = ['paper', 'raised', 'sunken']
const inks = ['ink', 'ink-soft', 'ink-faint', 'accent', 'red', 'good']
const pairs = [
  ...inks.flatMap((ink) => grounds.map((ground) => [ink, ground] as const)),
  ...['person', 'body', 'word'].flatMap((kind) => [
    [`kind-${kind}`, `kind-${kind}-soft`] as const,
    ...grounds.map((ground) => [`kind-${kind}`, ground] as const),
  ]),
  ['accent-ink', 'accent'] as const,
  ['accent', 'accent-soft'] as const,
  ['ink', 'accent-soft'] as const,
  ['ink-soft', 'accent-soft'] as const,
  ['ink', 'marker'] as const,
  ['ink-soft', 'marker'] as const,
  ['red', 'red-soft'] as const,
  ['ink-faint', 'red-soft'] as const,
]

describe('the design tokens', () => {
  it.each(['light', 'dark'] as const)('reach AA contrast in the %s scheme', (scheme) => {
    const low = pairs
      .map(([ink, ground]) => ({ ink, ground, ratio: contrast(ink, scheme, ground) }))
      .filter(({ ratio }) => ratio < 4.5)
    expect(low).toEqual([])
  })

  it('use no unit that follows the page’s root size, and no text below 12 px', () => {
    expect(css.replace(/\/\*[\s\S]*?\*\//g, '')).not.toMatch(/\drem\b/)
    const sizes = [...css.matchAll(/--text-\w+: (\d+)px/g)].map(([, size]) => Number(size))
    expect(sizes.length).toBeGreaterThan(3)
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
  })
})
