/** Every number of the choice, with its reason. Tuned on `npm run story` against an editor's lists. */
export const WEIGHTS = {
  /** An entity in the headline is what the article is about. */
  inHeadline: 1.6,
  inLead: 0.6,
  /** Countries, capitals, parties and chambers are in every article. */
  common: 0.15,
  /** What entities, thread and words count for. */
  entities: 1,
  thread: 2.4,
  words: 0.7,
  /** What a level adds to a share of the thread. */
  main: 1.4,
  step: 0.7,
  detail: 0.2,
  /** Days that are near count more: a step of last month before one of thirty years ago. */
  closeness: 0.35,
  /** Years after which closeness has halved. */
  halfYears: 2,
  /** Power of an entity's rarity. */
  rarity: 1,
  prominence: 1,
  storyWords: 6,
  storyHead: 6,
  /** How far the article's first story stands before the others. */
  apart: 1,
  /** What a thread must say to be a reason. */
  reason: 1.2,
  /** What an event must reach of the best one's score, and at least. */
  share: 0.3,
  least: 5.3,
  /** What a step still counts for beside one of its story within days. */
  crowded: 1,
}
