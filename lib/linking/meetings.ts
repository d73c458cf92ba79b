/** Meetings named by the letters of their countries, which no glossary can list whole: 日比首脳会談. */
import type { Context } from './context'
import { evidence } from './people'
import { type Proposal, proposal } from './proposal'
import type { Reading } from './reading'

const MEETING =
  /[日米中韓朝露ロ英仏独豪印比台伊加越欧]{2,3}(?:3か国|三か国)?(?:首脳|外相|外務|防衛相|国防相|財務相|経済相|貿易相|閣僚|次官級|局長級|通商|貿易|関税)(?:電話)?(?:会談|会合|協議|会議|交渉)/gu

/** Candidates for such meetings; an entry of the glossary for the same words comes before them. */
export function proposeMeetings(context: Context, reading: Reading): Proposal[] {
  const proposals: Proposal[] = []
  if (!/[会協交][談合議渉]/u.test(reading.text)) return proposals
  for (const match of reading.text.matchAll(MEETING)) {
    const name = match[0]
    // A letter more before it belongs to another word: 全米…, 昨日|中….
    if (/[\p{sc=Han}\d]/u.test(reading.text[match.index - 1] ?? '')) continue
    if (context.tables.sensesOf(context.tables.formOf(name)).length > 0) continue
    const local = context.locals.introduce({ headword: name, kind: 'event', name, short: [] }, null)
    const reasons = [evidence('form', `国名＋会議「${name}」`)]
    proposals.push(
      proposal(match.index, match.index + name.length, [
        { thing: null, local, weight: 3, evidence: reasons },
      ]),
    )
  }
  return proposals
}
