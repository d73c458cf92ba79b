/** What the reader does in a card: each deed that changes their data can be undone where it was done. */
import type { CorrectionType } from '../../components/card/actions'
import type { Card } from '../../lib/card'
import { type MessageKey, t } from '../../lib/i18n'
import type { Request } from '../../lib/messages'
import { send } from '../../lib/send'

export interface Done {
  words: string
  /** What the card says otherwise now. */
  change: Partial<Card>
  undo: () => Promise<Partial<Card>>
}

const CORRECTED: Record<CorrectionType, MessageKey> = {
  wrong: 'cardDoneWrong',
  hidden: 'cardDoneHidden',
  known: 'cardDoneKnown',
}

/** Follows, or ends it; undone, it is followed since the same day as before. */
export async function follow(entity: string, on: boolean): Promise<Done> {
  const { since } = await send('follow', { entity, on })
  return {
    words: t(on ? 'cardDoneFollow' : 'cardDoneUnfollow'),
    change: { followed: on },
    undo: async () => {
      await send('follow', { entity, on: !on, since })
      return { followed: !on }
    },
  }
}

/** Says something of a mark or a term. */
export async function correct(correction: Request<'correct'>['correction']): Promise<Done> {
  const { id } = await send('correct', { correction })
  const known = correction.type === 'known'
  return {
    words: t(CORRECTED[correction.type]),
    change: known ? { known: true } : {},
    undo: async () => {
      await send('undo-correction', { id })
      return known ? { known: false } : {}
    },
  }
}
