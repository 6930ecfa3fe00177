import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import { channelOf, requests } from '../../shared/contract/requests.ts'
import type { Envelope } from '../../shared/errors.ts'
import type { Dispatch } from '../ipc/dispatch.ts'

export type Router = {
  readonly answer: Dispatch
  /** What someone else's request is answered. */
  readonly refusal: Envelope<never>
  isOwnPage(event: IpcMainInvokeEvent): boolean
}

/** Listens for every request of the contract and for nothing else. */
export function routeRequests({ answer, refusal, isOwnPage }: Router): void {
  // electron-store opens a channel that tells any frame where the data folder is.
  ipcMain.removeAllListeners('electron-store-get-data')
  for (const request of requests)
    ipcMain.handle(channelOf(request), (event, input: unknown) =>
      isOwnPage(event) ? answer(request, input) : refusal,
    )
}
