/** From message to reply: sender and request are checked, an answer always comes. */
import * as v from 'valibot'
import browser, { type Runtime } from 'webextension-polyfill'
import { toFailure } from '../../lib/db/failure'
import {
  type Answers,
  type Failure,
  type Reply,
  type RequestName,
  requests,
} from '../../lib/messages'
import { type Asker, askerOf, mayAsk } from './asker'

export type Handler<N extends RequestName> = (
  request: v.InferOutput<(typeof requests)[N]>,
  asker: Asker,
) => Promise<Answers[N]>
export type Handlers = { [N in RequestName]: Handler<N> }

/** A request that cannot be done, in the terms of the messages. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly failure: Failure) {
    super(`${failure.code}: ${failure.detail}`)
  }
}

/** Milliseconds after which a surface is told that nothing came, so that none waits for ever. */
const PATIENCE = 30_000
/** What waits for the reader and the network, both slow. */
const SLOW: Partial<Record<RequestName, number>> = { 'keep-pictures': 280_000 }

const Envelope = v.object({
  name: v.picklist(Object.keys(requests) as [RequestName, ...RequestName[]]),
  request: v.unknown(),
})

const refuse = (code: Failure['code'], detail: string) => ({
  ok: false as const,
  error: { code, detail },
})

/** Answers every message of ours; leaves what is not ours to others. */
export function listen(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const envelope = v.safeParse(Envelope, message)
    if (!envelope.success) return undefined
    const asker = askerOf(sender)
    if (!asker || !mayAsk(asker, envelope.output.name))
      return Promise.resolve(refuse('bad-request', 'not from here'))
    return answer(handlers, envelope.output.name, envelope.output.request, asker)
  })
}

async function answer<N extends RequestName>(
  handlers: Handlers,
  name: N,
  request: unknown,
  asker: Asker,
): Promise<Reply<N>> {
  const parsed = v.safeParse(requests[name], request)
  if (!parsed.success)
    return refuse('bad-request', parsed.issues.map((issue) => issue.message).join('; '))
  let late: ReturnType<typeof setTimeout> | undefined
  try {
    const handler = handlers[name] as (request: unknown, asker: Asker) => Promise<Answers[N]>
    const lateness = new Promise<never>((_, reject) => {
      late = setTimeout(
        () => reject(new Refused({ code: 'not-ready', detail: `${name}: no answer in time` })),
        SLOW[name] ?? PATIENCE,
      )
    })
    return { ok: true, answer: await Promise.race([handler(parsed.output, asker), lateness]) }
  } catch (error) {
    return { ok: false, error: error instanceof Refused ? error.failure : toFailure(error) }
  } finally {
    clearTimeout(late)
  }
}
