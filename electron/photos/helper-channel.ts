/** The helper's end of the line to the application. */
export interface HelperChannel {
  send(message: object): void
  onMessage(listener: (message: unknown) => void): void
}

/** What Electron gives a utility process. Described here because the helper imports no Electron. */
type ParentPort = {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** Opens the line that this process was started with: Electron's port, or Node's. */
export function openHelperChannel(): HelperChannel {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  return isParentPort(parentPort) ? electronChannel(parentPort) : nodeChannel()
}

function electronChannel(port: ParentPort): HelperChannel {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
  }
}

function nodeChannel(): HelperChannel {
  // Nobody waits for an answer any more when the application is gone.
  process.on('disconnect', () => process.exit(0))
  return {
    send: (message) => {
      // A failure to send means the same, and the event above follows.
      process.send?.(message, undefined, undefined, () => {})
    },
    onMessage: (listener) => {
      process.on('message', listener)
    },
  }
}

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value
}
