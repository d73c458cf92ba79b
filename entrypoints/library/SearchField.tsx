import { Icon } from '../../components/Icon'

interface Props {
  value: string
  label: string
  onInput: (value: string) => void
}

/** The field that «/» brings the focus to. */
export function SearchField({ value, label, onInput }: Props) {
  return (
    <div class="search-field">
      <Icon name="search" />
      <input
        class="field"
        type="search"
        data-search
        value={value}
        placeholder={label}
        aria-label={label}
        onInput={(event) => onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          // From the words straight to what they found.
          if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
          if (event.isComposing) return
          const first = document.querySelector<HTMLElement>('.windowed [data-item]')
          if (!first) return
          event.preventDefault()
          first.focus()
        }}
      />
      <span class="search-field__key" aria-hidden="true">
        /
      </span>
    </div>
  )
}
