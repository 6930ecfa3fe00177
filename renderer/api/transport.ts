import type { RosterEvent } from '../../shared/contract/events.ts'
import type { Request } from '../../shared/contract/requests.ts'
import type { Envelope } from '../../shared/errors.ts'

/** Carries requests to the application and its events back, whichever host runs it. */
export interface Transport {
  send(request: Request, input: unknown): Promise<Envelope<unknown>>
  /** `listener` also hears `reconnected` when events may have been missed. */
  onEvent(listener: (event: RosterEvent | { readonly type: 'reconnected' }) => void): () => void
}
