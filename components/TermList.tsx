import { t } from '../lib/i18n'
import type { TermLine } from '../lib/messages'
import { KindChip } from './KindChip'
import { useRoving } from './use-roving'
import './TermList.css'

interface Props {
  terms: readonly TermLine[]
  onOpen: (term: TermLine) => void
}

/** The people, bodies and words of an article, each with what it is. */
export function TermList({ terms, onOpen }: Props) {
  const list = useRoving<HTMLUListElement>({ main: true })
  return (
    <ul class="terms" lang="ja" ref={list}>
      {terms.map((term) => (
        <li key={term.entity ?? `local:${term.headword}`}>
          <button
            type="button"
            class="term"
            data-item
            disabled={term.entity === null}
            onClick={() => onOpen(term)}
          >
            <span class="term__head">
              <span class="term__word">{term.headword}</span>
              {term.refersTo && <span class="term__holder">{term.refersTo.headword}</span>}
              <KindChip kind={term.kind} />
              {term.count > 1 && (
                <span class="term__count figures">{t('timesMentioned', term.count)}</span>
              )}
            </span>
            {term.gloss && <span class="term__gloss">{term.gloss}</span>}
          </button>
        </li>
      ))}
    </ul>
  )
}
