import { type Clearing, clearIfHeld } from '../../shared/clipboard.ts'
import type { Client } from '../../shared/contract/contract.ts'

/** In milliseconds; long enough to paste it, short enough not to be pasted by mistake. */
export const clearedAfter = 30_000

let waiting: ReturnType<typeof setTimeout> | undefined

/**
 * Copies a secret and, after a while, takes it off the clipboard again; `tell` hears what became of it.
 * Goes on when whoever asked is no longer shown.
 */
export async function copySecret(
  api: Client,
  text: string,
  tell: (clearing: Clearing) => void,
): Promise<void> {
  await navigator.clipboard.writeText(text)
  clearTimeout(waiting)
  waiting = setTimeout(() => void clear(api, text).then(tell), clearedAfter)
}

/** By the host where it can, because the page may only look while it has the focus. */
async function clear(api: Client, text: string): Promise<Clearing> {
  try {
    const { clearing } = await api.clearCopied({ text })
    if (clearing !== 'unreadable' || !(await mayRead())) return clearing
    await focused()
    return await clearIfHeld(navigator.clipboard, text)
  } catch {
    return 'unreadable'
  }
}

/** Whether the page may look without a question that nobody would expect by now. */
async function mayRead(): Promise<boolean> {
  const { state } = await navigator.permissions.query({ name: 'clipboard-read' as PermissionName })
  return state === 'granted'
}

const focused = () =>
  new Promise<unknown>((resolve) => {
    if (document.hasFocus()) resolve(null)
    else window.addEventListener('focus', resolve, { once: true })
  })
