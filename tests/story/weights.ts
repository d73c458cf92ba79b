/** The weights that the product has. */
import { join } from 'node:path'
import { readStoryWeights } from '../../lib/glossary/story-weights'

export const WEIGHTS = await readStoryWeights(join(import.meta.dirname, '../../assets'))
