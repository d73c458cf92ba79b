/** Hashes of neighbouring UTF-16 units, the same when compiling and when matching. */

/**
 * Of two. It is computed for every character of a text, hence no more than this: among the pairs of
 * one first unit the low bits, which are what is used, are all different.
 */
export const pairHash = (first: number, second: number): number =>
  Math.imul(first, 0x9e3779b1) ^ second

/** Of a pair's hash and the unit behind it; 0 stands for "a form ends behind the pair". */
export const tripleHash = (pair: number, third: number): number => {
  const mixed = Math.imul(pair ^ (third << 16) ^ third, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
