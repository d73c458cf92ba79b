/** What a document tells before any mention is decided, and what is told of it while mentions are. */

import type { ReaderEvidence } from '../../annotation'
import type { TimeExpression } from '../../time/expression'
import type { Reading } from '../read/reading'
import type { Title } from '../read/titles'
import type { Tables, Thing } from '../record/tables'
import type { Choice } from './choice'
import type { Known, Local, Locals } from './locals'
import type { Town } from './towns'

export interface NameSpan {
  readonly start: number
  /** Behind the name itself. */
  readonly nameEnd: number
  /** Behind reading and title. */
  readonly end: number
  /** Folded. */
  readonly name: string
  /**
   * `full` and `surname` are in the glossary or can be; `new` is a full name that is not, `part` a
   * word that is a name only where the text has introduced somebody who is called so.
   */
  readonly kind: 'full' | 'surname' | 'new' | 'part'
  readonly title: Title | null
  /** People of that full name or surname. */
  readonly things: readonly Thing[]
  /** Folded surname where it is known. */
  readonly family: string | null
}

export interface Person extends NameSpan {
  /** Likeliest first; empty where nothing speaks for anyone. */
  readonly choices: readonly Choice[]
}

/** A stretch that names or implies a country. */
export interface Fact {
  readonly start: number
  readonly end: number
  readonly country: string
  /** The country itself (or a part of it) is named. */
  readonly place: boolean
  /** The form that only under a condition means something of that country (総選挙, 議会). */
  readonly form?: number
}

/** Frozen before the first span is proposed. */
export interface Facts {
  readonly tables: Tables
  readonly readings: readonly Reading[]
  /** Day of the article. */
  readonly day: string
  readonly reader: ReaderEvidence | null
  /** Time expressions by block. */
  readonly times: ReadonlyMap<string, readonly TimeExpression[]>
  /** Persons whose full name stands in the text. */
  readonly introduced: ReadonlySet<Thing>
  /** Persons whom the text calls by a name without their surname: モジタバ師. */
  readonly byGiven: ReadonlySet<Thing>
  /** Titles that the text itself gives to persons beside their full names. */
  readonly calledAs: ReadonlyMap<Thing, ReadonlySet<string>>
  /** People whom no glossary knows and the text introduces. */
  readonly locals: Known
  /** Towns that the text calls with their prefecture: 沖縄県|名護市. */
  readonly towns: ReadonlyMap<Reading, readonly Town[]>
  readonly townNames: ReadonlySet<string>
  readonly people: ReadonlyMap<Reading, readonly Person[]>
  /** Stretches that name or imply a country, in order. */
  readonly facts: ReadonlyMap<Reading, readonly Fact[]>
  /** Bodies of one country alone that the text names. */
  readonly bodies: ReadonlySet<Thing>
  /** How often each country is named or implied. */
  readonly countries: ReadonlyMap<string, number>
  /** Whether a word stands anywhere in the document. */
  says(word: string): boolean
}

export interface Binding {
  /** Folded form that the text defines. */
  readonly form: string
  readonly thing: Thing | null
  readonly local: Local | null
  /** The words that bind, for people to read. */
  readonly words: string
}

/** The facts with what the text defines, and the one thing that grows while it is read. */
export interface Context extends Facts {
  /** What the text itself binds, by folded form. */
  readonly bindings: ReadonlyMap<string, Binding>
  /** What a form was found to mean earlier in the text: it is used in one sense throughout. */
  readonly chosen: Map<string, Thing>
}

/** What deciding about people may use. */
export type PeopleContext = Pick<
  Facts,
  'tables' | 'readings' | 'day' | 'reader' | 'introduced' | 'byGiven' | 'calledAs'
> & {
  readonly locals: Locals
  /** By surname: who of that name was last called with a post. */
  readonly lastCalled: Map<string, Choice>
}
