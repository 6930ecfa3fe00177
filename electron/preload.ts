import { contextBridge, ipcRenderer } from 'electron'
import { channelOf, eventChannel, type Request, requests } from '../shared/contract/requests.ts'

const ask = (request: Request) => (input: unknown) => ipcRenderer.invoke(channelOf(request), input)

/** Electron's own event stays here: it leads to everything that the page must not reach. */
function onEvent(listener: (event: unknown) => void): () => void {
  const pass = (_event: unknown, event: unknown) => listener(event)
  ipcRenderer.on(eventChannel, pass)
  return () => {
    ipcRenderer.off(eventChannel, pass)
  }
}

const bridge = Object.fromEntries(requests.map((request) => [request, ask(request)]))

contextBridge.exposeInMainWorld('roster', Object.freeze({ ...bridge, onEvent }))
