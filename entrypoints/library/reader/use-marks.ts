/** The marks of a saved article: found anew with today's glossary, as of the article's own date. */
import { useEffect, useMemo, useReducer, useState } from 'preact/hooks'
import { listCorrections } from '../../../lib/archive/corrections'
import type { Revision } from '../../../lib/archive/schema'
import type { Document } from '../../../lib/article/document'
import type { Mention } from '../../../lib/linking/mention'
import { planPainting } from '../../../lib/page/painting-plan'
import { sectionsOf } from '../../../lib/page/sections'
import type { PlannedMark } from '../../../lib/page-marks'
import { send } from '../../../lib/send'
import type { Settings } from '../../../lib/settings'
import { db } from '../database'

interface ReaderWishes {
  settings: Pick<Settings, 'marks' | 'basic' | 'dwell'>
  followed: ReadonlySet<string>
  known: ReadonlySet<string>
}

async function readWishes(): Promise<ReaderWishes> {
  const [settings, follows, corrections] = await Promise.all([
    send('settings', {}),
    db.follows.toArray(),
    listCorrections(db),
  ])
  return {
    settings,
    followed: new Set(
      follows.flatMap(({ target }) => (target.type === 'entity' ? [target.entity] : [])),
    ),
    known: new Set(corrections.flatMap((one) => (one.type === 'known' ? [one.entity] : []))),
  }
}

export interface Marks {
  byBlock: ReadonlyMap<string, PlannedMark[]>
  /** Rest of the pointer before a card opens, in ms. */
  dwell: number
  /** To be called when a correction or a follow changed what is marked. */
  again: () => void
}

export function useMarks(document: Document, revision: Revision): Marks {
  const [turn, again] = useReducer((n: number) => n + 1, 0)
  const [mentions, setMentions] = useState<readonly Mention[]>(revision.mentions)
  const [wishes, setWishes] = useState<ReaderWishes | null>(null)
  useEffect(() => {
    let late = false
    // What was found when it was saved stands until, and unless, the background answers.
    setMentions(revision.mentions)
    send('annotate', { document }).then(
      (answer) => !late && setMentions(answer.mentions),
      () => undefined,
    )
    readWishes().then(
      (read) => !late && setWishes(read),
      () => undefined,
    )
    return () => {
      late = true
    }
  }, [document, revision, turn])
  const byBlock = useMemo(() => {
    const options = {
      marks: wishes?.settings.marks ?? 'first',
      basic: wishes?.settings.basic ?? false,
      followed: wishes?.followed ?? new Set<string>(),
      known: wishes?.known ?? new Set<string>(),
    }
    const map = new Map<string, PlannedMark[]>()
    for (const plan of planPainting(mentions, sectionsOf(document.blocks), options)) {
      const list = map.get(plan.mention.block)
      if (list) list.push(plan)
      else map.set(plan.mention.block, [plan])
    }
    return map
  }, [mentions, wishes, document])
  return { byBlock, dwell: wishes?.settings.dwell ?? 300, again: () => again(undefined) }
}
