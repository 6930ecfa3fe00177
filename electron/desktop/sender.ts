import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { pageOrigin } from './page-address.ts'

/**
 * Whether the page in our own window asks: no other window, no frame in it, no other address.
 * To be called before anything is awaited: the frame is gone once it navigates.
 */
export function isOwnPage(event: IpcMainInvokeEvent, own: WebContents): boolean {
  const frame = event.senderFrame
  if (event.sender !== own || frame === null) return false
  return frame.parent === null && frame.origin === pageOrigin
}
