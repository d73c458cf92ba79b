/** Reads `assets/story-weights.yaml`. Node only. */
import { join } from 'node:path'
import * as v from 'valibot'
import { type StoryWeights, WEIGHT_NAMES } from '../story/weights'
import { readYamlFile } from './yaml-file'

/** Every scalar of our files is read as text. */
const number = v.pipe(v.string(), v.transform(Number), v.number(), v.finite())
const Row = v.strictObject({ weight: number, why: v.pipe(v.string(), v.minLength(1)) })

export const StoryWeightFile = v.strictObject({
  weights: v.strictObject(v.entriesFromList(WEIGHT_NAMES, Row)),
})

/** @throws AssetError where a weight is missing, unknown or without its reason. */
export async function readStoryWeights(assets: string): Promise<StoryWeights> {
  const name = 'story-weights.yaml'
  const { value } = await readYamlFile(join(assets, name), name, StoryWeightFile)
  const rows = Object.entries(value.weights).map(([key, { weight }]) => [key, weight])
  return Object.fromEntries(rows) as StoryWeights
}
