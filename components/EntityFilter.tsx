import type { EntityLine } from '../lib/card'
import { t } from '../lib/i18n'
import { tintOf } from '../lib/page/tint'
import { useRoving } from './use-roving'
import './EntityFilter.css'

interface Props {
  entities: readonly { entity: EntityLine; count: number }[]
  chosen: ReadonlySet<string>
  onToggle: (entity: string) => void
}

/** Chips that narrow a list to the chosen people, bodies and terms. */
export function EntityFilter({ entities, chosen, onToggle }: Props) {
  const list = useRoving<HTMLFieldSetElement>({ direction: 'horizontal' })
  if (entities.length === 0) return null
  return (
    <fieldset class="chips" aria-label={t('filterByEntity')} ref={list}>
      {entities.map(({ entity, count }) => (
        <button
          key={entity.id}
          type="button"
          class={`chip chip--${tintOf(entity.kind)}`}
          aria-pressed={chosen.has(entity.id)}
          data-item
          onClick={() => onToggle(entity.id)}
        >
          {entity.headword}
          <span class="chip__count figures">{count}</span>
        </button>
      ))}
    </fieldset>
  )
}

/** Who and what the events name, the most frequent first. */
export function entitiesOf(
  events: readonly { participants: EntityLine[]; topics: EntityLine[] }[],
  most = 12,
): { entity: EntityLine; count: number }[] {
  const counted = new Map<string, { entity: EntityLine; count: number }>()
  for (const event of events)
    for (const entity of [...event.participants, ...event.topics]) {
      const known = counted.get(entity.id)
      if (known) known.count++
      else counted.set(entity.id, { entity, count: 1 })
    }
  return [...counted.values()].sort((a, b) => b.count - a.count).slice(0, most)
}
