/**
 * Sends a message to the background and takes the answer out of its wrapping. Without the polyfill,
 * which would weigh more than what a page bears: both browsers promise in MV3.
 */
import { browser } from 'wxt/browser'
import type { Answers, Failure, Reply, Request, RequestName } from './messages'

/** A request that the background refused or could not do. */
export class RequestFailed extends Error {
  override name = 'RequestFailed'
  constructor(readonly failure: Failure) {
    super(`${failure.code}: ${failure.detail}`)
  }
}

/**
 * Asks the background.
 * @throws RequestFailed where the background says no; the browser's own error where it is gone
 * (an orphaned content script after an update).
 */
export async function send<N extends RequestName>(
  name: N,
  request: Request<N>,
): Promise<Answers[N]> {
  const reply = (await browser.runtime.sendMessage({ name, request })) as Reply<N> | undefined
  if (!reply) throw new RequestFailed({ code: 'not-ready', detail: 'no answer' })
  if (!reply.ok) throw new RequestFailed(reply.error)
  return reply.answer
}
