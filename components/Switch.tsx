import './Switch.css'

interface Props {
  label: string
  on: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** On or off, told by position as well as by colour. */
export function Switch({ label, on, disabled = false, onChange }: Props) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      disabled={disabled}
      onClick={() => onChange(!on)}
    >
      <span class="switch__label">{label}</span>
      <span class="switch__track" aria-hidden="true" />
    </button>
  )
}
