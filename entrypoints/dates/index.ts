/** What a page says about its day: the background injects this with the page's marks, and judges it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { dateEvidenceInSteps } from '../../lib/article/date-evidence'
import { complete } from '../../lib/article/steps'

export default defineUnlistedScript(() => complete(dateEvidenceInSteps(document, location.href)))
