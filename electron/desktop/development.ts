import type { Page } from '../page/page.ts'
import type { Exception } from './security.ts'

/** Shows the page as the development server has it, under the page's own address. */
export function developmentPage(server: string, built: Page): Page {
  return async (request) => {
    const { pathname, search } = request.url
    if (pathname.startsWith('/photos/')) return built(request)
    return fetch(new URL(pathname + search, server))
  }
}

/** The development server tells the page over a socket when to load a changed module. */
export const developmentException =
  (server: string): Exception =>
  ({ protocol, host }) =>
    protocol === 'devtools:' || (protocol === 'ws:' && host === new URL(server).host)
