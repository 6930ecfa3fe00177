import type { Dispatch } from './ipc/dispatch.ts'

/** Answers as `answer` does, and runs something once the first list has been answered: nothing of the start waits for it. */
export function afterFirstRows(answer: Dispatch, run: () => void): Dispatch {
  let waiting = true
  return async (request, input) => {
    const envelope = await answer(request, input)
    if (waiting && request === 'listUsers' && envelope.ok) {
      waiting = false
      setImmediate(run)
    }
    return envelope
  }
}
