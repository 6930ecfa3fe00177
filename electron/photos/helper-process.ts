import type { PhotoRequest } from './helper-messages.ts'

/** A running photo helper, however the host started it. */
export interface HelperProcess {
  /** Bytes are copied on the way; a helper that is gone takes no notice. Never throws. */
  send(request: PhotoRequest): void

  /** Called with each message as it came: the helper has read untrusted pictures and is not trusted. */
  onMessage(listener: (message: unknown) => void): void

  /** Called once, however the process ended, also when it could not be started. */
  onExit(listener: () => void): void

  /** Ends it at once, even in the middle of a picture. */
  kill(): void
}
