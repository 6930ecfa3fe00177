import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { thisComputer } from '../../electron/store/lock-system.ts'
import { nodeFs } from '../../electron/store/store-fs.ts'
import { randomNumbers } from '../support/random-numbers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { count } from './support/figures.ts'
import { openAndRead, violationIn } from './support/judge.ts'
import { contentsOf, expectationIn, runWorker, trespasses } from './support/killed-worker.ts'
import { PatientFolder } from './support/patient-folder.ts'
import { scaled, seed } from './support/scale.ts'
import { pick } from './support/some-plan.ts'
import type { Death } from './support/worker.ts'

const moments = ['before', 'during', 'after'] as const

/** The steps in the order of a life: opening, the first save, the saves, a checkpoint (C0 to C6). */
const steps = {
  opening: ['list folder', 'read checkpoint', 'read segment'],
  saving: [
    'make folder',
    'create segment',
    'write segment',
    'sync segment',
    'sync folder after segment',
  ],
  C0: ['close segment'],
  C1: ['create new checkpoint', 'write new checkpoint'],
  C2: ['sync new checkpoint'],
  C3: ['read new checkpoint'],
  C4: ['rename checkpoint'],
  C5: ['sync folder after checkpoint'],
  C6: ['measure checkpoint', 'remove checkpoint'],
} as const

/** Kills that one folder takes before the next begins. */
const perFolder = 12

type Killing = { readonly death: Death | null; readonly acknowledged?: number }

/** Runs and kills workers on one folder after another, and judges the folder after each. */
async function killAll(killings: readonly Killing[], lane: number, context: TestContext) {
  const home = await temporaryFolder()
  const cache = join(home, 'cache')
  const random = randomNumbers(seed * 7919 + lane)
  const system = await thisComputer()
  for (const [index, { death, acknowledged }] of killings.entries()) {
    const data = join(home, String(Math.floor(index / perFolder)))
    mkdirSync(data, { recursive: true })
    const folder = join(data, 'store')
    const ledger = join(data, 'ledger')
    const before = existsSync(folder) ? contentsOf(folder) : new Map<string, string>()
    const known = existsSync(ledger) ? expectationIn(ledger).acknowledged : 0
    const task = { folder, ledger, death, seed: Math.floor(random() * 1e6), saves: 120 }
    const told = `seed ${seed}, lane ${lane}, kill ${index}: ${JSON.stringify({ death, acknowledged })}`
    const end = await runWorker(task, cache, acknowledged)
    expect(end.errors, told).toBe('')
    const expected = expectationIn(ledger)
    const found = await openAndRead(new PatientFolder(nodeFs, folder, { system }))
    const violation = violationIn(found, expected) ?? found.warning
    count(context, {
      kills: end.killed ? 1 : 0,
      acknowledged: expected.acknowledged - known,
      lost: Math.max(0, expected.required.length - found.history.length),
    })
    expect(violation, told).toBe(null)
    if (existsSync(folder)) expect(trespasses(before, contentsOf(folder)), told).toEqual([])
  }
}

/** Two processes at a time, as there are two cores. */
const inTwoLanes = (killings: readonly Killing[], context: TestContext) =>
  Promise.all(
    [0, 1].map((lane) =>
      killAll(
        killings.filter((_, index) => index % 2 === lane),
        lane,
        context,
      ),
    ),
  )

describe('a process that is killed', () => {
  it('at any moment, has lost nothing that it acknowledged', async (context) => {
    const random = randomNumbers(seed)
    const killings = Array.from({ length: scaled(24, 1000) }, (_, index): Killing => {
      if (index % 3 === 0) return { death: null, acknowledged: 1 + Math.floor(random() * 80) }
      const number = Math.floor(random() ** 2 * 600)
      return { death: { step: null, number, moment: pick(random, moments) } }
    })
    await inTwoLanes(killings, context)
  })

  it.for(Object.entries(steps))('inside %s, has lost nothing', async ([, names], context) => {
    const random = randomNumbers(seed)
    const deaths = names.flatMap((step) => moments.map((moment) => ({ step, moment })))
    const rounds = scaled(1, Math.ceil(125 / deaths.length))
    const killings = Array.from({ length: rounds }, () => deaths)
      .flat()
      .map((death): Killing => ({ death: { ...death, number: Math.floor(random() * 4) } }))
    await inTwoLanes(killings, context)
  })
})
