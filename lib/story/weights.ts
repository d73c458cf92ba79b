/** Every number of the choice, by name; what each means and why stands in `assets/story-weights.yaml`. */
export const WEIGHT_NAMES = [
  'inHeadline',
  'inLead',
  'common',
  'entities',
  'thread',
  'words',
  'main',
  'step',
  'detail',
  'closeness',
  'halfYears',
  'rarity',
  'prominence',
  'storyWords',
  'storyHead',
  'apart',
  'reason',
  'share',
  'least',
  'crowded',
] as const

export type StoryWeights = Readonly<Record<(typeof WEIGHT_NAMES)[number], number>>
