import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { AppError } from '../../shared/errors.ts'

/** How a request proved itself: by what every request carries, or by the address it was opened with. */
export type Proof = 'carried' | 'address'

/**
 * Admits only requests of Roster's own page and of whoever holds the token.
 *
 * The Host is checked against DNS rebinding. The Origin and Sec-Fetch-Site keep other pages out,
 * those of other ports of this computer too: to a cookie, all ports are the same site.
 */
export function createAccess(host: string, token: string) {
  const origin = `http://${host}`
  const cookieName = `roster-${host.split(':').at(-1)}`
  const expected = digest(token)
  const matches = (given: string | null | undefined) =>
    typeof given === 'string' && timingSafeEqual(digest(given), expected)

  return {
    origin,

    /** What a browser keeps, so that the token need not stay in the address. */
    cookie: `${cookieName}=${encodeURIComponent(token)}; Path=/; HttpOnly; SameSite=Strict`,

    /** Throws `forbidden` for everything else. */
    admit({ headers }: IncomingMessage, url: URL): Proof {
      if (headers.host !== host || url.origin !== origin) throw foreign()
      if (headers.origin !== undefined && headers.origin !== origin) throw foreign()
      const site = headers['sec-fetch-site'] ?? 'none'
      const opened = headers['sec-fetch-mode'] === 'navigate'
      if (site !== 'none' && site !== 'same-origin' && !opened) throw foreign()
      if (matches(bearer(headers.authorization)) || matches(cookie(headers.cookie, cookieName)))
        return 'carried'
      if (matches(url.searchParams.get('token'))) return 'address'
      throw new AppError('forbidden', 'tokenMissing')
    },
  }
}

export type Access = ReturnType<typeof createAccess>

const foreign = () => new AppError('forbidden', 'foreignSender')

// Digests have one length, which timingSafeEqual needs, and tell nothing of the token's.
const digest = (text: string) => createHash('sha256').update(text).digest()

const bearer = (header: string | undefined) => /^Bearer (.+)$/i.exec(header ?? '')?.[1]

function cookie(header: string | undefined, name: string): string | undefined {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim())
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1)
  try {
    return value === undefined ? undefined : decodeURIComponent(value)
  } catch {
    return undefined
  }
}
