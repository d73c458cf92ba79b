import { describe, expect, it } from 'vitest'
import { revisionSentences, sentenceDiff } from '../../entrypoints/library/reader/sentence-diff'

const paragraph = (text: string) => ({ kind: 'paragraph' as const, id: text, runs: [{ text }] })

describe('two revisions side by side', () => {
  it('are compared by sentence, the headline among them', () => {
    const before = revisionSentences('見出し', [paragraph('甲は来た。乙は去った。')])
    const after = revisionSentences('見出し', [paragraph('甲は来た。乙は残った。丙が加わった。')])
    expect(sentenceDiff(before, after)).toEqual([
      { change: 'same', old: ['見出し', '甲は来た。'], new: ['見出し', '甲は来た。'] },
      { change: 'changed', old: ['乙は去った。'], new: ['乙は残った。', '丙が加わった。'] },
    ])
  })

  it('tell what was only added or only taken away', () => {
    expect(sentenceDiff(['一。'], ['一。', '二。']).at(-1)).toMatchObject({ change: 'added' })
    expect(sentenceDiff(['一。', '二。'], ['二。'])[0]).toMatchObject({ change: 'removed' })
  })
})
