/** Runs cut where marks and highlights begin and end, so that each piece is drawn one way. */
import type { Run } from '../../../lib/article/document'

export interface Stretch {
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: number
  end: number
}

export interface Piece<M extends Stretch, H extends Stretch> {
  text: string
  run: Run
  mark: M | null
  highlights: H[]
}

/**
 * Cuts `runs` for drawing.
 *
 * Text with ruby is never cut: its reading belongs to the whole of it, so a mark that covers part
 * of it takes all. Marks that overlap an earlier one are left out; highlights may overlap.
 * @param base offset of the first run in the block's text.
 * @returns pieces whose texts joined are the runs' text.
 */
export function cutRuns<M extends Stretch, H extends Stretch>(
  runs: readonly Run[],
  marks: readonly M[],
  highlights: readonly H[],
  base = 0,
): Piece<M, H>[] {
  const apart = withoutOverlaps(marks)
  const cuts = [...apart, ...highlights].flatMap(({ start, end }) => [start, end])
  const sorted = [...new Set(cuts)].sort((a, b) => a - b)
  const pieces: Piece<M, H>[] = []
  let offset = base
  for (const run of runs) {
    const end = offset + run.text.length
    const inner = run.ruby ? [] : sorted.filter((cut) => cut > offset && cut < end)
    let start = offset
    for (const cut of [...inner, end]) {
      if (cut === start) continue
      pieces.push({
        text: run.text.slice(start - offset, cut - offset),
        run,
        mark: apart.find((mark) => mark.start < cut && mark.end > start) ?? null,
        highlights: highlights.filter((one) => one.start < cut && one.end > start),
      })
      start = cut
    }
    offset = end
  }
  return pieces
}

/** Neighbouring pieces of one mark, to be drawn as one thing to press. */
export function groupByMark<M extends Stretch, H extends Stretch>(
  pieces: readonly Piece<M, H>[],
): { mark: M | null; pieces: Piece<M, H>[] }[] {
  const groups: { mark: M | null; pieces: Piece<M, H>[] }[] = []
  for (const piece of pieces) {
    const last = groups.at(-1)
    if (last && last.mark === piece.mark) last.pieces.push(piece)
    else groups.push({ mark: piece.mark, pieces: [piece] })
  }
  return groups
}

function withoutOverlaps<M extends Stretch>(marks: readonly M[]): M[] {
  const kept: M[] = []
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end))
    if (mark.start >= (kept.at(-1)?.end ?? 0)) kept.push(mark)
  return kept
}
