interface Props<T extends string> {
  label: string
  value: T
  /** Each choice with its words, in order. */
  options: readonly (readonly [value: T, words: string])[]
  onChange: (value: T) => void
}

/** One of several ways to narrow a list. */
export function FilterSelect<T extends string>({ label, value, options, onChange }: Props<T>) {
  return (
    <select
      class="field"
      aria-label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as T)}
    >
      {options.map(([option, words]) => (
        <option key={option} value={option}>
          {words}
        </option>
      ))}
    </select>
  )
}
