/** What the engine says about a text: which stretches name what, and why it thinks so. */
import * as v from 'valibot'
import { EntityId, Kind, Tier } from '../glossary/schema'

/** One reason for a decision, in an order the card can show. */
export const Evidence = v.object({
  rule: v.picklist([
    'form', // the glossary lists this form
    'boundary', // what stands left and right allows it
    'title', // a title or honorific beside the name
    'date', // who held the office, or what was in force, on the article's day
    'country', // the country that the sentence is about
    'binding', // the text itself says X（Y）
    'introduced', // the full name stands elsewhere in the text
    'document', // other things the text talks about
    'reader', // the reader said so
  ]),
  /** The words of the text or the data that spoke, for people to read; empty where none did. */
  detail: v.string(),
  /** The row of `assets/weights.yaml`, and what it added or took; rows of older versions have neither. */
  id: v.optional(v.string()),
  weight: v.optional(v.number()),
})
export type Evidence = v.InferOutput<typeof Evidence>

const Candidate = v.object({
  entity: EntityId,
  /** Between 0 and 1; candidates of one mention need not add up to 1. */
  weight: v.number(),
  evidence: v.array(Evidence),
})
export type Candidate = v.InferOutput<typeof Candidate>

export const Mention = v.object({
  block: v.string(),
  /** UTF-16 offsets into the block's text, end exclusive. */
  start: v.pipe(v.number(), v.integer(), v.minValue(0)),
  end: v.pipe(v.number(), v.integer(), v.minValue(1)),
  surface: v.string(),
  /** The chosen entity; null for a name that only this text knows (see `headword`). */
  entity: v.nullable(EntityId),
  headword: v.string(),
  kind: Kind,
  tier: Tier,
  /** ISO code of the country that the named belongs to, as far as the engine knows; older rows have none. */
  country: v.optional(v.nullable(v.string())),
  /** The person whom a bare role means here. */
  refersTo: v.nullable(EntityId),
  /** True where the evidence did not decide and the likelier candidate is shown. */
  undecided: v.boolean(),
  candidates: v.array(Candidate),
  why: v.array(Evidence),
})
export type Mention = v.InferOutput<typeof Mention>

/** Somebody or something that the glossary does not know but the text introduces. */
export const LocalEntity = v.object({
  headword: v.string(),
  kind: Kind,
  aliases: v.array(v.string()),
  /** What the text itself says of it: the title, the definition. */
  says: v.array(v.string()),
})
export type LocalEntity = v.InferOutput<typeof LocalEntity>
