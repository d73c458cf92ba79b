/** The card's script: the background injects it into a tab when its first card is wanted. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script'
import { cardPort, offerCardPort } from '../../lib/page/card-port'
import { makeCardPort } from './controller'

export default defineUnlistedScript(() => {
  // Two requests may have crossed: the first script serves.
  if (!cardPort()) offerCardPort(makeCardPort())
})
