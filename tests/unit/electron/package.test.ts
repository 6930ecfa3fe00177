import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { extractAll, listPackage } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedPackages } from '../../../electron/notices.ts'
import { aJpeg } from '../../support/images.ts'

const run = promisify(execFile)
const root = join(import.meta.dirname, '..', '..', '..')

/** In bytes: what Roster's own part of a package may take. Electron itself is not counted. */
const budget = 20_000_000

/** Packages that only other systems need, or that are installed and deliberately left out of this one's package. */
const elsewhere: Partial<Record<NodeJS.Platform, RegExp>> = {
  linux: /@img\/sharp-(?!wasm32)/,
  darwin: /@img\/sharp-(?!(libvips-)?darwin)|@emnapi/,
  win32: /@img\/sharp-(?!win32)|@emnapi/,
}
const foreign = elsewhere[process.platform] ?? /^$/

/** Installed for the sake of its types; there is nothing of it to run. */
const typesOnly: ReadonlySet<string | null> = new Set(['type-fest'])

let home: string
let resources: string
let packed: readonly string[]
let unpacked: readonly string[]

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'roster-package-'))
  const output = join(home, 'dist')
  const script = join(root, 'electron', 'package.ts')
  await run(process.execPath, [script, '--dir', '--output', output], { cwd: root })
  const [folder = ''] = (await readdir(output)).filter((name) => /unpacked|^mac/.test(name))
  const program = join(output, folder)
  resources =
    process.platform === 'darwin'
      ? join(program, 'Roster.app', 'Contents', 'Resources')
      : join(program, 'resources')
  packed = listPackage(join(resources, 'app.asar'), { isPack: false }).map(posix)
  unpacked = await filesIn(join(resources, 'app.asar.unpacked'))
}, 180_000)

afterAll(() => rm(home, { recursive: true }))

const posix = (path: string) => path.split(sep).join('/')

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => posix(relative(folder, join(entry.parentPath, entry.name))))
}

/** `@img/colour` of `/node_modules/@img/colour/index.cjs`; the innermost where packages nest. */
const packageOf = (path: string) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? null

const packagesIn = (paths: readonly string[]) =>
  [
    ...new Set(paths.map(packageOf).filter((name) => name !== null && !/^@[^/]+$/.test(name))),
  ].sort()

describe('the package', () => {
  it('holds the program, its page and the sample, and no source of them', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        '/package.json',
        '/out/main/main.js',
        '/out/main/photo-helper.js',
        '/out/preload/preload.cjs',
        '/out/renderer/index.html',
        '/resources/sample/directory.json',
      ]),
    )
    expect(packed.filter((path) => /\.(ts|tsx|mts|cts|map|md|hash)$/.test(path))).toEqual([])
    const top = [...new Set(packed.map((path) => path.split('/')[1]))].sort()
    expect(top).toEqual(['node_modules', 'out', 'package.json', 'resources'])
  })

  it('holds every package that the program needs when it runs on this system, and no other', async () => {
    const needed = (await shippedPackages(root))
      .map(({ path }) => packageOf(path))
      .filter((name) => name !== null && !foreign.test(name) && !typesOnly.has(name))
    expect(packagesIn(packed).filter((name) => name !== null && !typesOnly.has(name))).toEqual(
      [...new Set(needed)].sort(),
    )
  })

  it('unpacks the picture library and nothing else', () => {
    expect(packagesIn(unpacked).filter((name) => !/^(sharp$|@img\/)/.test(name ?? ''))).toEqual([])
    expect(packagesIn(unpacked)).toContain('sharp')
    const pictureLibrary = process.platform === 'linux' ? /sharp-wasm32/ : /\.node$/
    expect(unpacked.some((path) => pictureLibrary.test(path))).toBe(true)
  })

  it('holds native code of no other system', () => {
    const native = [...packed, ...unpacked].filter((path) =>
      /\.(node|so|dylib|dll)(\.|$)/.test(path),
    )
    const wasm = native.filter((path) => !/\.node\.(js|wasm)$/.test(path))
    if (process.platform === 'linux') expect(wasm).toEqual([])
    else expect(wasm.filter((path) => !path.includes(process.platform))).toEqual([])
  })

  it('stays within its budget', async () => {
    const sizes = await Promise.all([
      stat(join(resources, 'app.asar')).then(({ size }) => size),
      ...unpacked.map(
        async (path) => (await stat(join(resources, 'app.asar.unpacked', path))).size,
      ),
    ])
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(budget)
  })

  it('knows where updates wait, and no address that answers', async () => {
    const description = await readFile(join(resources, 'app-update.yml'), 'utf8')
    expect(description).toMatch(/^updaterCacheDirName: roster-updater$/m)
    expect(description.match(/https?:.*/g)).toEqual(['https://roster.invalid/'])
  })

  it('carries the licences of what it is made of', async () => {
    const notices = await readFile(join(resources, '..', 'THIRD-PARTY-NOTICES.md'), 'utf8')
    for (const name of ['sharp', 'lowdb', 'react', '@mui/material', 'zod'])
      expect(notices).toMatch(new RegExp(`^## ${name} -? ?\\d`, 'm'))
    expect(notices).toContain('libvips')
  })

  it.runIf(process.platform === 'linux')('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(join(resources, '..', 'roster'))
    const on = [
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
    ]
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ]
    // The wire keeps each fuse as the character that the binary holds.
    const states = Object.entries(wire).map(([fuse, state]) => [Number(fuse), Number(state)])
    const inState = (character: string) =>
      states.filter(([, state]) => state === character.charCodeAt(0)).map(([fuse]) => fuse)
    expect(inState('1')).toEqual(expect.arrayContaining(on))
    expect(inState('0')).toEqual(expect.arrayContaining(off))
  })

  it('starts, answers, and makes a thumbnail', async () => {
    const extracted = join(home, 'app')
    extractAll(join(resources, 'app.asar'), extracted)
    const picture = join(home, 'picture.jpg')
    await writeFile(picture, await aJpeg())
    const script = join(root, 'tests', 'fixtures', 'packaged', 'run-packaged.ts')
    const { stdout } = await run(process.execPath, [script, extracted, join(home, 'data'), picture])
    expect(JSON.parse(stdout)).toEqual({
      errors: [],
      state: 'none',
      photoSet: true,
      thumbnail: 'image/jpeg',
    })
  })
})
