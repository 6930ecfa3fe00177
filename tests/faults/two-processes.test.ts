import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { LockSystem, ProcessIdentity } from '../../electron/store/lock-system.ts'
import { LowdbDirectoryStore } from '../../electron/store/lowdb-directory-store.ts'
import { AppError } from '../../shared/errors.ts'
import { contentOf } from '../support/content-of.ts'
import { aProcess } from '../support/manual-lock-system.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { count } from './support/figures.ts'
import { violationIn, violationOf } from './support/judge.ts'
import { expectationOf, findIn, keptFor, ledgerOf, runWorker } from './support/killed-worker.ts'
import { Ledger } from './support/ledger.ts'
import { MemoryDisk } from './support/memory-disk.ts'
import { MemoryStoreFs } from './support/memory-store-fs.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { actor, steadyClock } from './support/session.ts'
import { pick, somePlan } from './support/some-plan.ts'
import { StoreSession, storeFolder } from './support/store-session.ts'

/** A computer on which processes begin and end, ids are given again, and some processes stand still. */
class Computer {
  readonly #running = new Set<string>()
  readonly #beats = new Map<string, { due: number; every: number; run: () => void }>()
  readonly #stalled = new Set<string>()
  #time = 0
  #begun = 0

  /** A process with an id that is free. `tells` says whether this system tells when a process began. */
  begin(random: () => number, tells: boolean): LockSystem {
    const taken = [...this.#running].map((key) => Number.parseInt(key, 10))
    const free = [1, 2, 3].filter((each) => !taken.includes(each))
    const pid = free[Math.floor(random() * free.length)] ?? 4
    this.#begun += 1
    const self = { ...aProcess, pid, began: tells ? String(this.#begun) : '' }
    const key = keyOf(self)
    this.#running.add(key)
    return {
      self,
      runs: async (other) => this.#running.has(keyOf(other)),
      monotonic: () => this.#time,
      now: () => 1_700_000_000_000 + this.#time,
      every: (every, run) => {
        this.#beats.set(key, { due: this.#time + every, every, run })
        return () => this.#beats.delete(key)
      },
    }
  }

  end({ self }: LockSystem): void {
    this.#running.delete(keyOf(self))
    this.#beats.delete(keyOf(self))
  }

  stall({ self }: LockSystem): void {
    this.#stalled.add(keyOf(self))
  }

  pass(milliseconds: number): void {
    this.#time += milliseconds
    for (const [key, beat] of this.#beats)
      if (!this.#stalled.has(key) && beat.due <= this.#time) {
        beat.due = this.#time + beat.every
        beat.run()
      }
  }
}

const keyOf = ({ pid, began }: ProcessIdentity) => `${pid} ${began}`

/** One of two who work with the same folder. Its process may be another one every time. */
class Party {
  readonly session: StoreSession
  readonly #computer: Computer
  readonly #random: () => number
  readonly #tells: boolean
  #system: LockSystem | null = null

  constructor(session: StoreSession, computer: Computer, random: () => number, tells: boolean) {
    this.session = session
    this.#computer = computer
    this.#random = random
    this.#tells = tells
  }

  async act(): Promise<void> {
    const chance = this.#random()
    if (!this.#system) await this.#start()
    else if (chance < 0.1) this.#kill()
    else if (chance < 0.2) await this.#end()
    else if (chance < 0.25) this.#computer.stall(this.#system)
    else await this.session.save(somePlan(this.#random, this.session.reference))
  }

  async #start(): Promise<void> {
    const system = this.#computer.begin(this.#random, this.#tells)
    this.#system = system
    await this.session.open(undefined, { system, patient: false }).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code === 'damaged') throw error
      this.#kill()
    })
  }

  #kill() {
    this.session.kill()
    if (this.#system) this.#computer.end(this.#system)
    this.#system = null
  }

  async #end(): Promise<void> {
    await this.session.close()
    this.#kill()
  }
}

describe('two who work with one folder', () => {
  it('never both save, whoever is killed, stands still or gets an id again', async (context) => {
    for (let round = scaled(150, 2000); round > 0; round -= 1) {
      const random = randomNumbers(seed * 10_000 + round)
      const disk = new MemoryDisk()
      const ledger = new Ledger()
      const computer = new Computer()
      const tells = random() < 0.5
      const [one, other] = [0, 0].map(() => {
        const session = new StoreSession(disk, ledger, steadyClock(random))
        return new Party(session, computer, random, tells)
      })
      for (let step = 0; step < 15; step += 1) {
        const chance = random()
        if (chance < 0.4) await Promise.all([one?.act(), other?.act()])
        else await pick(random, [one, other])?.act()
        computer.pass(pick(random, [0, 10, 500, 2000, 6000, 6000, 31_000]))
      }
      const folderOf = () => new PatientFolder(new MemoryStoreFs(disk), storeFolder)
      const violation = await violationOf(folderOf, ledger.at(disk.effects.length))
      expect(violation, `seed ${seed}, round ${round}`).toBe(null)
      count(context, { rounds: 1 })
    }
  })

  it('collide in the next segment where no lock keeps them apart', async (context) => {
    const random = randomNumbers(seed)
    const session = new StoreSession()
    await session.open()
    for (let left = 3; left > 0; left -= 1) await session.save(somePlan(random, session.reference))
    await session.close()
    const log = { info: () => {}, error: () => {} }
    const open = async () => {
      const fs = new MemoryStoreFs(session.disk)
      const now = () => new Date('2026-01-03T12:00:00Z')
      const store = await LowdbDirectoryStore.open({
        fs,
        folder: storeFolder,
        now,
        keys: testKeys,
        log,
      })
      if (!store) throw new Error('There is no directory.')
      return store
    }
    const [first, second] = [await open(), await open()]
    const plan = () => somePlan(random, session.reference)
    await first.transact(actor, plan)
    for (let left = 2; left > 0; left -= 1)
      await expect(second.transact(actor, plan)).rejects.toMatchObject({ key: 'readOnlyLost' })
    await first.transact(actor, plan)
    await Promise.all([first.close(), second.close()])
    expect(contentOf((await open()).directory)).toEqual(contentOf(first.directory))
    count(context, { rounds: 1 })
  })
})

describe('two processes on one folder', () => {
  it('never both save, started together and one killed at any moment', async (context) => {
    const home = await temporaryFolder()
    const random = randomNumbers(seed)
    const store = join(home, 'store')
    let known = 0
    for (let round = 0; round < scaled(6, 200); round += 1) {
      const at = Date.parse('2026-01-02T12:00:00Z') + round * 3_600_000
      const task = { data: home, at, death: null, lives: 1, saves: 8, contested: true }
      const ends = await Promise.all(
        [0, 1].map((lane) => {
          const due = random() < 0.5 ? 1 + Math.floor(random() * 6) : undefined
          const number = round * 2 + lane
          return runWorker({ ...task, seed: seed * 1000 + number }, join(home, 'cache'), due)
        }),
      )
      const told = `seed ${seed}, round ${round}`
      expect(ends.map(({ errors }) => errors).join(''), told).toBe('')
      if (!existsSync(store)) continue
      const expected = expectationOf(ledgerOf(home))
      const found = await findIn(store)
      const violation = violationIn(found, expected) ?? found.warning
      expect(keptFor(violation, home), told).toBe(null)
      count(context, {
        rounds: 1,
        kills: ends.filter(({ killed }) => killed).length,
        acknowledged: expected.acknowledged - known,
        lost: Math.max(0, expected.required.length - found.history.length),
      })
      known = expected.acknowledged
    }
    expect(known).toBeGreaterThan(0)
  })
})
