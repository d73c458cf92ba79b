/** A short title of our own for an event: who, with whom, what. */
import type { Mention } from '../linking/mention'
import type { Cast } from './cast'
import type { Head } from './heads'
import type { Unit } from './units'

const LONGEST = 48

/** How a title names a participant: as the text does, without line breaks. */
const nameOf = (mention: Mention): string => mention.surface.replace(/\s+/gu, '')

/** 「高市首相とトランプ大統領の首脳会談」, 「外務省によるスポット情報の発出」, 「高市首相のアメリカ訪問」. */
export function titleOf(unit: Unit, head: Head, cast: Cast): string {
  const noun = nounOf(unit, head)
  const names = cast.participants.map(nameOf).filter((name) => !noun.includes(name))
  const shown = names.slice(0, 3)
  const more = names.length > shown.length ? 'ら' : ''
  const who = `${shown.join(cast.type === 'meeting' || cast.type === 'call' ? 'と' : '・')}${more}`
  if (cast.type === 'attack') return clip(attackOf(unit, names, noun))
  const object = objectOf(unit, head)
  const said = object === '' || noun.includes(object) || names.some((name) => name.includes(object))
  if (said) return clip(who ? `${who}の${noun}` : noun)
  if (cast.type === 'visit') return clip(who ? `${who}の${object}${noun}` : `${object}${noun}`)
  return clip(who ? `${who}による${object}の${noun}` : `${object}の${noun}`)
}

/** 「アメリカとイスラエルによるイランへの攻撃」: who, against whom. */
function attackOf(unit: Unit, names: readonly string[], noun: string): string {
  const targets = names.filter((name) =>
    ['への', 'に対する', 'を', 'に'].some((particle) => unit.text.includes(name + particle)),
  )
  const by = names.filter((name) => !targets.includes(name)).slice(0, 3)
  const against = targets.length > 0 ? `${targets.slice(0, 2).join('・')}への` : ''
  if (by.length === 0) return `${against}${noun}`
  return against ? `${by.join('・')}による${against}${noun}` : `${by.join('・')}の${noun}`
}

/** The head with what is written together with it: 日米首脳会談. */
function nounOf(unit: Unit, head: Head): string {
  if (head.hit.form === 'verb') return head.hit.noun
  return unit.text.slice(head.start, head.hit.end).replace(/^[ー々]+/u, '') || head.hit.noun
}

/** What is announced, founded, enacted: the noun phrase before を or が of the verb, or the one that it stands before. */
function objectOf(unit: Unit, head: Head): string {
  if (head.kind !== 'verbal') return ''
  const before = unit.text.slice(Math.max(0, head.start - 30), head.start)
  const phrase = /(?<what>[一-龥々ァ-ヶーA-Za-z0-9「」・]{2,20})(?:を|が)$/u.exec(before)?.groups
    ?.what
  const behind = unit.text.slice(head.end, head.end + 30)
  const modified =
    /^(?:[しさ]れ?|られ)?(?:た|る|ている)[「『]?(?<what>[一-龥々ァ-ヶーA-Za-z0-9]{3,20})/u.exec(
      behind,
    )?.groups?.what
  const what = phrase ?? (head.relative ? modified : undefined) ?? ''
  return what.replace(/^[」・]+|[「・]+$/gu, '').replace(/[「」]/gu, '')
}

const clip = (title: string): string =>
  title.length > LONGEST ? `${title.slice(0, LONGEST - 1)}…` : title
