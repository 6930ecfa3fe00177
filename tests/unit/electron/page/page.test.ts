import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage, type Page } from '../../../../electron/page/page.ts'

const photo = { bytes: new Uint8Array([0xff, 0xd8, 0xff]), hash: 'abc' }
const asked: [string, number][] = []
let copy: AsyncIterable<Uint8Array> | null = null
let parent: string
let page: Page

const ask = (path: string, ifNoneMatch?: string) =>
  page({ url: new URL(`roster://app${path}`), ...(ifNoneMatch ? { ifNoneMatch } : {}) })

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'roster-page-'))
  const folder = join(parent, 'built')
  await mkdir(join(folder, 'assets'), { recursive: true })
  await writeFile(join(parent, 'secret.js'), 'secret')
  await writeFile(join(folder, 'index.html'), '<meta name="csp-nonce" content="" />')
  await writeFile(join(folder, 'assets', 'main-1.js'), 'run()')
  await writeFile(join(folder, 'assets', 'notes.exe'), 'MZ')
  page = await openPage(folder, {
    photoOf: async (userId, size) => {
      asked.push([userId, size])
      return userId === 'ada' || userId === 'a/b' ? photo : null
    },
    copyOfStore: () => copy,
  })
})

afterAll(() => rm(parent, { recursive: true }))

describe('the page', () => {
  it('carries the nonce of its policy, a fresh one at each load', async () => {
    const loads = await Promise.all([ask('/'), ask('/')])
    const nonces = await Promise.all(
      loads.map(async (load) => {
        const policy = load?.headers.get('content-security-policy') ?? ''
        const inHeader = /style-src 'self' 'nonce-([^']+)'/.exec(policy)?.[1]
        const inPage = /name="csp-nonce" content="([^"]+)"/.exec((await load?.text()) ?? '')?.[1]
        expect(inPage).toBe(inHeader)
        return inPage
      }),
    )
    expect(new Set(nonces).size).toBe(2)
    expect(nonces[0]).toHaveLength(24)
  })

  it('forbids everything by default, inline scripts above all, and is never kept', async () => {
    const response = await ask('/')
    const policy = response?.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/)
    expect(policy).not.toMatch(/unsafe|\*|data:|https?:/)
    expect(response?.headers.get('cache-control')).toBe('no-store')
    expect(response?.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('serves the built files under their own type', async () => {
    const script = await ask('/assets/main-1.js')
    expect(await script?.text()).toBe('run()')
    expect(script?.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/assets/notes.exe',
    '/assets',
    '/assets/../../secret.js',
    '/../secret.js',
    '/%2e%2e/secret.js',
    '/..%2fsecret.js',
    '/assets/..%5c..%5csecret.js',
    '/assets//main-1.js',
    '/assets/main-1.js%00',
    '/etc/passwd',
    '/index.html/',
  ])('has nothing at %s', async (path) => {
    expect(await ask(path)).toBeNull()
  })

  it('leads nowhere but to what was built, whatever the path', async () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      '%2e%2e',
      '%2f',
      '%5c',
      '\\',
      'secret.js',
      'assets',
      '',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 8 }), async (pieces) => {
        const answer = await ask(`/${pieces.join('/')}`)
        expect((await answer?.text()) ?? '').not.toContain('secret')
      }),
    )
  })

  it('refuses a build that has no place for the nonce', async () => {
    const folder = join(parent, 'other')
    await mkdir(folder)
    await writeFile(join(folder, 'index.html'), '<p>no place</p>')
    const other = await openPage(folder, {
      photoOf: async () => null,
      copyOfStore: () => null,
    })
    await expect(other({ url: new URL('roster://app/') })).rejects.toThrow('no place for the nonce')
  })
})

describe('a copy of the files', () => {
  it('is saved as a file, by whoever may have it', async () => {
    expect(await ask('/copy')).toBe(null)
    copy = (async function* () {
      yield new Uint8Array([1, 2])
      yield new Uint8Array([3])
    })()
    const response = await ask('/copy')
    expect(new Uint8Array((await response?.arrayBuffer()) ?? [])).toEqual(new Uint8Array([1, 2, 3]))
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'content-disposition': expect.stringMatching(/^attachment; filename="roster-[\d-]+\.tar"$/),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })
})

describe('a photo', () => {
  it('is a JPEG in the size asked for, for this person only, and known by its hash', async () => {
    const response = await ask('/photos/ada?size=648')
    expect(asked.at(-1)).toEqual(['ada', 648])
    expect(new Uint8Array((await response?.arrayBuffer()) ?? [])).toEqual(photo.bytes)
    expect(Object.fromEntries(response?.headers ?? [])).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, no-cache',
      etag: '"abc"',
    })
  })

  it('is small when no size is asked for', async () => {
    await ask('/photos/ada')
    expect(asked.at(-1)).toEqual(['ada', 96])
  })

  it('is not sent again to whoever has it', async () => {
    const response = await ask('/photos/ada?size=96', '"abc"')
    expect(response?.status).toBe(304)
    expect(await response?.text()).toBe('')
  })

  it('is found by an id that an address cannot hold as it is', async () => {
    await ask('/photos/a%2Fb')
    expect(asked.at(-1)).toEqual(['a/b', 96])
  })

  it.each([
    '/photos/',
    '/photos/nobody',
    '/photos/ada?size=big',
    '/photos/ada/more',
    '/photos/%zz',
  ])('is not there at %s', async (path) => {
    expect(await ask(path)).toBeNull()
  })
})
