/** Asks for something once or again; a late answer to an earlier question never shows. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks'

export type Loaded<T> =
  | { state: 'loading' }
  | { state: 'done'; value: T }
  | { state: 'failed'; error: unknown }

/**
 * @param load asked again whenever one of `inputs` changes.
 * @returns what has come, and a way to ask again that leaves the old answer standing until the new one is here.
 */
export function useLoad<T>(
  load: () => Promise<T>,
  inputs: readonly unknown[],
): [Loaded<T>, () => void] {
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: 'loading' })
  const latest = useRef(0)
  const ask = useCallback(() => {
    const turn = ++latest.current
    load().then(
      (value) => turn === latest.current && setLoaded({ state: 'done', value }),
      (error: unknown) => turn === latest.current && setLoaded({ state: 'failed', error }),
    )
  }, inputs)
  useEffect(() => {
    ask()
    return () => {
      latest.current++
    }
  }, [ask])
  return [loaded, ask]
}
