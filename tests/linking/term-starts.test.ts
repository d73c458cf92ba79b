import { expect, it } from 'vitest'
import { termStarts } from '../../lib/linking/record/term-starts'

const tenure = (from: string, to: string | null = null) => ({
  office: 'office.jp.example',
  from,
  to,
  acting: false,
})

it('takes a start known to the month for the day on which the predecessor left', () => {
  expect(termStarts([tenure('2001-02-03', '2004-05-12'), tenure('2004-05')])[1]).toBe('2004-05-12')
})

it('takes the last day of the month where a gap lies before it', () => {
  expect(termStarts([tenure('2001-02-03', '2004-03-12'), tenure('2004-05')])[1]).toBe('2004-05-31')
})

it('leaves a whole date, a first holder and a change within one month as they are', () => {
  expect(termStarts([tenure('2004-05')])).toEqual(['2004-05-01'])
  expect(termStarts([tenure('2001', '2004-05'), tenure('2004-05')])[1]).toBe('2004-05-01')
  expect(termStarts([tenure('2001', '2004-03'), tenure('2004-05-20')])[1]).toBe('2004-05-20')
})
