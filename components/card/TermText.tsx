/** A text of ours with the terms in it, each to be opened. */
import type { ComponentChildren } from 'preact'
import type { Mention } from '../../lib/linking/mention'
import { tintOf } from '../../lib/page/tint'

/**
 * @param mentions of this text; offsets are UTF-16 units into it. One that overlaps its forerunner
 * or runs past the end is left out.
 * @param except id of the entity that the text is about: it needs no way to itself.
 */
export function TermText({
  text,
  mentions,
  except,
  open,
}: {
  text: string
  mentions: readonly Mention[]
  except: string | null
  open: (mention: Mention) => void
}) {
  const parts: ComponentChildren[] = []
  let done = 0
  for (const mention of [...mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start < done || mention.end > text.length || mention.entity === except) continue
    if (mention.entity === null) continue
    parts.push(text.slice(done, mention.start))
    parts.push(
      <button
        type="button"
        class={`card-term card-term--${tintOf(mention.kind)}`}
        onClick={() => open(mention)}
      >
        {text.slice(mention.start, mention.end)}
      </button>,
    )
    done = mention.end
  }
  parts.push(text.slice(done))
  return <>{parts}</>
}
