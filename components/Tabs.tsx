import { useRoving } from './use-roving'
import './Tabs.css'

interface Props<K extends string> {
  label: string
  tabs: readonly { key: K; name: string; count?: number }[]
  current: K
  onSelect: (key: K) => void
}

/** Views of one thing; the panel is `tabpanel` with the id `panel-<key>`. */
export function Tabs<K extends string>({ label, tabs, current, onSelect }: Props<K>) {
  const list = useRoving<HTMLDivElement>({ direction: 'horizontal' })
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list}>
      {tabs.map(({ key, name, count }) => (
        <button
          key={key}
          type="button"
          class="tabs__tab"
          role="tab"
          id={`tab-${key}`}
          aria-selected={key === current}
          aria-controls={key === current ? `panel-${key}` : undefined}
          data-item
          onClick={() => onSelect(key)}
        >
          {name}
          {count !== undefined && <span class="tabs__count figures">{count}</span>}
        </button>
      ))}
    </div>
  )
}
