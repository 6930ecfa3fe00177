import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { forkPhotoHelper } from '../../../../electron/photos/fork-photo-helper.ts'
import { webAssemblySwitch } from '../../../../electron/photos/helper-messages.ts'
import type { HelperProcess } from '../../../../electron/photos/helper-process.ts'
import { ProcessPhotoProcessor } from '../../../../electron/photos/process-photo-processor.ts'
import { AppError } from '../../../../shared/errors.ts'
import {
  aJpeg,
  aLargeJpeg,
  aPng,
  corners,
  cornersOf,
  difference,
  headerOf,
} from '../../../support/images.ts'

const root = join(import.meta.dirname, '..', '..', '..', '..')
const program = join(root, 'electron', 'photo-helper.ts')
const fixtures = join(root, 'tests', 'fixtures', 'photos')

const processors: ProcessPhotoProcessor[] = []

function aProcessor(
  how: Parameters<typeof forkPhotoHelper>[0] = {},
  options: ConstructorParameters<typeof ProcessPhotoProcessor>[1] = {},
) {
  const helpers: HelperProcess[] = []
  const start = () => {
    const helper = forkPhotoHelper(how)
    helpers.push(helper)
    return helper
  }
  const processor = new ProcessPhotoProcessor(start, { limits: { pauses: [1] }, ...options })
  processors.push(processor)
  return { processor, helpers }
}

afterEach(() => Promise.all(processors.splice(0).map((processor) => processor.close())))

let jpeg: Buffer

beforeAll(async () => {
  jpeg = await aJpeg()
})

describe('the photo helper', () => {
  it('makes a photo', async () => {
    const { processor } = aProcessor()
    const { master, thumbnail } = await processor.process(jpeg)
    expect(await headerOf(master)).toMatchObject({ format: 'jpeg', width: 648, height: 648 })
    expect(await headerOf(thumbnail)).toMatchObject({ format: 'jpeg', width: 96, height: 96 })
    expect(await cornersOf(master)).toEqual(corners)
  })

  it('follows the crop', async () => {
    const { processor } = aProcessor()
    const { master } = await processor.process(jpeg, { x: 220, y: 0, size: 100 })
    expect(await cornersOf(master)).toEqual(['green', 'green', 'green', 'green'])
  })

  it('says what is wrong with a picture', async () => {
    const { processor, helpers } = aProcessor()
    const cut = jpeg.subarray(0, jpeg.length / 2)
    const crop = { x: 300, y: 0, size: 100 }
    await expect(processor.process(cut)).rejects.toMatchObject({ key: 'photoDamaged' })
    await expect(processor.process(jpeg, crop)).rejects.toMatchObject({ key: 'photoCrop' })
    await expect(processor.process(jpeg)).resolves.toBeDefined()
    expect(helpers).toHaveLength(1)
  })

  it('makes many pictures that are asked for at once', async () => {
    const { processor, helpers } = aProcessor()
    const photos = await Promise.all(
      [jpeg, await aPng(), jpeg, jpeg].map((i) => processor.process(i)),
    )
    expect(photos).toHaveLength(4)
    expect(helpers).toHaveLength(1)
  })

  it('fails only its own picture when it is killed', async () => {
    const { processor, helpers } = aProcessor()
    const first = processor.process(jpeg)
    helpers[0]?.kill()
    await expect(first).rejects.toMatchObject({ key: 'photoHelper' })
    await expect(processor.process(jpeg)).resolves.toBeDefined()
    expect(helpers).toHaveLength(2)
  })

  it('is ended with a picture that takes too long, and the next is made', async () => {
    let timers = 0
    const after = (milliseconds: number, run: () => void) => {
      timers += 1
      const timer = setTimeout(run, timers === 1 ? 0 : milliseconds)
      return () => clearTimeout(timer)
    }
    const { processor, helpers } = aProcessor({}, { after })
    await expect(processor.process(jpeg)).rejects.toMatchObject({ key: 'photoTimeout' })
    await expect(processor.process(jpeg)).resolves.toBeDefined()
    expect(helpers).toHaveLength(2)
  })

  it('fails the picture when the program is not there', async () => {
    const { processor } = aProcessor({ program: join(fixtures, 'missing.ts') })
    await expect(processor.process(jpeg)).rejects.toMatchObject({ key: 'photoHelper' })
  })

  it('ends when the application is gone', async () => {
    const child = fork(program, { serialization: 'advanced', stdio: 'ignore' })
    await once(child, 'spawn')
    child.disconnect()
    expect(await once(child, 'exit')).toEqual([0, null])
  })

  it('ends when something goes wrong that nobody handles', async () => {
    const child = fork(join(fixtures, 'rejecting-helper.ts'), { stdio: 'ignore' })
    expect(await once(child, 'exit')).toEqual([1, null])
  })

  it('answers any damaged bytes with a photo or a refusal, and never crashes', async () => {
    const { processor, helpers } = aProcessor()
    const small = await aJpeg(64, 48)
    const place = fc.integer({ min: 3, max: small.length - 1 })
    const changes = fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { maxLength: 4 })
    const end = fc.oneof({ weight: 4, arbitrary: fc.constant(small.length) }, place)
    const outcomes = { photos: 0, refusals: 0 }
    await fc.assert(
      fc.asyncProperty(changes, end, async (changed, length) => {
        const image = Uint8Array.from(small.subarray(0, length))
        for (const [at, value] of changed) if (at < length) image[at] = value
        try {
          const { master } = await processor.process(image)
          expect(master.byteLength).toBeGreaterThan(0)
          outcomes.photos += 1
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
          expect(['photoDamaged', 'photoTooManyPixels']).toContain(
            Reflect.get(Object(error), 'key'),
          )
          outcomes.refusals += 1
        }
      }),
      { numRuns: 250 },
    )
    expect(Math.min(outcomes.photos, outcomes.refusals)).toBeGreaterThan(0)
    expect(helpers).toHaveLength(1)
  })
})

describe('forkPhotoHelper', () => {
  it('hands nothing of this process on', async () => {
    vi.stubEnv('ROSTER_SECRET', 'hidden')
    const helper = forkPhotoHelper({ program: join(fixtures, 'surroundings.ts') })
    const told = new Promise<unknown>((resolve) => helper.onMessage(resolve))
    helper.send({ id: 1, image: jpeg })
    const found = await told
    helper.kill()
    vi.unstubAllEnvs()
    expect(found).toMatchObject({ execArgv: ['--max-old-space-size=512'], argv: [] })
    expect(found).not.toHaveProperty('env.ROSTER_SECRET')
    if (process.platform === 'linux') expect(found).toHaveProperty('env', {})
  })

  it('takes no notice of what is sent to a helper that has ended', async () => {
    const helper = forkPhotoHelper()
    const ended = new Promise<void>((resolve) => helper.onExit(resolve))
    helper.kill()
    await ended
    expect(() => helper.send({ id: 1, image: jpeg })).not.toThrow()
    expect(() => helper.kill()).not.toThrow()
  })
})

describe('the WebAssembly build', () => {
  it('makes an equivalent photo', async () => {
    const image = await aLargeJpeg(1600, 1200)
    const [one, other] = await Promise.all([
      aProcessor().processor.process(image),
      aProcessor({ build: 'web-assembly' }).processor.process(image),
    ])
    expect(await difference(one.master, other.master)).toBeLessThan(1)
    expect(await difference(one.thumbnail, other.thumbnail)).toBeLessThan(1)
  })

  it('refuses what the native build refuses', async () => {
    const { processor } = aProcessor({ build: 'web-assembly' })
    const cut = jpeg.subarray(0, jpeg.length / 2)
    await expect(processor.process(cut)).rejects.toMatchObject({ key: 'photoDamaged' })
  })

  // The same libraries as Electron brings into its processes on Linux.
  const folders = ['/lib/x86_64-linux-gnu', '/lib/aarch64-linux-gnu', '/usr/lib64', '/usr/lib']
  const libraries = ['glib', 'gobject', 'gio'].map((name) => `lib${name}-2.0.so.0`)
  const folder = folders.find((each) => libraries.every((name) => existsSync(join(each, name))))

  it.skipIf(folder === undefined)(
    'does not quarrel with the GLib of the system (skipped where there is none)',
    async () => {
      const child = fork(program, [webAssemblySwitch], {
        env: { LD_PRELOAD: libraries.map((name) => join(folder ?? '', name)).join(' ') },
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      })
      const { stderr } = child
      if (!stderr) throw new Error('the helper has no standard error')
      const printed = text(stderr)
      child.send({ id: 1, image: jpeg })
      const [answer] = await once(child, 'message')
      child.disconnect()
      expect(answer).toMatchObject({ id: 1, ok: true })
      expect(await printed).not.toContain('GLib')
    },
  )
})

describe('the photo helper under Electron', () => {
  const helperUnderElectron = { program: join(fixtures, 'helper-under-electron.ts') }

  it('speaks through the port of its parent', async () => {
    const { processor } = aProcessor(helperUnderElectron)
    const { master } = await processor.process(jpeg)
    expect(await cornersOf(master)).toEqual(corners)
  })

  it.runIf(process.platform === 'linux')('loads no native sharp on Linux', async () => {
    const child = fork(helperUnderElectron.program, { serialization: 'advanced', stdio: 'pipe' })
    child.send({ id: 1, image: jpeg })
    await once(child, 'message')
    child.send('libraries')
    const [{ libraries }] = await once(child, 'message')
    child.disconnect()
    expect(libraries).toContainEqual(expect.stringContaining('libc.so'))
    expect(libraries.filter((name: string) => /sharp|vips/.test(name))).toEqual([])
  })
})
