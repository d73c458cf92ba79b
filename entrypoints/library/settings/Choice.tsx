import { useId } from 'preact/hooks'

interface Props<V extends string> {
  name: string
  value: V
  options: readonly { value: V; name: string }[]
  onChange: (value: V) => void
}

/** One of a few, all in sight. */
export function Choice<V extends string>({ name, value, options, onChange }: Props<V>) {
  const group = useId()
  return (
    <fieldset class="choice">
      <legend>{name}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.name}
        </label>
      ))}
    </fieldset>
  )
}
