import { formOf, holdsBytes, valueOfJson } from '../../shared/contract/bytes.ts'
import { eventSchema } from '../../shared/contract/events.ts'
import type { Envelope } from '../../shared/errors.ts'
import type { Transport } from './transport.ts'

/** Speaks HTTP to the browser host that served the page. */
export function browserTransport(unreachable: () => string): Transport {
  return {
    async send(request, input) {
      try {
        const answer = await fetch(`/rpc/${request}`, { method: 'POST', ...bodyOf(input) })
        return envelopeOf(await answer.text())
      } catch {
        return { ok: false, failure: { code: 'unreachable', message: unreachable() } }
      }
    },
    onEvent(listener) {
      const events = new EventSource('/events')
      let lost = false
      events.onerror = () => {
        lost = true
      }
      events.onopen = () => {
        if (lost) listener({ type: 'reconnected' })
        lost = false
      }
      events.onmessage = ({ data }) => {
        const event = eventSchema.safeParse(JSON.parse(String(data)))
        if (event.success) listener(event.data)
      }
      return () => events.close()
    },
  }
}

function bodyOf(input: unknown): Pick<RequestInit, 'body' | 'headers'> {
  if (holdsBytes(input)) return { body: formOf(input) }
  return { body: JSON.stringify(input), headers: { 'content-type': 'application/json' } }
}

/** Few answers hold bytes, and JSON is read more slowly where they are looked for. */
const envelopeOf = (json: string): Envelope<unknown> =>
  json.includes('{"$bytes":"') ? (valueOfJson(json) as Envelope<unknown>) : JSON.parse(json)
