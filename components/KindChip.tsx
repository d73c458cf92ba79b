import type { Kind } from '../lib/glossary/schema'
import { tintOf } from '../lib/page/tint'
import { kindName } from './kind'
import './KindChip.css'

/** What sort of thing it is, in a word and in its tint. */
export function KindChip({ kind }: { kind: Kind }) {
  return <span class={`kind kind--${tintOf(kind)}`}>{kindName(kind)}</span>
}
