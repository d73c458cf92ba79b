/** Kills browsers while they merge, bin, restore and purge, a note being typed all the while. */
import { emptyResult, type KillResult, killDuring, type Round } from './kill-round'

const differ = (what: string, is: readonly string[], was: readonly string[]): string[] =>
  is.length === was.length && is.every((one, at) => one === was[at])
    ? []
    : [
        `${what}: ${is.filter((one) => !was.includes(one)).slice(0, 3)} instead of ${was.filter((one) => !is.includes(one)).slice(0, 3)}`,
      ]

interface Merged {
  found: string[]
  kept: string[]
  refused: number
}

/** Another reader's file into an archive with texts and notes of its own; as if nothing had happened. */
export async function killMerges(round: Round, count: number): Promise<KillResult> {
  const result = emptyResult()
  if (count === 0) return result
  const { driver } = round
  const maker = await round.start()
  await maker.call('makeMergeFile')
  await maker.call('prepareMerge', 'merge-whole')
  const started = Date.now()
  const whole = (await maker.call('merge', 'merge-whole', null, true)) as Merged
  const usual = Date.now() - started
  result.problems.push(...whole.found)
  await maker.kill()
  let typed = false
  for (let i = 0; i < count; i++) {
    const name = `merge-${i}`
    driver.typed = null
    const doomed = await round.start()
    await doomed.call('prepareMerge', name)
    const work = doomed.call('merge', name, null, false)
    if (await killDuring(driver, doomed, work, usual, round.chance)) result.during++
    result.kills++
    typed ||= driver.typed !== null
    const next = await round.start()
    const done = (await next.call('merge', name, driver.typed, true)) as Merged
    result.problems.push(...done.found, ...differ(`merge ${i}`, done.kept, whole.kept))
    if (done.refused > 0) result.problems.push(`merge ${i}: ${done.refused} refused`)
    result.acknowledged += done.kept.length
    result.browser = next.version
    await next.kill()
  }
  if (!typed) result.problems.push('no note was kept in all this time')
  round.say(`merges: ${result.kills} kills`)
  return result
}

/** Into the bin, out of it and for good. */
export async function killBins(round: Round, count: number): Promise<KillResult> {
  const result = emptyResult()
  if (count === 0) return result
  const { driver } = round
  driver.typed = null
  const maker = await round.start()
  const before = (await maker.call('prepareBin', 'bins')) as string[]
  await maker.kill()
  for (let i = 0; i < count; i++) {
    const doomed = await round.start()
    if (await killDuring(driver, doomed, doomed.call('bin', 'bins'), 1_500, round.chance))
      result.during++
    result.kills++
    const next = await round.start()
    const { found, kept } = (await next.call('lookBin', 'bins', driver.typed)) as Merged
    result.problems.push(...found, ...differ(`bin ${i}`, kept, before))
    result.acknowledged += kept.length
    result.browser = next.version
    await next.kill()
  }
  if (driver.typed === null) result.problems.push('no note was kept in all this time')
  round.say(`bins: ${result.kills} kills`)
  return result
}
