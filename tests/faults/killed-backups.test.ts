import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import { FolderBackups } from '../../electron/store/folder-backups.ts'
import { restoredFolder } from '../../electron/store/restore-swap.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { testKeys } from '../support/store-keys.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { count } from './support/figures.ts'
import { type Found, violationIn } from './support/judge.ts'
import {
  contentsOf,
  expectationOf,
  findIn,
  inTwoLanes,
  keptFor,
  ledgerOf,
  runWorker,
  trespasses,
} from './support/killed-worker.ts'
import type { Expectation } from './support/ledger.ts'
import { long, scaled, seed } from './support/scale.ts'
import { pick } from './support/some-plan.ts'
import { type Death, moments, type Phase } from './support/worker-task.ts'

const log = { info: () => {}, error: () => {} }

/** When the worker begins that builds the store, and those that are killed: years later. */
const beginning = Date.parse('2026-01-02T12:00:00Z')
const later = Date.parse('2030-01-02T12:00:00Z')

const backupsIn = (data: string) =>
  new FolderBackups({
    fs: nodeFs,
    folder: join(data, 'backups'),
    store: join(data, 'store'),
    keys: testKeys,
    now: () => new Date(later),
    log,
  })

/** In a life: the same in each, so that each comes to the same steps. */
const saves = 3

type Work = { readonly backsUp: true } | { readonly restores: string }

/** A store with as many backups as are kept, and what its ledger tells. */
type Template = {
  readonly data: string
  readonly cache: string
  readonly ledger: readonly string[]
  readonly whole: Expectation
  /** A backup in the middle, and how many transactions are in it. */
  readonly backup: { readonly id: string; readonly sequence: number }
  /** How often the phase of a worker that is not killed comes to each step. */
  readonly reached: (phase: Phase) => readonly (readonly [step: string, times: number])[]
}

const backupsTold = (ledger: readonly string[]) =>
  ledger
    .map((line) => line.split(' '))
    .filter(([word]) => word === 'backup')
    .map(([, sequence, id]) => ({ id: id ?? '', sequence: Number(sequence) }))

async function templateIn(home: string): Promise<Template> {
  const cache = join(home, 'cache')
  const data = join(home, 'data')
  mkdirSync(data)
  const task = { data, seed, at: beginning, death: null, saves }
  const built = await runWorker({ ...task, lives: 14, backsUp: true }, cache)
  if (built.errors) throw new Error(built.errors)
  const ledger = ledgerOf(data)
  const backup = backupsTold(ledger)[7] ?? { id: '', sequence: 0 }
  const reached: Record<string, number> = {}
  for (const work of [{ backsUp: true }, { restores: backup.id }] as const) {
    const copy = join(home, Object.keys(work).join())
    cpSync(data, copy, { recursive: true })
    const end = await runWorker({ ...task, data: copy, at: later, lives: 1, ...work }, cache)
    if (end.errors) throw new Error(end.errors)
    Object.assign(reached, end.reached)
  }
  return {
    data,
    cache,
    ledger,
    whole: expectationOf(ledger),
    backup,
    reached: (phase) =>
      Object.entries(reached).flatMap(([step, times]) =>
        step.startsWith(`${phase}: `) ? [[step.slice(phase.length + 2), times] as const] : [],
      ),
  }
}

/** Kills at any step of a phase and at each by its name; in the share of `npm test` at some of them. */
function deathsIn(phase: Phase, { reached }: Template): Death[] {
  const random = randomNumbers(seed)
  const steps = reached(phase)
  const all = steps.reduce((sum, [, times]) => sum + times, 0)
  const number = (times: number) => Math.floor(random() * times)
  const anywhere = Array.from({ length: scaled(4, 150) }, () => ({
    phase,
    step: null,
    number: number(all),
    moment: pick(random, moments),
  }))
  const named = Array.from({ length: scaled(1, 3) }, (_, round) =>
    steps.map(([step, times], index) => {
      const moment = moments[(round + index) % moments.length] ?? 'before'
      return { phase, step, number: number(times), moment }
    }),
  ).flat()
  return [...anywhere, ...named.filter((_, index) => long || index % 6 === 0)]
}

/** Kills a worker at each of these moments, and judges what each left of a copy of the template. */
async function killAll(
  work: Work,
  deaths: readonly Death[],
  { from, context }: { readonly from: Template; readonly context: TestContext },
  violationAfter: (data: string, told: readonly string[], found: Found) => Promise<string | null>,
) {
  const inBackups = 'backsUp' in work
  await inTwoLanes(deaths, async (some, lane) => {
    const home = await temporaryFolder()
    for (const [index, death] of some.entries()) {
      const data = join(home, String(index))
      cpSync(from.data, data, { recursive: true })
      const task = { data, death, seed, at: later, lives: 1, saves, ...work }
      const end = await runWorker(task, from.cache)
      const told = `seed ${seed}, lane ${lane}, kill ${index}: ${JSON.stringify(death)}`
      expect(end.errors, told).toBe('')
      const ledger = ledgerOf(data).slice(from.ledger.length)
      const found = await findIn(join(data, 'store'))
      const violation = (await violationAfter(data, ledger, found)) ?? found.warning
      const { acknowledged } = expectationOf(ledger)
      const kills = end.killed ? 1 : 0
      count(context, {
        kills,
        [inBackups ? 'killsInBackups' : 'killsInRestores']: kills,
        acknowledged,
        violations: violation ? 1 : 0,
        ...(inBackups
          ? { lost: Math.max(0, from.whole.required.length + acknowledged - found.history.length) }
          : {}),
      })
      expect(keptFor(violation, data), told).toBe(null)
    }
  })
}

describe('a process that is killed inside a backup or a restore', () => {
  let from: Template

  beforeAll(async () => {
    const home = mkdtempSync(join(tmpdir(), 'roster-test-'))
    from = await templateIn(home)
    return () => rmSync(home, { recursive: true, force: true })
  }, 120_000)

  it('comes to every step of both', () => {
    const names = (phase: Phase) => from.reached(phase).map(([step]) => step)
    expect(names('backup')).toEqual(
      expect.arrayContaining([
        'make folder',
        'sync new checkpoint',
        'rename checkpoint',
        'write new keyslots.json',
        'write new head.json',
        'sync new shared file',
        'rename shared file',
        'write new shared.txt',
        'write new manifest.json',
        'rename backup',
        'sync folder after backup',
        'remove backup',
      ]),
    )
    expect(names('restore')).toEqual(
      expect.arrayContaining([
        'read manifest.json',
        'write checkpoint',
        'sync keyslots.json',
        'link segment',
        'read checkpoint',
        'rename restored store',
        'rename replaced store',
        'rename folder',
        'remove lock.json',
      ]),
    )
  })

  it('has lost no save and no backup that was there', async (context) => {
    const before = contentsOf(join(from.data, 'store'))
    await killAll(
      { backsUp: true },
      deathsIn('backup', from),
      { from, context },
      async (data, told, found) => {
        const expected = expectationOf(told, from.whole.required)
        const violation = violationIn(found, expected)
        if (violation) return violation
        const [trespass] = trespasses(before, contentsOf(join(data, 'store')))
        return trespass ?? violationInBackups(data, [...from.ledger, ...told], expected)
      },
    )
  })

  it('has the directory of before or the one of the backup, and keeps the other', async (context) => {
    const { whole, backup } = from
    const own = whole.required.slice(0, backup.sequence)
    await killAll(
      { restores: backup.id },
      deathsIn('restore', from),
      { from, context },
      async (data, told, found) => {
        const restored = violationIn(found, expectationOf(told, own))
        const old = violationIn(found, whole)
        if (told.length > 0 && restored) return `after the restore: ${restored}`
        if (restored && old)
          return `neither the old directory (${old}) nor the backup (${restored})`
        const aside = readdirSync(data).find((name) => name.startsWith('store.replaced-'))
        if (restored) return aside ? 'two directories are there, and the old one is in use' : null
        if (!aside) return 'the directory of before is not kept'
        const kept = await findIn(join(data, aside))
        return violationIn(kept, whole) ?? kept.warning
      },
    )
  })

  /** Whether the backup that was made last is there, and the newest that is listed can be restored. */
  async function violationInBackups(
    data: string,
    ledger: readonly string[],
    expected: Expectation,
  ): Promise<string | null> {
    const backups = backupsIn(data)
    const listed = (await backups.list()).map(({ id }) => id)
    const last = backupsTold(ledger).at(-1)
    if (!last || !listed.includes(last.id)) return `the backup ${last?.id} is gone`
    const newest = listed[0] ?? ''
    const { missing } = await backups.prepare(newest)
    if (missing.history > 0) return `the backup ${newest} has lost history`
    const restored = restoredFolder(join(data, 'store'))
    if (!existsSync(restored)) return `the backup ${newest} cannot be restored`
    const copy = await findIn(restored)
    return violationIn(copy, { required: [], allows: allowedBy(expected) }) ?? copy.warning
  }
})

/** Whether something was saved, acknowledged or not. */
const allowedBy =
  ({ required, allows }: Expectation) =>
  (sequence: number, hash: string) =>
    required[sequence - 1] === hash || allows(sequence, hash)
