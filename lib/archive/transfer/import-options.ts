/** How an archive's file is to be read. */
import type { Limits } from './limits'
import type { ImportReport } from './report'

export interface ImportOptions {
  signal?: AbortSignal
  /** Called after each batch; `phase` tells looking from writing. */
  onProgress?: (progress: {
    phase: 'check' | 'write'
    line: number
    lines: number
    report: ImportReport
  }) => void
  /** Take what is whole of a file that is cut off or damaged, where the reader wants that. */
  salvage?: boolean
  limits?: Limits
}
