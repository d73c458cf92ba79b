/**
 * What the glossary says: entities, who held which office when, and where each statement comes from.
 *
 * One schema serves the YAML in `assets/glossary`, imported packs, the reader's own entries and the
 * rows in the database.
 */
import * as v from 'valibot'
import { Edtf } from '../time/edtf'

export const KINDS = [
  'person',
  'organisation',
  'office',
  'document',
  'concept',
  'framework',
  'event',
  'place',
  'object',
] as const
export const Kind = v.picklist(KINDS)
export type Kind = v.InferOutput<typeof Kind>

/** `key` deserves a card of its own; `basic` is what every reader knows (日本, 首相). */
export const Tier = v.picklist(['key', 'basic'])
export type Tier = v.InferOutput<typeof Tier>

/** Where a statement was checked: an article we can name, or general knowledge, which is said to be that. */
export const Basis = v.picklist(['article', 'general'])
export type Basis = v.InferOutput<typeof Basis>

/** Stable slug, its first part the kind: `person.takaichi-sanae`, `office.jp.prime-minister`. */
export const EntityId = v.pipe(
  v.string(),
  v.regex(
    /^(person|org|office|doc|concept|framework|event|place|object)(\.[a-z0-9]+(-[a-z0-9]+)*)+$/,
  ),
)
export type EntityId = string

/** ISO 3166-1 alpha-2, or one of the bodies that news treats like a country (EU, UN). */
export const Country = v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))

/** A listed publication (`assets/glossary/publications.yaml`), and what of it. */
export const Source = v.object({
  publication: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  title: v.optional(v.string()),
  date: v.optional(Edtf),
  url: v.optional(v.pipe(v.string(), v.url())),
})
export type Source = v.InferOutput<typeof Source>

/**
 * What a form of a name is. `role` is a post standing for its holder (首相, 外相): the holder comes
 * from the tenures. `surname` counts only with a title or once the text has introduced the person.
 */
export const AliasKind = v.picklist(['full', 'abbreviation', 'surname', 'role', 'variant', 'old'])
export type AliasKind = v.InferOutput<typeof AliasKind>

/** What a risky form demands before it means this entity. All given conditions must hold. */
export const AliasCondition = v.object({
  /** One of these stands in the same sentence. */
  sentence: v.optional(v.array(v.string())),
  /** One of these stands anywhere in the document. */
  document: v.optional(v.array(v.string())),
  /** None of these stands anywhere in the document. */
  without: v.optional(v.array(v.string())),
  /** What the sentence, or failing that the document, is about. */
  country: v.optional(Country),
  /** The article's date lies in this EDTF interval. */
  period: v.optional(Edtf),
  /** Only where the text itself binds the form: X（Y）, X＝Y, 以下Y. */
  bound: v.optional(v.boolean()),
})
export type AliasCondition = v.InferOutput<typeof AliasCondition>

export const Alias = v.object({
  form: v.pipe(v.string(), v.minLength(1)),
  kind: v.optional(AliasKind, 'variant'),
  when: v.optional(AliasCondition),
})
export type Alias = v.InferOutput<typeof Alias>

/** How one entity stands to another. */
export const Relation = v.object({
  to: EntityId,
  type: v.picklist([
    'part-of',
    'member-of',
    'holder-of',
    'held-by',
    'based-on',
    'successor-of',
    'opposed-to',
    'located-in',
    'see-also',
  ]),
})
export type Relation = v.InferOutput<typeof Relation>

export const Entity = v.object({
  id: EntityId,
  kind: Kind,
  /** Canonical Japanese name; `名称(米国)` where the bare name is ambiguous. */
  headword: v.pipe(v.string(), v.minLength(1)),
  /** Hiragana or katakana; for names in Latin letters, how they are read. */
  reading: v.pipe(v.string(), v.regex(/^[\p{sc=Hira}\p{sc=Kana}ー・ 　]+$/u)),
  english: v.pipe(v.string(), v.minLength(1)),
  /** At most 90 characters: what it is and why it is in the news. */
  gloss: v.pipe(v.string(), v.minLength(4), v.maxLength(90)),
  /** The longer text behind 「くわしく」. */
  text: v.optional(v.string(), ''),
  tier: v.optional(Tier, 'key'),
  country: v.optional(Country),
  aliases: v.optional(v.array(Alias), []),
  relations: v.optional(v.array(Relation), []),
  /** Persons: the name by which headlines call them, and the rest of it. */
  family: v.optional(v.string()),
  given: v.optional(v.string()),
  /** Persons: titles the press uses for them beside the offices of their tenures (会長, 報道官). */
  titles: v.optional(v.array(v.string()), []),
  /** Listed companies. */
  securitiesCode: v.optional(v.pipe(v.string(), v.regex(/^\d[0-9A-Z]\d[0-9A-Z]$/))),
  industry: v.optional(v.string()),
  /** When the thing itself existed or was in force, as an EDTF interval (`2014-01-07/..`). */
  valid: v.optional(Edtf),
  replacedBy: v.optional(EntityId),
  sources: v.optional(v.array(Source), []),
  basis: Basis,
  /** The day on which this entry was last checked. */
  asOf: v.pipe(v.string(), v.isoDate()),
})
export type Entity = v.InferOutput<typeof Entity>

/** Who held an office. `from` and `to` are the first and last day, to the precision that is known. */
export const Tenure = v.object({
  office: EntityId,
  person: EntityId,
  from: Edtf,
  /** null: still in office on the day of `asOf`. */
  to: v.nullable(Edtf),
  /** 代行, 臨時代理, 兼務. */
  acting: v.optional(v.boolean(), false),
  sources: v.optional(v.array(Source), []),
  basis: Basis,
  asOf: v.pipe(v.string(), v.isoDate()),
})
export type Tenure = v.InferOutput<typeof Tenure>

export const Publication = v.object({
  id: v.pipe(v.string(), v.regex(/^[a-z0-9-]+$/)),
  name: v.string(),
  url: v.optional(v.pipe(v.string(), v.url())),
})
export type Publication = v.InferOutput<typeof Publication>
