import type { App, Session, WebContents } from 'electron'
import { copyPath } from '../page/page.ts'
import { isPageAddress, pageOrigin } from './page-address.ts'

/** What may be loaded besides the page itself, in development only. */
export type Exception = (url: URL) => boolean

/** Nothing but the page is ever loaded, and it is granted nothing but writing to the clipboard. */
export function secureSession(session: Session, exception: Exception): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl }) =>
    answer(isGranted(permission, requestingUrl)),
  )
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isGranted(permission, origin),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler(null)
  session.webRequest.onBeforeRequest(({ url }, answer) =>
    answer({ cancel: !mayLoad(url, exception) }),
  )
  session.on('will-download', (event, item) => {
    if (!isOwnFile(item.getURL())) event.preventDefault()
  })
  // Chromium would fetch its dictionaries from the network.
  session.setSpellCheckerEnabled(false)
}

/** Keeps every window on the page: no navigation, no further windows, no embedded ones. */
export function secureContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    forbidNavigation(contents)
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
    contents.on('will-attach-webview', (event) => event.preventDefault())
  })
}

function forbidNavigation(contents: WebContents): void {
  const stay = (event: { readonly url: string; preventDefault(): void }) => {
    if (!isPageAddress(event.url)) event.preventDefault()
  }
  contents.on('will-navigate', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-redirect', stay)
}

const isGranted = (permission: string, origin: string) =>
  permission === 'clipboard-sanitized-write' && isPageAddress(origin)

const isOwnBlob = (address: string) => address.startsWith(`blob:${pageOrigin}/`)

/** What the page made, or the copy that the application makes of the directory's files. */
const isOwnFile = (address: string) => isOwnBlob(address) || address === `${pageOrigin}${copyPath}`

function mayLoad(address: string, exception: Exception): boolean {
  if (isPageAddress(address) || isOwnBlob(address)) return true
  const url = URL.parse(address)
  return url !== null && exception(url)
}
