/** Who a mention is, for events. */
import type { Mention } from '../linking/mention'

/** The person that a role means, the entity, or the name that only this text knows behind `local:`. */
export const idOf = (mention: Mention): string =>
  mention.refersTo ?? mention.entity ?? `local:${mention.headword}`

export const isPerson = (mention: Mention): boolean =>
  mention.kind === 'person' || mention.refersTo !== null

/** Who or what can do something. */
export const isActor = (mention: Mention): boolean =>
  isPerson(mention) ||
  mention.kind === 'organisation' ||
  mention.kind === 'place' ||
  mention.kind === 'framework'
