/** Text with the hits marked. */
interface Props {
  text: string
  /** UTF-16 offsets, in order; what overlaps or runs over is cut. */
  marks: readonly { start: number; end: number }[]
}

export function Snippet({ text, marks }: Props) {
  const parts = []
  let at = 0
  for (const { start, end } of marks) {
    const from = Math.max(at, start)
    if (end <= from) continue
    parts.push(text.slice(at, from), <mark key={from}>{text.slice(from, end)}</mark>)
    at = end
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  )
}
