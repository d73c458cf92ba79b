/** The card's script: the background injects it into a tab when a term is first pointed at. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { cardPort, offerCardPort, pagePort } from '../../lib/page/ports'
import { attend } from './attend'

export default defineUnlistedScript(() => {
  const page = pagePort()
  // Two requests may have crossed: the first script serves.
  if (page && !cardPort()) offerCardPort(attend(page))
})
