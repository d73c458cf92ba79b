/** The words for each kind of event. */
import type { EventLine } from '../lib/card'
import type { MessageKey } from '../lib/i18n'

export const EVENT_TYPES: { [T in EventLine['type']]: MessageKey } = {
  meeting: 'typeMeeting',
  visit: 'typeVisit',
  call: 'typeCall',
  statement: 'typeStatement',
  agreement: 'typeAgreement',
  publication: 'typePublication',
  appointment: 'typeAppointment',
  election: 'typeElection',
  legislation: 'typeLegislation',
  military: 'typeMilitary',
  test: 'typeTest',
  attack: 'typeAttack',
  disaster: 'typeDisaster',
  court: 'typeCourt',
  economic: 'typeEconomic',
  founding: 'typeFounding',
  conference: 'typeConference',
  other: 'typeOther',
}
