import { randomBytes } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { contentSecurityPolicy } from './content-security-policy.ts'

export type PhotoOf = (
  userId: string,
  size: number,
) => Promise<{ readonly bytes: Uint8Array; readonly hash: string } | null>

/** The answers that are worked out anew each time. */
export type LiveParts = {
  readonly photoOf: PhotoOf
  /** An archive of the directory's files; null for whoever may not have it. */
  readonly copyOfStore: () => AsyncIterable<Uint8Array> | null
}

/** What a host is asked for: an address, and the hash of the photo that the asker already has. */
export type PageRequest = { readonly url: URL; readonly ifNoneMatch?: string | null }

/** Answers a request for the page or a part of it; null when there is no such thing. */
export type Page = (request: PageRequest) => Promise<Response | null>

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const photoSize = /^[1-9]\d{0,3}$/
/** Where a copy of the directory's files is saved from. */
export const copyPath = '/copy'
const photoPath = /^\/photos\/([^/]+)$/
const noncePlace = 'name="csp-nonce" content=""'

/** Headers of everything either host answers. */
export const securityHeaders = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const

/**
 * The built page in `folder` and the photos of users, the same for both hosts. Only the files that
 * are there now are ever served, by a fixed map, so no path can lead out of the folder.
 */
export async function openPage(folder: string, { photoOf, copyOfStore }: LiveParts): Promise<Page> {
  const files = await filesIn(folder)
  return async ({ url, ifNoneMatch = null }) => {
    if (url.pathname === '/') return pageWithNonce(join(folder, 'index.html'))
    const file = files.get(url.pathname)
    if (file)
      return answer(await readFile(file), typeOf(file), 'public, max-age=31536000, immutable')
    if (url.pathname === copyPath) return archive(copyOfStore())
    const userId = photoPath.exec(url.pathname)?.[1]
    const size = url.searchParams.get('size') ?? '96'
    if (!userId || !photoSize.test(size)) return null
    return photo(await photoOf(decoded(userId), Number(size)), ifNoneMatch)
  }
}

/**
 * Every built file but the page itself, by the path it is asked for under. Folder by folder, because
 * Electron's archives do not know all that Node's own `readdir` does.
 */
async function filesIn(folder: string, path = ''): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const [file, under] = [join(folder, entry.name), `${path}/${entry.name}`]
    if (entry.isDirectory())
      for (const [deeper, held] of await filesIn(file, under)) found.set(deeper, held)
    else if (extname(file) !== '.html' && extname(file) in contentTypes) found.set(under, file)
  }
  return found
}

async function pageWithNonce(file: string): Promise<Response> {
  const html = await readFile(file, 'utf8')
  if (!html.includes(noncePlace)) throw new Error(`${file} has no place for the nonce.`)
  const nonce = randomBytes(16).toString('base64')
  const response = answer(
    html.replace(noncePlace, `name="csp-nonce" content="${nonce}"`),
    typeOf(file),
    'no-store',
  )
  response.headers.set('content-security-policy', contentSecurityPolicy(nonce))
  return response
}

function photo(found: Awaited<ReturnType<PhotoOf>>, ifNoneMatch: string | null): Response | null {
  if (!found) return null
  const etag = `"${found.hash}"`
  const response =
    ifNoneMatch === etag
      ? new Response(null, { status: 304, headers: securityHeaders })
      : answer(found.bytes, 'image/jpeg', 'private, no-cache')
  response.headers.set('etag', etag)
  return response
}

function archive(parts: AsyncIterable<Uint8Array> | null): Response | null {
  if (!parts) return null
  const day = new Date().toISOString().slice(0, 10)
  return new Response(ReadableStream.from(parts), {
    headers: {
      ...securityHeaders,
      'content-type': 'application/x-tar',
      'content-disposition': `attachment; filename="roster-${day}.tar"`,
      'cache-control': 'no-store',
    },
  })
}

function answer(body: string | Uint8Array, type: string, cache: string): Response {
  return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
    headers: { ...securityHeaders, 'content-type': type, 'cache-control': cache },
  })
}

const typeOf = (file: string) => contentTypes[extname(file)] ?? 'application/octet-stream'

/** A user's id as it was before it became a part of an address. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
