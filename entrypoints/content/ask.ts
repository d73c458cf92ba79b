/** Messages of the content script, without the polyfill: both browsers promise in MV3. */
import { browser } from 'wxt/browser'
import type { Answers, Reply, Request, RequestName } from '../../lib/messages'

/** False once the extension was updated or removed under us: then every call of its throws. */
export const alive = (): boolean => browser.runtime?.id !== undefined

/** @throws Error where the background refuses or is gone */
export async function ask<N extends RequestName>(
  name: N,
  request: Request<N>,
): Promise<Answers[N]> {
  const reply = (await browser.runtime.sendMessage({ name, request })) as Reply<N> | undefined
  if (!reply?.ok)
    throw new Error(reply ? `${reply.error.code}: ${reply.error.detail}` : 'no answer')
  return reply.answer
}
