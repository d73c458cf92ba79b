/**
 * How much happened when, month by month, with a range to draw.
 *
 * Each month has the same width; what does not fit is reached by paging to earlier years.
 */
import { scalePoint, scaleSqrt } from 'd3-scale'
import { useMemo, useRef, useState } from 'preact/hooks'
import { formatEdtf } from '../../../components/format-date'
import { t } from '../../../lib/i18n'
import type { MonthCount } from './months'
import { useWidth } from './use-width'

interface Props {
  months: readonly MonthCount[]
  /** First and last day, both included. */
  range: readonly [string, string] | null
  onRange: (range: readonly [string, string] | null) => void
}

const HEIGHT = 84
const AXIS = 20
const SIDE = 14
/** Narrowest column, in px; what does not fit is reached by the button for earlier years. */
const COLUMN = 5

export function DensityStrip({ months, range, onRange }: Props) {
  const [box, width] = useWidth<HTMLDivElement>()
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<number | null>(null)
  const fits = Math.max(24, Math.floor((width - 2 * SIDE) / COLUMN))
  const [offset, setOffset] = useState(0)
  const end = Math.max(Math.min(fits, months.length), months.length - offset)
  const shown = useMemo(() => months.slice(Math.max(0, end - fits), end), [months, fits, end])
  const x = scalePoint<string>()
    .domain(shown.map(({ month }) => month))
    .range([SIDE, Math.max(SIDE + 1, width - SIDE)])
    .padding(0.5)
  const most = Math.max(1, ...shown.map(({ occurred, planned }) => occurred + planned))
  // By the root: a month of a hundred must not flatten one of three.
  const y = scaleSqrt()
    .domain([0, most])
    .range([0, HEIGHT - AXIS - 8])
  const column = Math.max(2, Math.min(14, x.step() - 1.5))

  const indexAt = (clientX: number): number => {
    const left = svg.current?.getBoundingClientRect().left ?? 0
    const index = Math.round((clientX - left - (x(shown[0]?.month ?? '') ?? 0)) / x.step())
    return Math.max(0, Math.min(shown.length - 1, index))
  }
  const rangeOf = (a: number, b: number): readonly [string, string] | null => {
    const [from, to] = [shown[Math.min(a, b)], shown[Math.max(a, b)]]
    return from && to ? [`${from.month}-01`, `${to.month}-31`] : null
  }
  const at = (day: string | undefined) =>
    day ? shown.findIndex(({ month }) => month === day.slice(0, 7)) : -1
  const [from, to] = [at(range?.[0]), at(range?.[1])]
  const edge = (month: string | undefined, side: -1 | 1) =>
    (month ? (x(month) ?? 0) : side < 0 ? SIDE : width - SIDE) + (side * x.step()) / 2
  const fromX = from >= 0 ? edge(shown[from]?.month, -1) : edge(undefined, -1)
  const toX = to >= 0 ? edge(shown[to]?.month, 1) : edge(undefined, 1)

  const step = (which: 'from' | 'to', by: number) => {
    const [a, b] = [Math.max(from, 0), to >= 0 ? to : shown.length - 1]
    const move = (n: number) => Math.max(0, Math.min(shown.length - 1, n + by))
    onRange(which === 'from' ? rangeOf(Math.min(move(a), b), b) : rangeOf(a, Math.max(a, move(b))))
  }
  const handle = (which: 'from' | 'to', position: number, month: string) => (
    <g
      role="slider"
      tabIndex={0}
      class="strip__handle"
      aria-label={t(which === 'from' ? 'rangeFrom' : 'rangeTo')}
      aria-valuemin={0}
      aria-valuemax={shown.length - 1}
      aria-valuenow={which === 'from' ? Math.max(0, from) : to >= 0 ? to : shown.length - 1}
      aria-valuetext={formatEdtf(month)}
      onKeyDown={(event) => {
        const by = { ArrowLeft: -1, ArrowRight: 1, PageUp: -12, PageDown: 12 }[event.key]
        if (event.key === 'Escape') onRange(null)
        if (by === undefined) return
        event.preventDefault()
        event.stopPropagation()
        step(which, by)
      }}
    >
      <line x1={position} x2={position} y1={2} y2={HEIGHT - AXIS} />
      <rect x={position - 4} y={(HEIGHT - AXIS) / 2 - 9} width={8} height={18} rx={2} />
    </g>
  )

  const first = shown[0]?.month ?? ''
  const last = shown.at(-1)?.month ?? ''
  return (
    <div class="strip" ref={box}>
      {months.length > fits && (
        <p class="strip__pan">
          <button
            type="button"
            class="button button--quiet"
            disabled={end - fits <= 0}
            onClick={() => setOffset(Math.min(months.length - fits, offset + fits))}
          >
            ← {t('earlier')}
          </button>
          <span class="faint figures">{formatEdtf(`${first}/${last}`)}</span>
          <button
            type="button"
            class="button button--quiet"
            disabled={offset <= 0}
            onClick={() => setOffset(Math.max(0, offset - fits))}
          >
            {t('later')} →
          </button>
        </p>
      )}
      <svg
        ref={svg}
        width={width}
        height={HEIGHT}
        aria-label={t('densityStrip')}
        onPointerDown={(event) => {
          if (event.target instanceof Element && event.target.closest('[role=slider]')) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag(indexAt(event.clientX))
        }}
        onPointerMove={(event) => {
          if (drag !== null) onRange(rangeOf(drag, indexAt(event.clientX)))
        }}
        onPointerUp={(event) => {
          // A press without a draw chooses nothing: it takes the range away.
          if (drag !== null && drag === indexAt(event.clientX)) onRange(null)
          setDrag(null)
        }}
      >
        {range && (
          <rect
            class="strip__range"
            x={fromX}
            y={0}
            width={Math.max(0, toX - fromX)}
            height={HEIGHT - AXIS}
          />
        )}
        {shown.map(({ month, occurred, planned }) => {
          const middle = x(month) ?? 0
          const base = HEIGHT - AXIS
          return (
            <g key={month}>
              {occurred + planned > 0 && (
                <title>{t('monthCount', formatEdtf(month), occurred + planned)}</title>
              )}
              <rect
                class="strip__occurred"
                x={middle - column / 2}
                y={base - y(occurred)}
                width={column}
                height={y(occurred)}
              />
              <rect
                class="strip__planned"
                x={middle - column / 2 + 0.5}
                y={base - y(occurred + planned) + 0.5}
                width={Math.max(1, column - 1)}
                height={planned > 0 ? Math.max(1, y(occurred + planned) - y(occurred) - 1) : 0}
              />
              {month.endsWith('-01') && (
                <>
                  <line
                    class="strip__tick"
                    x1={middle - x.step() / 2}
                    x2={middle - x.step() / 2}
                    y1={base}
                    y2={base + 5}
                  />
                  {(x.step() > 3.4 || Number(month.slice(0, 4)) % 5 === 0) && (
                    <text
                      class="strip__year"
                      x={Math.min(middle - x.step() / 2 + 4, width - 32)}
                      y={HEIGHT - 5}
                    >
                      {month.slice(0, 4)}
                    </text>
                  )}
                </>
              )}
            </g>
          )
        })}
        <line
          class="strip__axis"
          x1={SIDE}
          x2={width - SIDE}
          y1={HEIGHT - AXIS}
          y2={HEIGHT - AXIS}
        />
        {shown.length > 1 &&
          handle('from', fromX, from >= 0 ? (shown[from]?.month ?? first) : first)}
        {shown.length > 1 && handle('to', toX, to >= 0 ? (shown[to]?.month ?? last) : last)}
      </svg>
    </div>
  )
}
