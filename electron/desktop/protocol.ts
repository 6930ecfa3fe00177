import { protocol, type Session } from 'electron'
import type { Log } from '../log.ts'
import { type Page, securityHeaders } from '../page/page.ts'
import { isPageAddress, scheme } from './page-address.ts'

/** Makes the page's scheme as good as https. Only before the app is ready. */
export function registerScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }])
}

export function servePage(session: Session, page: Page, log: Log): void {
  session.protocol.handle(scheme, async ({ method, url, headers }) => {
    if (method !== 'GET') return refusal(405)
    if (!isPageAddress(url)) return refusal(404)
    try {
      const part = await page({ url: new URL(url), ifNoneMatch: headers.get('if-none-match') })
      return part ?? refusal(404)
    } catch (error) {
      log.error('the page could not be served', error)
      return refusal(500)
    }
  })
}

const refusal = (status: number) => new Response(null, { status, headers: securityHeaders })
