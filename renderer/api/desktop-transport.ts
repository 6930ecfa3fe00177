import type { Transport } from './transport.ts'

export function desktopTransport(bridge: NonNullable<Window['roster']>): Transport {
  return {
    send: (request, input) => bridge[request](input),
    onEvent: (listener) => bridge.onEvent(listener),
  }
}
