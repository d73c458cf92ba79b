/** The extractor: the background injects it to save a page, and takes what it returns. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { extractArticle } from '../../lib/article/extract'

export default defineUnlistedScript(() => extractArticle(document, location.href))
