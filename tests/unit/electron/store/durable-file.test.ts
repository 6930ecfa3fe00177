import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  makeFolderDurably,
  renameOver,
  syncFolder,
  writeAll,
  writeDurably,
} from '../../../../electron/store/durable-file.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roster-durable-'))
})

afterEach(() => rm(folder, { recursive: true, force: true }))

const text = (value: string) => new TextEncoder().encode(value)

const failing = (code: string) => Object.assign(new Error(code), { code })

describe('writeDurably', () => {
  it('makes the file hold exactly the bytes', async () => {
    const bytes = Uint8Array.from({ length: 300_000 }, (_, at) => at % 251)
    await writeDurably(join(folder, 'a'), bytes)
    expect(new Uint8Array(await readFile(join(folder, 'a')))).toEqual(bytes)
  })

  it('writes an empty file', async () => {
    await writeDurably(join(folder, 'a'), new Uint8Array())
    expect((await stat(join(folder, 'a'))).size).toBe(0)
  })

  it('replaces what was there', async () => {
    await writeFile(join(folder, 'a'), 'a longer text than the next')
    await writeDurably(join(folder, 'a'), text('new'))
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new')
  })

  it('leaves nothing else in the folder', async () => {
    await writeDurably(join(folder, 'a'), text('new'))
    expect(await readdir(folder)).toEqual(['a'])
  })

  it('leaves the old file alone and nothing beside it when the new one cannot take its place', async () => {
    await mkdir(join(folder, 'a'))
    await writeFile(join(folder, 'a', 'kept'), 'kept')
    await expect(writeDurably(join(folder, 'a'), text('new'))).rejects.toThrow()
    expect(await readdir(folder)).toEqual(['a'])
    expect(await readdir(join(folder, 'a'))).toEqual(['kept'])
  })

  it('makes the folders that are missing', async () => {
    const path = join(folder, 'missing', 'below', 'a')
    await writeDurably(path, text('new'))
    expect(await readFile(path, 'utf8')).toBe('new')
  })

  it('lets concurrent writers of one file each succeed with a whole file', async () => {
    const versions = Array.from({ length: 20 }, (_, at) => `version ${at} `.repeat(at + 1))
    await Promise.all(versions.map((version) => writeDurably(join(folder, 'a'), text(version))))
    expect(versions).toContain(await readFile(join(folder, 'a'), 'utf8'))
    expect(await readdir(folder)).toEqual(['a'])
  })

  it.skipIf(process.platform === 'win32')('lets only its owner read the file', async () => {
    await writeDurably(join(folder, 'a'), text('new'))
    expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o600)
  })
})

describe('writeAll', () => {
  const takingAtMost = (most: number) => {
    const calls: { offset: number; length: number; position: number | null }[] = []
    const write = async (
      _: Uint8Array,
      offset: number,
      length: number,
      position: number | null,
    ) => {
      calls.push({ offset, length, position })
      return { bytesWritten: Math.min(most, length) }
    }
    return { calls, write }
  }

  it('goes on after a short write', async () => {
    const file = takingAtMost(4)
    await writeAll(file, new Uint8Array(10))
    expect(file.calls).toEqual([
      { offset: 0, length: 10, position: null },
      { offset: 4, length: 6, position: null },
      { offset: 8, length: 2, position: null },
    ])
  })

  it('goes on at the right place of the file', async () => {
    const file = takingAtMost(6)
    await writeAll(file, new Uint8Array(10), 100)
    expect(file.calls.map((call) => call.position)).toEqual([100, 106])
  })

  it('fails when the disk takes nothing more', async () => {
    await expect(writeAll(takingAtMost(0), new Uint8Array(10))).rejects.toMatchObject({
      code: 'ENOSPC',
    })
  })
})

describe('syncFolder', () => {
  it('resolves for a folder', async () => {
    await expect(syncFolder(folder)).resolves.toBeUndefined()
  })

  it('fails for a folder that is missing', async () => {
    await expect(syncFolder(join(folder, 'missing'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})

describe('makeFolderDurably', () => {
  it('creates every folder of the path', async () => {
    await makeFolderDurably(join(folder, 'a', 'b', 'c'))
    expect((await stat(join(folder, 'a', 'b', 'c'))).isDirectory()).toBe(true)
  })

  it('accepts a folder that is there', async () => {
    await expect(makeFolderDurably(folder)).resolves.toBeUndefined()
  })

  it('fails where a file is in the way', async () => {
    await writeFile(join(folder, 'a'), '')
    await expect(makeFolderDurably(join(folder, 'a', 'b'))).rejects.toThrow()
  })
})

describe('renameOver', () => {
  const refusing = (times: number, code: string, patient = true) => {
    const waits: number[] = []
    let left = times
    const rename = async () => {
      if (left-- > 0) throw failing(code)
    }
    const wait = async (milliseconds: number) => {
      waits.push(milliseconds)
    }
    return { rename, wait, patient, waits }
  }

  it('tries again, ever more slowly, while another program holds the file', async () => {
    const system = refusing(12, 'EBUSY')
    await renameOver('a', 'b', system)
    expect(system.waits).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 100, 100])
  })

  it('gives up after ten seconds', async () => {
    const system = refusing(Number.POSITIVE_INFINITY, 'EACCES')
    await expect(renameOver('a', 'b', system)).rejects.toMatchObject({ code: 'EACCES' })
    const waited = system.waits.reduce((sum, pause) => sum + pause, 0)
    expect(waited).toBeGreaterThanOrEqual(10_000)
    expect(waited).toBeLessThan(10_200)
  })

  it('does not wait for a failure that waiting cannot mend', async () => {
    const system = refusing(1, 'ENOSPC')
    await expect(renameOver('a', 'b', system)).rejects.toMatchObject({ code: 'ENOSPC' })
    expect(system.waits).toEqual([])
  })

  it('does not wait where a held file cannot be the reason', async () => {
    const system = refusing(1, 'EPERM', false)
    await expect(renameOver('a', 'b', system)).rejects.toMatchObject({ code: 'EPERM' })
    expect(system.waits).toEqual([])
  })
})
