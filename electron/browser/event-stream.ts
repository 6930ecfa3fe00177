import type { ServerResponse } from 'node:http'
import type { RosterEvent } from '../../shared/contract/events.ts'

const heartbeat = 20_000

export type Events = (listener: (event: RosterEvent) => void) => () => void

/** Sends every event of the application until the page goes away. */
export function streamEvents(response: ServerResponse, onEvent: Events): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
  response.write('retry: 1000\n\n')
  const end = onEvent((event) => response.write(`data: ${JSON.stringify(event)}\n\n`))
  const beat = setInterval(() => response.write(': still here\n\n'), heartbeat)
  response.once('close', () => {
    clearInterval(beat)
    end()
  })
}
