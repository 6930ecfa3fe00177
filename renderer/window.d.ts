import type { RosterEvent } from '../shared/contract/events.ts'
import type { Request } from '../shared/contract/requests.ts'
import type { Envelope } from '../shared/errors.ts'

type Bridge = { readonly [R in Request]: (input: unknown) => Promise<Envelope<unknown>> } & {
  onEvent(listener: (event: RosterEvent) => void): () => void
}

declare global {
  interface Window {
    /** What the preload exposes; missing in the browser host. */
    readonly roster?: Bridge
  }
}
