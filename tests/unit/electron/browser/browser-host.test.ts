import { type IncomingHttpHeaders, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BrowserHost, openBrowserHost } from '../../../../electron/browser/browser-host.ts'
import type { Page } from '../../../../electron/page/page.ts'
import { Sentences } from '../../../../electron/sentences.ts'
import { formOf } from '../../../../shared/contract/bytes.ts'
import type { RosterEvent } from '../../../../shared/contract/events.ts'

type Asked = {
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
}
type Answered = {
  readonly status: number | undefined
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

const token = 'a token: %/+?&='
const bearer = { authorization: `Bearer ${token}` }
const megabyte = 2 ** 20

let host: BrowserHost
let port: number
let answered: { request: string; input: unknown }[]
let listeners: Set<(event: RosterEvent) => void>
let logged: unknown[]

const page: Page = async ({ url, ifNoneMatch }) => {
  if (url.pathname === '/broken') throw new Error('a bug')
  if (url.pathname !== '/') return null
  return new Response(`for ${ifNoneMatch}`, { headers: { 'content-type': 'text/html' } })
}

beforeEach(async () => {
  answered = []
  listeners = new Set()
  logged = []
  host = await openBrowserHost(
    {
      application: {
        answer: async (name, input) => {
          answered.push({ request: name, input })
          return { ok: true, value: {} }
        },
        onEvent: (listener) => {
          listeners.add(listener)
          return () => listeners.delete(listener)
        },
      },
      page,
      sentences: new Sentences(),
      log: { info: () => {}, error: (...what) => logged.push(what) },
    },
    { port: 0, token },
  )
  port = Number(new URL(host.address).port)
})

afterEach(() => host.close())

function ask(path: string, { method = 'GET', headers = bearer, body }: Asked = {}) {
  return new Promise<Answered>((resolve, reject) => {
    const asking = request({ host: '127.0.0.1', port, path, method, headers })
    asking.on('error', reject).on('response', async (response) => {
      const { statusCode: status, headers: given } = response
      resolve({ status, headers: given, body: await text(response) })
    })
    asking.end(body)
  })
}

const post = (name: string, body: string | Uint8Array, headers: Record<string, string> = {}) =>
  ask(`/rpc/${name}`, { method: 'POST', headers: { ...bearer, ...headers }, body })

const refused = (answer: Answered) => {
  const { ok, failure } = JSON.parse(answer.body)
  expect(ok).toBe(false)
  expect(failure.message).toMatch(/^[A-Z].*\.$/)
  return [answer.status, failure.code]
}

/** Sends a request as it is written and answers what has come back when `pattern` is in it. */
function untilAnswered(socket: Socket, pattern: RegExp) {
  return new Promise<string>((resolve, reject) => {
    let received = ''
    socket.on('error', reject).on('data', (chunk) => {
      received += chunk
      if (pattern.test(received)) resolve(received)
    })
  })
}

describe('who is let in', () => {
  it('is whoever has the token as a bearer', async () => {
    expect((await ask('/')).status).toBe(200)
  })

  it.each([
    {},
    { authorization: 'Bearer wrong' },
    { authorization: 'Bearer ' },
    { cookie: 'roster=' },
  ])('is nobody with %j', async (headers: Record<string, string>) => {
    for (const path of ['/', '/events', '/photos/ada'])
      expect(refused(await ask(path, { headers }))).toEqual([401, 'forbidden'])
    const answer = await ask('/rpc/whoAmI', { method: 'POST', headers, body: '{}' })
    expect(refused(answer)).toEqual([401, 'forbidden'])
    expect(answered).toEqual([])
  })

  it('is whoever opens the printed address, which is left for one without the token', async () => {
    const { pathname, search } = new URL(host.address)
    const opened = await ask(pathname + search, { headers: {} })
    expect([opened.status, opened.headers.location]).toEqual([303, '/'])
    const [cookie] = opened.headers['set-cookie'] ?? []
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/)
    const back = await ask('/', { headers: { cookie: `other=1; ${cookie?.split(';')[0]}` } })
    expect(back.status).toBe(200)
  })

  it('is nobody who asks under another host name', async () => {
    for (const name of ['evil.example', `localhost:${port}`, '127.0.0.1', `127.0.0.1:${port}.`])
      expect(refused(await ask('/', { headers: { ...bearer, host: name } }))).toEqual([
        403,
        'forbidden',
      ])
  })

  it('is no page of another origin, nor of another port', async () => {
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${port + 1}`]) {
      const answer = await post('whoAmI', '{}', { origin })
      expect(refused(answer)).toEqual([403, 'forbidden'])
    }
    expect(answered).toEqual([])
    expect((await post('whoAmI', '{}', { origin: `http://127.0.0.1:${port}` })).status).toBe(200)
  })

  it('is no other page whose browser sends no origin along', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const headers = { ...bearer, 'sec-fetch-site': site, 'sec-fetch-mode': 'no-cors' }
      expect(refused(await ask('/photos/ada', { headers }))).toEqual([403, 'forbidden'])
    }
    const link = { ...bearer, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect((await ask('/', { headers: link })).status).toBe(200)
  })

  it('asks this computer by its own address only', async () => {
    const socket = connect({ host: '127.0.0.2', port })
    await expect(untilAnswered(socket, /./)).rejects.toMatchObject({ code: expect.any(String) })
  })
})

describe('a request', () => {
  it('takes its input as JSON, bytes as base64', async () => {
    const answer = await post('setPhoto', '{"id":"1","image":{"$bytes":"/9g="}}')
    expect(JSON.parse(answer.body)).toEqual({ ok: true, value: {} })
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answered).toEqual([
      { request: 'setPhoto', input: { id: '1', image: new Uint8Array([0xff, 0xd8]) } },
    ])
  })

  it('takes a picture of 20 MB as a form', async () => {
    const image = new Uint8Array(20 * megabyte).fill(7)
    const form = new Response(formOf({ id: '1', image }))
    const type = form.headers.get('content-type') ?? ''
    const answer = await post('setPhoto', await form.bytes(), { 'content-type': type })
    expect(answer.status).toBe(200)
    const input = answered[0]?.input as { image: Uint8Array }
    expect(Buffer.compare(input.image, image)).toBe(0)
  })

  it.each(['', '{', '{"image":{"$bytes":"?"}}', '['.repeat(100_000)])(
    'is refused when its body is no JSON',
    async (body) => {
      expect(refused(await post('setPhoto', body))).toEqual([400, 'invalid-input'])
      expect(answered).toEqual([])
    },
  )

  it('is refused when its form is damaged', async () => {
    const type = 'multipart/form-data; boundary=x'
    for (const body of [
      '',
      '--x--',
      '--x\r\nContent-Disposition: form-data; name="input"\r\n\r\n{',
    ])
      expect(refused(await post('setPhoto', body, { 'content-type': type }))).toEqual([
        400,
        'invalid-input',
      ])
  })

  it('is refused when the contract does not name it', async () => {
    for (const name of ['dropTables', 'constructor', '__proto__', 'whoAmI%00'])
      expect(refused(await post(name, '{}'))).toEqual([404, 'unknown-request'])
  })

  it('is refused with another method', async () => {
    const tries = [
      await ask('/rpc/whoAmI'),
      await ask('/', { method: 'POST', body: '{}' }),
      await ask('/', { method: 'DELETE' }),
      await ask('/rpc/whoAmI', { method: 'PUT', body: '{}' }),
    ]
    expect(tries.map(refused)).toEqual(tries.map(() => [405, 'unknown-request']))
  })

  it('is refused at an address where nothing is', async () => {
    for (const path of ['/rpc', '/rpc/', '/secret', '//evil.example/', '/../etc/passwd']) {
      const [status] = refused(await ask(path))
      expect([403, 404]).toContain(status)
    }
  })

  it('is answered even when something unforeseen goes wrong', async () => {
    expect(refused(await ask('/broken'))).toEqual([500, 'unexpected'])
    expect(logged).toHaveLength(1)
  })
})

describe('a body of more than 25 MB', () => {
  const head = `POST /rpc/setPhoto HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nAuthorization: ${bearer.authorization}\r\n`
  const opening = (more: string) =>
    Buffer.from(`${head.replace('PORT', String(port))}${more}\r\n\r\n`)

  it('is refused before any of it arrives when it says how long it is', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(opening(`Content-Length: ${25 * megabyte + 1}`))
    expect(await untilAnswered(socket, /\}\}/)).toMatch(/^HTTP\/1.1 413 [\s\S]*"too-large"/)
    socket.destroy()
  })

  it('is refused while it is still being sent when it does not say', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(opening('Transfer-Encoding: chunked'))
    const chunk = Buffer.from(`100000\r\n${'x'.repeat(megabyte)}\r\n`)
    for (let sent = 0; sent < 26; sent++) socket.write(chunk)
    expect(await untilAnswered(socket, /\}\}/)).toMatch(/^HTTP\/1.1 413 [\s\S]*"too-large"/)
    socket.destroy()
    expect(answered).toEqual([])
  })

  it('is refused with an answer that the sender gets to read', async () => {
    const answer = await post('setPhoto', new Uint8Array(40 * megabyte))
    expect(refused(answer)).toEqual([413, 'too-large'])
  })

  it('begins after exactly 25 MB', async () => {
    const empty = '{"id":""}'
    const most = `{"id":"${'x'.repeat(25 * megabyte - empty.length)}"}`
    expect((await post('getUser', most)).status).toBe(200)
    expect((await post('getUser', `${most} `)).status).toBe(413)
  })
})

describe('the event stream', () => {
  it('brings what the application announces', async () => {
    const socket = connect(port, '127.0.0.1')
    socket.write(
      `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: ${bearer.authorization}\r\n\r\n`,
    )
    await untilAnswered(socket, /retry/)
    for (const listener of listeners) listener({ type: 'directory-changed', revision: 7 })
    const stream = await untilAnswered(socket, /directory/)
    expect(stream).toContain('data: {"type":"directory-changed","revision":7}\n\n')
    socket.destroy()
  })

  it('ends with the host and leaves no listener behind', async () => {
    const stream = ask('/events')
    while (listeners.size === 0) await new Promise(setImmediate)
    await host.close()
    expect((await stream).headers['content-type']).toBe('text/event-stream')
    expect(listeners.size).toBe(0)
  })
})

describe('the host', () => {
  it('passes on what the page asks for and says how safe it is to be treated', async () => {
    const answer = await ask('/', { headers: { ...bearer, 'if-none-match': '"abc"' } })
    expect(answer.body).toBe('for "abc"')
    expect(answer.headers).toMatchObject({
      'content-type': 'text/html',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    })
  })

  it('does not start on a port that is taken', async () => {
    const ports = {
      application: {
        answer: async () => ({ ok: true, value: 1 }) as const,
        onEvent: () => () => {},
      },
    }
    const second = openBrowserHost(
      { ...ports, page, sentences: new Sentences(), log: { info: () => {}, error: () => {} } },
      { port, token },
    )
    await expect(second).rejects.toMatchObject({ code: 'in-use', key: 'portTaken' })
  })
})
