import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildStale } from '../../../../electron/build.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const sources = join(import.meta.dirname, '..', '..', '..', '..', 'electron')
const withoutDisplay = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }

beforeAll(() => buildStale(['renderer']), 120_000)

function run(program: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(sources, program), ...args], {
    env: withoutDisplay,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  const said = Promise.all([text(child.stdout), text(child.stderr)])
  return { child, said, ended: once(child, 'close') }
}

/** The first thing it says, which a host says once it serves. */
async function addressOf({ stdout }: ChildProcess): Promise<URL> {
  if (!stdout) throw new Error('The host has no output.')
  const [line] = await once(stdout, 'data')
  return new URL(String(line).replace('Roster is at ', '').trim())
}

describe('npm run serve', () => {
  it('says one line, serves, and ends cleanly with its event streams open', async () => {
    const folder = await temporaryFolder()
    const host = run('serve.ts', '--data-dir', folder, '--port', '0', '--token', 'T')
    const address = await addressOf(host.child)
    const headers = { authorization: 'Bearer T' }
    const rpc = await fetch(new URL('/rpc/directoryStatus', address), {
      method: 'POST',
      headers,
      body: '{}',
    })
    expect(await rpc.json()).toMatchObject({ ok: true, value: { state: 'none' } })
    const page = await fetch(address.origin, { headers })
    expect(await page.text()).toContain('<div id="root">')
    const stream = await fetch(new URL('/events', address), { headers })
    expect(stream.headers.get('content-type')).toBe('text/event-stream')

    host.child.kill('SIGTERM')
    expect(await host.ended).toEqual([0, null])
    expect(await stream.text()).toContain('retry: 1000')
    expect(await host.said).toEqual([`Roster is at http://${address.host}/?token=T\n`, ''])
  })

  it('makes a token when it is given none', async () => {
    const host = run('serve.ts', '--data-dir', await temporaryFolder())
    expect((await addressOf(host.child)).searchParams.get('token')).toMatch(/^[\w-]{32}$/)
  })

  it('explains itself to a switch that it does not know', async () => {
    const host = run('serve.ts', '--verbose')
    expect(await host.ended).toEqual([2, null])
    expect(await host.said).toEqual(['', expect.stringContaining('Usage: npm run serve')])
  })

  it('says which folder it cannot use', async () => {
    const host = run('serve.ts', '--data-dir', join(sources, 'serve.ts', 'data'))
    expect(await host.ended).toEqual([1, null])
    expect((await host.said)[1]).toMatch(/^The data folder .*cannot be used/)
  })
})

describe('a host on an engine that lacks a part', () => {
  it('says which in one sentence, and opens nothing', async () => {
    const folder = await temporaryFolder()
    const limits = ['--permission', '--allow-fs-read=*', '--allow-fs-write=*', '--no-warnings']
    const child = spawn(
      process.execPath,
      [...limits, join(sources, 'serve.ts'), '--data-dir', folder],
      { env: withoutDisplay, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const said = Promise.all([text(child.stdout), text(child.stderr)])
    expect(await once(child, 'close')).toEqual([1, null])
    expect(await said).toEqual([
      '',
      expect.stringMatching(
        /^Nothing was opened or changed, as Argon2id.*install Roster again.*\n$/,
      ),
    ])
    expect(await readdir(folder)).toEqual([])
  })
})

describe.skipIf(process.platform !== 'linux')('npm start without a display', () => {
  it('says so in one sentence and serves the same folder to a browser', async () => {
    const folder = await temporaryFolder()
    const started = run('start.ts', '--data-dir', folder, '--token', 'T')
    const address = await addressOf(started.child)
    const answer = await fetch(new URL('/rpc/directoryStatus', address), {
      method: 'POST',
      headers: { authorization: 'Bearer T' },
      body: '{}',
    })
    expect(await answer.text()).toContain(folder)
    started.child.kill('SIGTERM')
    expect(await started.ended).toEqual([0, null])
    const [output, errors] = await started.said
    expect(output).toMatch(/^Roster is at http:\/\/127\.0\.0\.1:\d+\/\?token=T\n$/)
    expect(errors).toBe(
      'Roster opens in a browser instead of its own window: there is no display.\n',
    )
  })

  it('gives up when only the window will do', async () => {
    const started = run('start.ts', '--host', 'desktop')
    expect(await started.ended).toEqual([1, null])
    expect((await started.said)[1]).toBe('Roster cannot open its window: there is no display.\n')
  })
})
