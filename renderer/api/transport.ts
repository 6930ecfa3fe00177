import type { RosterEvent } from '../../shared/contract/events.ts'
import type { Request } from '../../shared/contract/requests.ts'
import type { Envelope } from '../../shared/errors.ts'

/** What the page hears: the application's events, and `reconnected` when some may have been missed. */
export type Announced = RosterEvent | { readonly type: 'reconnected' }

/** Carries requests to the application and its events back, whichever host runs it. */
export interface Transport {
  send(request: Request, input: unknown): Promise<Envelope<unknown>>
  onEvent(listener: (event: Announced) => void): () => void
}
