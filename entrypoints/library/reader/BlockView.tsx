/** One block of a saved article, drawn from its runs: nothing stored is ever taken for HTML. */
import { type ComponentChildren, Fragment } from 'preact'
import type { Block, Run } from '../../../lib/article/document'
import { t } from '../../../lib/i18n'
import type { PlannedMark } from '../../../lib/page-marks'
import { cutRuns, groupByMark, type Piece, type Stretch } from './pieces'
import { StoredImage } from './StoredImage'

export interface MarkStretch extends Stretch {
  plan: PlannedMark
}

export interface HighlightStretch extends Stretch {
  id: string
  noted: boolean
}

interface Props {
  block: Block
  marks: readonly MarkStretch[]
  highlights: readonly HighlightStretch[]
}

export function BlockView({ block, marks, highlights }: Props) {
  const inline = (runs: readonly Run[], base = 0) => (
    <Runs runs={runs} marks={marks} highlights={highlights} base={base} />
  )
  switch (block.kind) {
    case 'heading':
      return block.level <= 2 ? (
        <h2 class="prose__heading">{inline(block.runs)}</h2>
      ) : (
        <h3 class="prose__subheading">{inline(block.runs)}</h3>
      )
    case 'paragraph':
      return <p class="prose__paragraph">{inline(block.runs)}</p>
    case 'item':
      return (
        <p
          class={`prose__item prose__item--${block.ordered ? 'ordered' : 'plain'}`}
          style={{ '--depth': block.depth }}
        >
          {inline(block.runs)}
        </p>
      )
    case 'quote':
      return <blockquote class="prose__quote">{inline(block.runs)}</blockquote>
    case 'figure':
      return (
        <figure class="prose__figure">
          <StoredImage image={block.image} />
          {block.runs.length > 0 && <figcaption>{inline(block.runs)}</figcaption>}
        </figure>
      )
    case 'table': {
      // Offsets run through the cells as `blockText` joins them: a tab or a line break after each.
      let base = 0
      return (
        <div class="prose__table">
          <table>
            <tbody>
              {block.rows.map((row, r) => (
                <tr key={r}>
                  {row.map((cell, c) => {
                    const start = base
                    base += cell.reduce((sum, run) => sum + run.text.length, 0) + 1
                    return <td key={c}>{inline(cell, start)}</td>
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )
    }
  }
}

function Runs({
  runs,
  marks,
  highlights,
  base,
}: {
  runs: readonly Run[]
  marks: readonly MarkStretch[]
  highlights: readonly HighlightStretch[]
  base: number
}) {
  let offset = base
  return (
    <>
      {groupByMark(cutRuns(runs, marks, highlights, base)).map(({ mark, pieces }) => {
        const start = offset
        for (const { text } of pieces) offset += text.length
        const content = pieces.map((piece, index) => <PieceView key={index} piece={piece} />)
        if (!mark) return <Fragment key={start}>{content}</Fragment>
        const { mention, tint, followed } = mark.plan
        const linked = pieces.some(({ run }) => run.href)
        return (
          // A term inside a link stays a link: no button around it, its card opens by pointer or by key.
          <span
            key={start}
            class={`term-mark term-mark--${tint}${followed ? ' term-mark--followed' : ''}`}
            data-term={`${mention.block}:${mention.start}`}
            {...(linked
              ? {}
              : {
                  role: 'button',
                  'aria-haspopup': 'dialog' as const,
                  'aria-label': t('explainTerm', pieces.map(({ text }) => text).join('')),
                  'data-item': true,
                  tabIndex: -1,
                })}
          >
            {content}
          </span>
        )
      })}
    </>
  )
}

function PieceView({ piece }: { piece: Piece<MarkStretch, HighlightStretch> }) {
  const { text, run, highlights } = piece
  let content: ComponentChildren = run.ruby ? (
    <ruby>
      {text}
      <rp>(</rp>
      <rt>{run.ruby}</rt>
      <rp>)</rp>
    </ruby>
  ) : (
    text
  )
  if (run.mark === 'strong') content = <strong>{content}</strong>
  if (run.mark === 'emphasis') content = <em>{content}</em>
  const highlight = highlights[0]
  if (highlight)
    content = (
      <mark class="marker" data-highlight={highlight.id}>
        {content}
      </mark>
    )
  // Only web addresses: a saved `javascript:` must never become something to press.
  if (run.href && /^https?:\/\//i.test(run.href))
    content = (
      <a href={run.href} target="_blank" rel="noreferrer">
        {content}
      </a>
    )
  return content
}
