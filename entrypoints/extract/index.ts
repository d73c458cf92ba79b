/** The extractor: the background injects it to save a page, and takes what it returns. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractArticleInSteps } from '../../lib/article/extract'
import { inSlices } from '../content/in-slices'

const wanted = () => true

export default defineUnlistedScript(async () => {
  const read = await inSlices(extractArticleInSteps(document, location.href), wanted)
  return read?.value ?? null
})
