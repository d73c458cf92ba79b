/** Towns that a text calls with their prefecture: 沖縄県|名護市. Later in it 名護市 is one too. */

import type { Reading } from '../read/reading'
import type { Tables } from '../record/tables'

const PREFECTURE = new Set('都道府県')
const TOWN =
  /^(?!市町村|[^市町村区]?内|各|全|下|同|側)[\p{sc=Han}\p{sc=Kana}々]{1,5}?[市町村区](?![長議民立営外街道村場部局内]|会議)/u

/** The name of a town with which a run of letters begins. */
export const townAt = (run: string): string | undefined => TOWN.exec(run)?.[0]

/** A town where a text calls it with its prefecture. */
export interface Town {
  /** Folded offset. */
  readonly start: number
  readonly name: string
}

/** Towns behind their prefecture in a block, in order. */
export function townsIn(reading: Reading, tables: Tables): readonly Town[] {
  const towns: Town[] = []
  for (const { end, form } of reading.hits) {
    if (!PREFECTURE.has(reading.text.charAt(end - 1))) continue
    if (!tables.namedOf(form).some(({ thing }) => thing.kind === 'place')) continue
    const name = townAt(reading.text.slice(end, end + 7))
    if (name) towns.push({ start: end, name })
  }
  return towns
}
