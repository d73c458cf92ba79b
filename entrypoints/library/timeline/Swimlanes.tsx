/** One lane for each person and body, their events as dots along one axis of time. */
import { scaleUtc } from 'd3-scale'
import { useMemo, useState } from 'preact/hooks'
import { entitiesOf } from '../../../components/EntityFilter'
import { EventItem } from '../../../components/EventItem'
import { formatEdtf } from '../../../components/format-date'
import { sortDay } from '../../../components/sort-day'
import { useRoving } from '../../../components/use-roving'
import type { EventLine } from '../../../lib/card'
import { t } from '../../../lib/i18n'
import { tintOf } from '../../../lib/page/tint'
import { useWidth } from './use-width'

interface Props {
  events: readonly EventLine[]
  onArticle: (article: string, event: EventLine) => void
  onEntity: (entity: string) => void
}

const LANES = 14
const NAMES = 148
const LANE = 30
/** Dots nearer than this become one with a number, in px; a number is so wide. */
const NEAR = 22

export function Swimlanes({ events, onArticle, onEntity }: Props) {
  const [box, width] = useWidth<HTMLDivElement>()
  const grid = useRoving<HTMLDivElement>({ direction: 'horizontal' })
  const [open, setOpen] = useState<readonly EventLine[] | null>(null)
  const dated = useMemo(
    () =>
      events
        .map((event) => ({ event, at: Date.parse(`${sortDay(event.date)}T00:00:00Z`) }))
        .filter(({ at, event }) => !Number.isNaN(at) && !sortDay(event.date).startsWith('0000')),
    [events],
  )
  const lanes = useMemo(() => entitiesOf(events, LANES), [events])
  const times = dated.map(({ at }) => at)
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const x = scaleUtc()
    .domain([first, Math.max(last, first + 86_400_000)])
    .range([10, Math.max(11, width - NAMES - 14)])
  if (dated.length === 0) return null
  return (
    <div class="lanes">
      <div ref={box}>
        <div class="lanes__grid" ref={grid}>
          <div class="lanes__axis" style={{ marginLeft: `${NAMES}px` }} aria-hidden="true">
            {x.ticks(Math.max(2, Math.floor(width / 140))).map((tick) => (
              <span key={tick.getTime()} style={{ left: `${x(tick)}px` }} class="figures">
                {x.tickFormat()(tick).length === 4 || tick.getUTCMonth() === 0
                  ? formatEdtf(String(tick.getUTCFullYear()))
                  : formatEdtf(tick.toISOString().slice(0, 7))}
              </span>
            ))}
          </div>
          {lanes.map(({ entity }) => {
            const own = dated.filter(({ event }) =>
              [...event.participants, ...event.topics].some(({ id }) => id === entity.id),
            )
            return (
              <div class={`lane lane--${tintOf(entity.kind)}`} key={entity.id}>
                <button type="button" class="lane__name" onClick={() => onEntity(entity.id)}>
                  {entity.headword}
                </button>
                <div class="lane__track" style={{ height: `${LANE}px` }}>
                  {gather(own, x).map(({ left, members }) => {
                    const [only] = members
                    const planned = members.every(({ status }) => status !== 'occurred')
                    const words =
                      members.length === 1 && only
                        ? `${formatEdtf(only.date)} ${only.title}`
                        : t('laneMany', members.length)
                    return (
                      <button
                        key={left}
                        type="button"
                        data-item
                        class={`lane__dot${planned ? ' lane__dot--planned' : ''}`}
                        style={{ left: `${left}px` }}
                        title={words}
                        aria-label={`${entity.headword} ${words}`}
                        aria-pressed={open !== null && open[0] === only}
                        onClick={() => setOpen(members)}
                      >
                        {members.length > 1 ? members.length : ''}
                      </button>
                    )
                  })}
                </div>
              </div>
            )
          })}
        </div>
      </div>
      <div class="lanes__detail" aria-live="polite">
        {open?.map((event) => (
          <EventItem
            key={event.id}
            event={event}
            withYear
            onArticle={onArticle}
            onEntity={onEntity}
          />
        ))}
      </div>
    </div>
  )
}

/** Events of one lane that lie too near to be told apart, as one dot. */
function gather(
  events: readonly { event: EventLine; at: number }[],
  x: (at: number) => number,
): { left: number; members: EventLine[] }[] {
  const dots: { left: number; members: EventLine[] }[] = []
  for (const { event, at } of [...events].sort((a, b) => a.at - b.at)) {
    const left = Math.round(x(at))
    const last = dots.at(-1)
    if (last && left - last.left < NEAR) last.members.push(event)
    else dots.push({ left, members: [event] })
  }
  return dots
}
