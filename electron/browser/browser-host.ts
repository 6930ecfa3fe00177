import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { jsonOf } from '../../shared/contract/bytes.ts'
import { isRequest } from '../../shared/contract/requests.ts'
import { AppError, type Envelope } from '../../shared/errors.ts'
import type { Application } from '../application.ts'
import type { Log } from '../log.ts'
import { type Page, securityHeaders } from '../page/page.ts'
import type { Sentences } from '../sentences.ts'
import { type Access, createAccess } from './access.ts'
import { streamEvents } from './event-stream.ts'
import { readInput } from './request-body.ts'

export type BrowserHostPorts = {
  readonly application: Pick<Application, 'answer' | 'onEvent'>
  readonly page: Page
  readonly sentences: Sentences
  readonly log: Log
}

export type BrowserHost = {
  /** With the token: whoever opens it is let in. */
  readonly address: string
  close(): Promise<void>
}

/** In milliseconds, once the host is told to close. */
const answerTime = 5_000

const statuses: Partial<Record<AppError['key'], number>> = {
  unreadableBody: 400,
  tokenMissing: 401,
  unknownAddress: 404,
  unknownRequest: 404,
  methodRefused: 405,
  bodyTooLarge: 413,
}

/** Serves the page and the application on 127.0.0.1. Port 0 takes any free one. */
export async function openBrowserHost(
  ports: BrowserHostPorts,
  { port, token }: { readonly port: number; readonly token: string },
): Promise<BrowserHost> {
  const server = createServer()
  await listen(server, port)
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const access = createAccess(host, token)
  const streams = new Set<ServerResponse>()
  server.on(
    'request',
    (request, response) => void answer({ ...ports, access, streams }, request, response),
  )
  return {
    address: `http://${host}/?token=${encodeURIComponent(token)}`,
    close: () => close(server, streams),
  }
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    await once(server.listen(port, '127.0.0.1'), 'listening')
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause)
    throw new AppError('in-use', 'portTaken', { values: { port, reason }, cause })
  }
}

/** Lets what has begun be answered; an event stream would hold the server open as long as its page. */
async function close(server: Server, streams: Iterable<ServerResponse>): Promise<void> {
  // Connections that become idle only now would be kept alive for the next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 20)
  const deadline = setTimeout(() => server.closeAllConnections(), answerTime)
  await new Promise<unknown>((resolve) => {
    server.close(resolve)
    for (const stream of streams) stream.end()
  })
  clearInterval(sweep)
  clearTimeout(deadline)
}

type Hosted = BrowserHostPorts & {
  readonly access: Access
  /** The event streams that are open. */
  readonly streams: Set<ServerResponse>
}

/** Never throws: whatever goes wrong is an envelope too. */
async function answer(
  hosted: Hosted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
  try {
    await route(hosted, request, response)
  } catch (error) {
    if (response.headersSent) return void response.destroy()
    if (!(error instanceof AppError)) hosted.log.error('the browser host failed', error)
    const [status, failure] =
      error instanceof AppError
        ? [statuses[error.key] ?? 403, hosted.sentences.failure(error)]
        : [500, hosted.sentences.unexpected()]
    send(response, status, { ok: false, failure })
  }
}

async function route(
  { application, page, access, streams }: Hosted,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? '', access.origin)
  if (!url) throw new AppError('not-found', 'unknownAddress')
  const proof = access.admit(request, url)
  const name = /^\/rpc\/([^/]+)$/.exec(url.pathname)?.[1]
  if (request.method !== (name === undefined ? 'GET' : 'POST'))
    throw new AppError('unknown-request', 'methodRefused', {
      values: { method: request.method ?? '' },
    })
  if (name !== undefined) {
    if (!isRequest(name))
      throw new AppError('unknown-request', 'unknownRequest', {
        values: { request: name.slice(0, 60) },
      })
    return send(response, 200, await application.answer(name, await readInput(request)))
  }
  if (proof === 'address') return redirect(response, url, access.cookie)
  if (url.pathname === '/events') {
    streams.add(response.once('close', () => streams.delete(response)))
    return streamEvents(response, application.onEvent)
  }
  const ifNoneMatch = request.headers['if-none-match']
  const part = await page({ url, ...(ifNoneMatch ? { ifNoneMatch } : {}) })
  if (!part) throw new AppError('not-found', 'unknownAddress')
  response.writeHead(part.status, Object.fromEntries(part.headers))
  if (part.body) await pipeline(Readable.fromWeb(part.body as WebStream), response)
  else response.end()
}

function send(response: ServerResponse, status: number, envelope: Envelope<unknown>): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(jsonOf(envelope))
}

/** To the same address without the token, which must not stay in the history or a bookmark. */
function redirect(response: ServerResponse, url: URL, cookie: string): void {
  url.searchParams.delete('token')
  response.writeHead(303, {
    location: `${url.pathname}${url.search}`,
    'set-cookie': cookie,
    'cache-control': 'no-store',
  })
  response.end()
}
