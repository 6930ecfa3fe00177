import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { FolderLock, lockName } from '../../../../electron/store/folder-lock.ts'
import { type LockSystem, thisComputer } from '../../../../electron/store/lock-system.ts'
import { type FolderFs, nodeFs } from '../../../../electron/store/store-fs.ts'
import { aProcess, ManualLockSystem } from '../../../support/manual-lock-system.ts'
import { temporaryFolder } from '../../../support/temporary-folder.ts'

const fixtures = join(import.meta.dirname, '..', '..', '..', 'fixtures', 'store')

type Tried = FolderLock & { losses: number }

function lockOn(
  folder: string,
  system: LockSystem = new ManualLockSystem(),
  fs: FolderFs = nodeFs,
): Tried {
  const lock = Object.assign(
    new FolderLock(folder, {
      fs,
      system,
      log: { info: () => {}, error: () => {} },
      onLost: () => {
        lock.losses += 1
      },
    }),
    { losses: 0 },
  )
  onTestFinished(() => lock.release())
  return lock
}

const lost = { code: 'storage', key: 'readOnlyLost' }

async function heldByAnother(folder: string, holder: Record<string, unknown> = {}) {
  const other = { ...aProcess, pid: 2, token: 'other', ...holder }
  await writeFile(join(folder, lockName), JSON.stringify(other))
  await touch(folder, 1_000_000)
}

const touch = (folder: string, at: number) =>
  utimes(join(folder, lockName), new Date(at), new Date(at))

describe('FolderLock', () => {
  it('takes a folder that nobody has and leaves nothing when it lets go', async () => {
    const folder = await temporaryFolder()
    const lock = lockOn(folder)
    expect(await lock.take()).toBe(null)
    expect(JSON.parse(await readFile(join(folder, lockName), 'utf8'))).toMatchObject({
      pid: 1,
      host: 'desk',
    })
    await lock.release()
    expect(await readdir(folder)).toEqual([])
  })

  it('answers who has the folder', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    await lockOn(folder, system).take()
    expect(await lockOn(folder, system).take()).toMatchObject({ pid: 1, host: 'desk' })
  })

  it('may be taken again by whoever has it', async () => {
    const lock = lockOn(await temporaryFolder())
    await lock.take()
    expect(await lock.take()).toBe(null)
  })

  it('takes a folder at once whose holder has ended on this computer', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder)
    const lock = lockOn(folder)
    expect(await lock.take()).toBe(null)
    await lock.verify(true)
    expect(await readdir(folder)).toEqual([lockName])
  })

  it('leaves a folder to a holder that runs', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder)
    const system = new ManualLockSystem()
    system.running.add(2)
    expect(await lockOn(folder, system).take()).toMatchObject({ token: 'other' })
  })

  it('takes a folder at once that was left when this computer went down', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder, { bootId: 'yesterday', pid: 1 })
    expect(await lockOn(folder).take()).toBe(null)
  })

  it('knows a computer by its last start where it tells nothing else', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder, { machine: '' })
    expect(await lockOn(folder).take()).toBe(null)
  })

  it('never takes a folder from a process that certainly lives, however silent it is', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder, { began: '4711' })
    const system = new ManualLockSystem()
    system.running.add(2)
    const lock = lockOn(folder, system)
    expect(await lock.take()).toMatchObject({ token: 'other' })
    system.pass(3_600_000)
    expect(await lock.take()).toMatchObject({ token: 'other' })
  })

  it('takes a folder after half a minute from what may be another process of the same id', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder)
    const system = new ManualLockSystem()
    system.running.add(2)
    const lock = lockOn(folder, system)
    expect(await lock.take()).toMatchObject({ token: 'other' })
    system.pass(30_000)
    expect(await lock.take()).toBe(null)
  })

  it.each([
    ['another computer', { host: 'laptop', machine: 'm2' }],
    ['another computer of the same name', { machine: 'm2', bootId: 'then' }],
    ['a computer of the same name that does not say which', { machine: '', bootId: '' }],
    ['another container of this computer', { processes: 'pid:[1]' }],
  ])('takes a folder from %s only after half a minute of silence', async (_, holder) => {
    const folder = await temporaryFolder()
    await heldByAnother(folder, holder)
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    expect(await lock.take()).toMatchObject(holder)
    system.pass(29_000)
    system.wallAhead += 1_000_000
    expect(await lock.take()).toMatchObject(holder)
    system.pass(1000)
    expect(await lock.take()).toBe(null)
  })

  it('leaves a folder to another computer that goes on showing that it lives', async () => {
    const folder = await temporaryFolder()
    await heldByAnother(folder, { host: 'laptop' })
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    for (let beat = 1; beat <= 20; beat += 1) {
      expect(await lock.take()).toMatchObject({ host: 'laptop' })
      system.pass(20_000)
      await touch(folder, 1_000_000 - beat * 1000)
    }
  })

  it('treats a lock that says nothing like one of another computer', async () => {
    const folder = await temporaryFolder()
    await writeFile(join(folder, lockName), '')
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    expect(await lock.take()).toBe('unknown')
    system.pass(30_000)
    expect(await lock.take()).toBe(null)
  })

  it('shows every five seconds that it lives', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    await lockOn(folder, system).take()
    system.pass(5000)
    const shown = system.now()
    await expect.poll(async () => (await nodeFs.stat(join(folder, lockName))).mtimeMs).toBe(shown)
  })

  it('lets only one of many take a folder whose holder is gone', async () => {
    const folder = await temporaryFolder()
    for (let round = 0; round < 20; round += 1) {
      await heldByAnother(folder)
      const locks = Array.from({ length: 5 }, () => lockOn(folder))
      const taken = await Promise.all(locks.map((lock) => lock.take()))
      const holders = locks.filter((_, at) => taken[at] === null)
      const valid = await Promise.all(
        holders.map((lock) =>
          lock.verify(true).then(
            () => true,
            () => false,
          ),
        ),
      )
      expect(valid.filter(Boolean)).toHaveLength(1)
      await Promise.all(locks.map((lock) => lock.release()))
    }
  })

  it('works where files cannot be linked', async () => {
    const folder = await temporaryFolder()
    const unlinked: FolderFs = {
      ...nodeFs,
      link: () => Promise.reject(Object.assign(new Error('no links'), { code: 'EPERM' })),
    }
    const lock = lockOn(folder, new ManualLockSystem(), unlinked)
    expect(await lock.take()).toBe(null)
    await lock.verify(true)
    expect(await readdir(folder)).toEqual([lockName])
    expect(await lockOn(folder, new ManualLockSystem(), unlinked).take()).toMatchObject({ pid: 1 })
  })

  it('leaves no lock behind that the disk did not take', async () => {
    const folder = await temporaryFolder()
    const full = Object.assign(new Error('full'), { code: 'ENOSPC' })
    const fs: FolderFs = {
      ...nodeFs,
      async open(path, flags, mode) {
        const file = await nodeFs.open(path, flags, mode)
        return {
          write: () => Promise.reject(full),
          read: (...given) => file.read(...given),
          datasync: () => file.datasync(),
          sync: () => file.sync(),
          stat: () => file.stat(),
          close: () => file.close(),
        }
      },
    }
    await expect(lockOn(folder, new ManualLockSystem(), fs).take()).rejects.toThrow('full')
    expect(await readdir(folder)).toEqual([])
  })
})

describe('FolderLock.verify', () => {
  it('finds out that somebody else took the folder, and says so from then on', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    await lock.take()
    await heldByAnother(folder)
    await expect(lock.verify(true)).rejects.toMatchObject(lost)
    await expect(lock.verify()).rejects.toMatchObject(lost)
    expect(lock.losses).toBe(1)
    expect(system.beating).toBe(false)
    await lock.release()
    expect(JSON.parse(await readFile(join(folder, lockName), 'utf8'))).toMatchObject({
      token: 'other',
    })
  })

  it('takes a lock that is gone for one that somebody else had meanwhile', async () => {
    const folder = await temporaryFolder()
    const lock = lockOn(folder)
    await lock.take()
    await nodeFs.unlink(join(folder, lockName))
    await expect(lock.verify(true)).rejects.toMatchObject(lost)
  })

  it('looks at most once a second', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    await lock.take()
    await heldByAnother(folder)
    system.pass(999)
    await lock.verify()
    system.pass(1)
    await expect(lock.verify()).rejects.toMatchObject(lost)
  })

  it('looks again after a sleep, in which only the clock on the wall goes on', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    await lock.take()
    await heldByAnother(folder)
    system.wallAhead += 3_600_000
    await expect(lock.verify()).rejects.toMatchObject(lost)
  })

  it('finds out on its own, by the next sign of life', async () => {
    const folder = await temporaryFolder()
    const system = new ManualLockSystem()
    const lock = lockOn(folder, system)
    await lock.take()
    await heldByAnother(folder)
    system.pass(5000)
    await expect.poll(() => lock.losses).toBe(1)
  })
})

describe('a lock between processes', () => {
  const run = (program: string, ...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, [join(fixtures, program), ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    return child
  }

  it('belongs to a process until that is killed, whatever process gets its id next', async () => {
    const folder = await temporaryFolder()
    const child = run('hold-folder.ts', folder)
    if (child.stdout) expect(String(await once(child.stdout, 'data'))).toBe('held\n')
    const system = await thisComputer()
    const lock = lockOn(folder, system)
    expect(await lock.take()).toMatchObject({ pid: child.pid })
    child.kill('SIGKILL')
    await once(child, 'close')
    expect(await lock.take()).toBe(null)

    if (system.self.began === '') return
    await lock.release()
    await heldByAnother(folder, { ...system.self, began: '1' })
    expect(await lock.take()).toBe(null)
  })

  it('belongs to one of many at a time', async () => {
    const folder = await temporaryFolder()
    const children = [1, 2, 3].map(() => run('contend-for-folder.ts', folder, '60'))
    const turns = await Promise.all(children.map(({ stdout }) => stdout && text(stdout)))
    expect(turns).toEqual(['60\n', '60\n', '60\n'])
  })
})
