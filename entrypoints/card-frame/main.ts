/**
 * The card's own document, of the extension's origin, in a frame that our script put into a page.
 *
 * It shows nothing until it was introduced: whoever sends it a port must have a token that the
 * background gave to our script in this very tab. A page that frames this document has none.
 */
import { uiLanguage } from '../../lib/i18n'
import type { Introduction } from '../../lib/page/card-talk'
import { send } from '../../lib/send'
import { serve } from './serve'
import '../../components/tokens.css'
import '../../components/KindChip.css'
import '../../components/card/card.css'
import './panel.css'

document.documentElement.lang = uiLanguage()

let served = false

addEventListener('message', async ({ source, data, ports: [port] }) => {
  const { token } = (data ?? {}) as Partial<Introduction>
  if (served || source !== parent || typeof token !== 'string' || !port) return
  try {
    await send('open-frame', { token })
  } catch {
    return
  }
  if (served) return
  served = true
  serve(port)
})
