/** What a sentence without a date takes over from the one before it. */
import type { TimeExpression } from '../time/expression'
import type { Head } from './heads'
import { idOf, isPerson } from './identity'
import type { EventType } from './schema'
import type { Told } from './told'
import type { Placed, Unit } from './units'

/** How many sentences on a date still holds. */
const REACH = 3
/** Acts that happen once: whether the story goes on to tell of another is plain from the verb. */
const ACTS = new Set<EventType>(['founding', 'agreement', 'legislation', 'appointment', 'test'])
/** Words that take the sentence out of the story's time. */
const ELSEWHEN =
  /これまで|かつて|以前|過去|当時|先に|すでに|既に|今後|今回|この(?:会談|会合|協議|中)|会談で|一方的/u

/** Whether an undated sentence is near enough to the last event to go on from it. */
export const goesOn = (unit: Unit, last: Told): boolean =>
  !unit.heading &&
  !unit.around &&
  unit.index > last.unit.index &&
  unit.index - last.unit.index <= REACH

/** Heads of an undated sentence that go on in the time of the last dated event. */
export function carriedHeads(unit: Unit, last: Told, heads: readonly Head[]): Head[] {
  if (last.event.status !== 'occurred' || ELSEWHEN.test(unit.text)) return []
  if (
    last.unit.around ||
    !/^\d{4}-\d{2}-\d{2}/.test(last.event.date) ||
    last.event.date.includes('/')
  )
    return []
  const acts = heads.filter(
    ({ kind, telling, hit, relative }) =>
      kind === 'verbal' &&
      !relative &&
      telling.status === 'occurred' &&
      !telling.weak &&
      ACTS.has(hit.type) &&
      hit.noun !== '一致' &&
      hit.type !== last.event.type,
  )
  return acts.slice(0, 1)
}

/** The date of the last event, as if it stood at the start of the sentence. */
export const carriedDate = (last: Told): Placed<TimeExpression> => ({
  start: 0,
  end: 0,
  of: { ...last.when, value: last.event.date.replace(/T.*$/u, '') },
})

/** 日本側は、…局長の市川恵一氏。: a sentence without a verb that names who sat on one side. */
export function addSides(unit: Unit, last: Told, heads: readonly Head[]): void {
  if (heads.length > 0) return
  if (last.event.type !== 'meeting' && last.event.type !== 'call') return
  if (
    !/^[^。]{0,8}側(?:は|から)/u.test(unit.text) ||
    !/(?:氏|さん|大臣|長官|[相長])。?$/u.test(unit.text)
  )
    return
  for (const { of } of unit.mentions) {
    const id = idOf(of)
    if (isPerson(of) && !last.event.participants.includes(id)) last.event.participants.push(id)
  }
}
