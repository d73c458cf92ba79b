/** Alternatives as data, one a line: a pattern that a diff can show. */

/**
 * @param patterns sources of regular expressions, the likeliest or the longest first
 * @returns the source of one that matches what any of them does
 */
export const anyOf = (patterns: readonly string[]): string => patterns.join('|')
