/**
 * The YAML files under `assets/`, as people write them: defaults once at the top, aliases short or
 * long. Strict, so that a mistyped field is an error and not a silence.
 */
import * as v from 'valibot'
import { BundledEvent, EventStatus, Figure, Story } from '../events/schema'
import { Edtf } from '../time/edtf'
import {
  Alias,
  AliasCondition,
  AliasKind,
  Basis,
  Country,
  Entity,
  EntityId,
  Kind,
  Publication,
  Relation,
  Source,
  Tenure,
} from './schema'

const day = v.pipe(v.string(), v.isoDate())
const defaults = { basis: v.optional(Basis), asOf: v.optional(day) }

const WrittenSource = v.strictObject(Source.entries)
const WrittenAlias = v.union([
  v.pipe(v.string(), v.minLength(1)),
  v.strictObject({
    ...Alias.entries,
    kind: v.optional(AliasKind),
    when: v.optional(v.strictObject(AliasCondition.entries)),
  }),
])

export const EntryFile = v.strictObject({
  kind: Kind,
  ...defaults,
  entries: v.array(
    v.strictObject({
      ...Entity.entries,
      ...defaults,
      kind: v.optional(Kind),
      // `aliases:` with nothing under it is a list of none.
      aliases: v.nullish(v.array(WrittenAlias), []),
      relations: v.nullish(v.array(v.strictObject(Relation.entries)), []),
      sources: v.nullish(v.array(WrittenSource), []),
    }),
  ),
})

export const TenureFile = v.strictObject({
  office: EntityId,
  ...defaults,
  tenures: v.array(
    v.strictObject({
      ...Tenure.entries,
      ...defaults,
      office: v.optional(EntityId),
      /** Left out: still in office on the day of `asOf`. */
      to: v.optional(Edtf),
      sources: v.optional(v.array(WrittenSource), []),
    }),
  ),
})

export const EventFile = v.strictObject({
  ...defaults,
  events: v.array(
    v.strictObject({
      ...BundledEvent.entries,
      ...defaults,
      status: v.optional(EventStatus, 'occurred'),
      sources: v.optional(
        v.array(
          v.strictObject({
            ...Source.entries,
            figures: v.optional(v.array(v.strictObject(Figure.entries)), []),
          }),
        ),
        [],
      ),
    }),
  ),
})

/** A step is written as its level and its event: `- main: 2013-04-04-qqe`. */
const WrittenStep = v.union([
  v.strictObject({ main: v.string() }),
  v.strictObject({ step: v.string() }),
  v.strictObject({ detail: v.string() }),
])

export const StoryFile = v.strictObject({
  stories: v.array(v.strictObject({ ...Story.entries, steps: v.array(WrittenStep) })),
})

export const PublicationFile = v.strictObject({
  publications: v.array(v.strictObject(Publication.entries)),
})

/** What the press calls a country, where that is not what the data package says; each with its reason. */
const PressName = v.strictObject({
  code: Country,
  headword: v.optional(v.string()),
  reading: v.optional(v.string()),
  official: v.optional(v.string()),
  aliases: v.optional(v.array(WrittenAlias), []),
  reason: v.string(),
})
export type PressName = v.InferOutput<typeof PressName>

/** What a country is and why it is in the news; every country needs one. */
const Description = v.strictObject({
  code: Country,
  gloss: Entity.entries.gloss,
  text: v.optional(v.string(), ''),
  sources: v.optional(v.array(WrittenSource), []),
})
export type Description = v.InferOutput<typeof Description>

const Capital = v.strictObject({
  id: EntityId,
  country: Country,
  headword: v.string(),
  reading: v.string(),
  english: v.string(),
  gloss: Entity.entries.gloss,
  aliases: v.optional(v.array(WrittenAlias), []),
  sources: v.optional(v.array(WrittenSource), []),
})
export type Capital = v.InferOutput<typeof Capital>

export const CountryFile = v.strictObject({
  asOf: day,
  /** Codes of territories that news does not name: no entry is made. */
  leaveOut: v.strictObject({ codes: v.array(Country), reason: v.string() }),
  countries: v.array(PressName),
  descriptions: v.array(Description),
  /** Which countries belong to an alliance, a union or a circle of summits that has its own entry. */
  memberships: v.array(v.strictObject({ framework: EntityId, countries: v.array(Country) })),
  capitals: v.array(Capital),
})
export type CountryFile = v.InferOutput<typeof CountryFile>

export const SenseFile = v.strictObject({
  senses: v.array(
    v.strictObject({
      text: v.string(),
      published: day,
      form: v.string(),
      /** The entity that `form` means in `text`; null where it is no mention at all. */
      means: v.nullable(EntityId),
      /** For a role: the person it stands for. */
      holder: v.optional(EntityId),
    }),
  ),
})
export type Sense = v.InferOutput<typeof SenseFile>['senses'][number]

/** A written step in its long form. */
export const stepOf = (written: v.InferOutput<typeof WrittenStep>): Story['steps'][number] => {
  if ('main' in written) return { event: written.main, level: 'main' }
  if ('step' in written) return { event: written.step, level: 'step' }
  return { event: written.detail, level: 'detail' }
}

/** A written alias in its long form. */
export const aliasOf = (written: v.InferOutput<typeof WrittenAlias>): Alias => {
  if (typeof written === 'string') return { form: written, kind: 'variant' }
  const { form, kind = 'variant', when } = written
  return when ? { form, kind, when } : { form, kind }
}
