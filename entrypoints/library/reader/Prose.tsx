/** The text of a saved article: blocks on the left, the reader's notes on the right. */
import { liveQuery } from 'dexie'
import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { isNoCommand } from '../../../components/commands'
import { Icon } from '../../../components/Icon'
import { useRoving } from '../../../components/use-roving'
import { addHighlight, removeHighlight, restoreHighlight } from '../../../lib/archive/notes'
import { blockText } from '../../../lib/article/block-text'
import type { Document } from '../../../lib/article/document'
import { TITLE_BLOCK } from '../../../lib/article/extracted'
import { t } from '../../../lib/i18n'
import type { Mention } from '../../../lib/linking/mention'
import { db } from '../database'
import type { KeptArticle } from '../kept'
import { tell } from '../toast'
import { BlockView, type HighlightStretch, type MarkStretch } from './BlockView'
import { focusBlock, focusedBlock, selectSentence, stepBlock } from './block-focus'
import { CardPopover } from './CardPopover'
import { ArticleNote, MarginNote } from './notes'
import { selectedSpan } from './selection'
import { useMarks } from './use-marks'

interface Props {
  kept: KeptArticle
  document: Document
  at: string | null
  /** The focus goes into the text when it opens. */
  focus: boolean
  onChanged: () => void
  /** Escape: out of the article again. */
  onBack: () => void
  onDelete: (() => void) | null
}

interface OpenCard {
  anchor: HTMLElement
  mention: Mention
  focus: boolean
}

export function Prose({ kept, document: doc, at, focus, onChanged, onBack, onDelete }: Props) {
  const { article, latest, highlights } = kept
  const marks = useMarks(doc, latest)
  const body = useRoving<HTMLDivElement>({ direction: 'horizontal' })
  const [card, setCard] = useState<OpenCard | null>(null)
  const [selected, setSelected] = useState<ReturnType<typeof selectedSpan>>(null)
  const [editing, setEditing] = useState<string | null>(null)
  const anchored = useMemo(
    () =>
      highlights.flatMap(({ highlight: row, anchor }) =>
        anchor.state === 'lost'
          ? []
          : [{ row, span: anchor.span, changed: anchor.state === 'changed' }],
      ),
    [highlights],
  )
  const lost = highlights.flatMap(({ highlight, anchor }) =>
    anchor.state === 'lost' ? [highlight] : [],
  )
  const dwell = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    const block = at?.split(':')[0]
    if (!block) return
    const element = body.current?.querySelector(`[data-block="${CSS.escape(block)}"]`)
    element?.scrollIntoView({ block: 'center' })
    element?.classList.add('prose__block--shown')
  }, [at, doc])

  // Another window marks and takes marks away too. Not from under a note that is being written.
  useEffect(() => {
    if (editing !== null) return
    const here = new Set(highlights.map(({ highlight }) => highlight.id))
    const marks = async () =>
      // An article that is gone stays where it is read: a note may stand in its field.
      (await db.articles.get(article.id))
        ? db.highlights.where('article').equals(article.id).primaryKeys()
        : [...here]
    const live = liveQuery(marks).subscribe({
      next: (ids) => {
        if (ids.length !== here.size || ids.some((id) => !here.has(id))) onChanged()
      },
      error: () => undefined,
    })
    return () => live.unsubscribe()
  }, [article.id, highlights, editing])

  useEffect(() => {
    const onSelect = () => setSelected(body.current ? selectedSpan(body.current) : null)
    document.addEventListener('selectionchange', onSelect)
    return () => document.removeEventListener('selectionchange', onSelect)
  }, [])

  const mentionAt = (target: EventTarget | null): OpenCard | null => {
    const anchor = target instanceof Element ? target.closest<HTMLElement>('[data-term]') : null
    const [, block = '', start] = /^(.*):(\d+)$/.exec(anchor?.dataset.term ?? '') ?? []
    const plan = marks.byBlock.get(block)?.find(({ mention }) => mention.start === Number(start))
    return anchor && plan ? { anchor, mention: plan.mention, focus: true } : null
  }

  useEffect(() => {
    if (focus && body.current) focusBlock(body.current, at?.split(':')[0] ?? null)
  }, [focus])
  const toBlock = (id: string) => body.current && focusBlock(body.current, id)

  /** Without a selection the block that the focus is on. */
  const highlight = async (note: boolean) => {
    const here = body.current && focusedBlock(body.current)
    const id = here?.dataset.block
    const text = doc.blocks.find((block) => block.id === id)
    const all = id && text ? { block: id, start: 0, end: blockText(text).length } : null
    const span = selected ?? all
    if (!span || span.end <= span.start) return
    const { block, start, end } = span
    const passage = { article: article.id, span: { block, start, end }, read: latest }
    const row = await addHighlight(db, passage)
    getSelection()?.removeAllRanges()
    setSelected(null)
    if (note) setEditing(row.id)
    else if (here) toBlock(block)
    onChanged()
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const root = body.current
      if (!root || isNoCommand(event) || event.defaultPrevented) return
      if (event.repeat && !/^[jks]$/.test(event.key)) return
      const here = focusedBlock(root)
      if (!here && !selected) return
      const act = keyActs(event.key, here)
      if (!act) return
      // Before the list beside it, which answers j and k too.
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    const keyActs = (key: string, here: HTMLElement | null): (() => void) | null => {
      const root = body.current
      if (key === 'h' || key === 'n') return () => void highlight(key === 'n')
      if (!here || !root) return null
      if (key === 'j' || key === 'k') return () => stepBlock(root, key === 'j' ? 1 : -1)
      if (key === 's') return () => selectSentence(here)
      // With a passage chosen, Delete would seem to mean the passage.
      if (key === 'Delete' && onDelete && !selected) return onDelete
      if (key !== 'Escape' || card) return null
      return selected ? () => getSelection()?.removeAllRanges() : onBack
    }
    document.addEventListener('keydown', onKey, true)
    return () => document.removeEventListener('keydown', onKey, true)
  })

  const drop = async (id: string) => {
    const row = await removeHighlight(db, id)
    if (row) toBlock(row.hint.block)
    onChanged()
    if (row) tell(t('highlightRemoved'), () => void restoreHighlight(db, row).then(onChanged))
  }

  return (
    <div class="prose">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the terms inside are the buttons; their events are heard here once */}
      <div
        ref={body}
        class="prose__body"
        lang="ja"
        onPointerOver={(event) => {
          const found = mentionAt(event.target)
          clearTimeout(dwell.current)
          if (found && event.pointerType === 'mouse')
            dwell.current = setTimeout(() => setCard({ ...found, focus: false }), marks.dwell)
        }}
        onClick={(event) => {
          const found = mentionAt(event.target)
          if (!found || (event.target instanceof Element && event.target.closest('a'))) return
          clearTimeout(dwell.current)
          setCard(found)
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return
          const found = mentionAt(event.target)
          if (!found) return
          event.preventDefault()
          setCard(found)
        }}
      >
        {doc.blocks.map((block, index) => {
          const inBlock: MarkStretch[] = (marks.byBlock.get(block.id) ?? []).map((plan) => ({
            start: plan.mention.start,
            end: plan.mention.end,
            plan,
          }))
          const here = anchored.filter(({ span }) => span.block === block.id)
          const stretches: HighlightStretch[] = here.map(({ row, span }) => ({
            ...span,
            id: row.id,
            noted: row.note !== '',
          }))
          return (
            <div key={block.id} class={`prose__row prose__row--${block.kind}`}>
              {/* The keyboard goes from block to block; one of them is where Tab comes in. */}
              <div class="prose__block" data-block={block.id} tabIndex={index === 0 ? 0 : -1}>
                {block.id === TITLE_BLOCK ? (
                  <div class="prose__title" id="reader-title">
                    <BlockView block={block} marks={inBlock} highlights={stretches} />
                  </div>
                ) : (
                  <BlockView block={block} marks={inBlock} highlights={stretches} />
                )}
              </div>
              {here.length > 0 && (
                <aside class="prose__margin" data-not-text>
                  {here.map(({ row, changed }) => (
                    <MarginNote
                      key={row.id}
                      row={row}
                      changed={changed}
                      editing={editing === row.id}
                      onEdit={(on) => {
                        setEditing(on ? row.id : null)
                        if (on) return
                        toBlock(block.id)
                        onChanged()
                      }}
                      onRemove={() => void drop(row.id)}
                    />
                  ))}
                </aside>
              )}
            </div>
          )
        })}
      </div>
      {lost.length > 0 && (
        <section class="prose__lost" aria-label={t('highlightsLost')}>
          <h2>{t('highlightsLost')}</h2>
          {lost.map((row) => (
            <blockquote key={row.id}>
              <p>「{row.quote}」</p>
              {row.note && <p>{row.note}</p>}
              <button type="button" class="button button--quiet" onClick={() => void drop(row.id)}>
                {t('remove')}
              </button>
            </blockquote>
          ))}
        </section>
      )}
      <ArticleNote key={article.id} article={article} />
      {selected && (
        <div
          class="prose__selection"
          role="toolbar"
          aria-label={t('selectionTools')}
          style={{
            left: `${Math.max(selected.rect.left + selected.rect.width / 2, (body.current?.getBoundingClientRect().left ?? 0) + 96)}px`,
            top: `${selected.rect.top}px`,
          }}
          onPointerDown={(event) => event.preventDefault()}
        >
          <button type="button" class="button button--quiet" onClick={() => void highlight(false)}>
            {t('highlight')}
          </button>
          <button type="button" class="button button--quiet" onClick={() => void highlight(true)}>
            <Icon name="note" />
            {t('highlightNote')}
          </button>
        </div>
      )}
      {card && (
        <CardPopover
          key={card.anchor.dataset.term}
          anchor={card.anchor}
          mention={card.mention}
          focus={card.focus}
          publishedAt={article.publishedAt}
          url={article.url}
          onClose={() => setCard(null)}
          onChanged={marks.again}
        />
      )}
    </div>
  )
}
