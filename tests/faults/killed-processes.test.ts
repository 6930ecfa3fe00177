import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, type TestContext } from 'vitest'
import { randomNumbers } from '../support/random-numbers.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'
import { count, type FigureName } from './support/figures.ts'
import { violationIn } from './support/judge.ts'
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
import { scaled, seed } from './support/scale.ts'
import { pick } from './support/some-plan.ts'
import { type Death, moments } from './support/worker-task.ts'

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
async function killAll(
  killings: readonly Killing[],
  lane: number,
  { context, figure }: { context: TestContext; figure?: FigureName },
) {
  const home = await temporaryFolder()
  const random = randomNumbers(seed * 7919 + lane)
  for (const [index, { death, acknowledged }] of killings.entries()) {
    const data = join(home, String(Math.floor(index / perFolder)))
    mkdirSync(data, { recursive: true })
    const store = join(data, 'store')
    const before = existsSync(store) ? contentsOf(store) : new Map<string, string>()
    const known = existsSync(join(data, 'ledger')) ? expectationOf(ledgerOf(data)).acknowledged : 0
    const chosen = Math.floor(random() * 1e6)
    const at = Date.parse('2026-01-02T12:00:00Z') + chosen * 3_600_000
    const length = death ? { lives: 20, saves: 6 } : { lives: 1, saves: 120 }
    const task = { data, death, seed: chosen, at, ...length }
    const told = `seed ${seed}, lane ${lane}, kill ${index}: ${JSON.stringify({ death, acknowledged })}`
    const end = await runWorker(task, join(home, 'cache'), acknowledged)
    expect(end.errors, told).toBe('')
    const expected = expectationOf(ledgerOf(data))
    const found = await findIn(store)
    const violation = violationIn(found, expected) ?? found.warning
    const kills = end.killed ? 1 : 0
    count(context, {
      kills,
      ...(figure ? { [figure]: kills } : {}),
      acknowledged: expected.acknowledged - known,
      lost: Math.max(0, expected.required.length - found.history.length),
    })
    expect(keptFor(violation, data), told).toBe(null)
    if (existsSync(store)) expect(trespasses(before, contentsOf(store)), told).toEqual([])
  }
}

describe('a process that is killed', () => {
  it('at any moment, has lost nothing that it acknowledged', async (context) => {
    const random = randomNumbers(seed)
    const killings = Array.from({ length: scaled(16, 800) }, (_, index): Killing => {
      if (index % 3 === 0) return { death: null, acknowledged: 1 + Math.floor(random() * 80) }
      const number = Math.floor(random() ** 2 * 600)
      return { death: { step: null, number, moment: pick(random, moments) } }
    })
    await inTwoLanes(killings, (some, lane) => killAll(some, lane, { context }))
  })

  it.for(Object.entries(steps))('inside %s, has lost nothing', async ([name, names], context) => {
    const random = randomNumbers(seed)
    const rounds = Math.ceil(scaled(3, 80) / names.length)
    const killings = Array.from({ length: rounds }, (_, round) =>
      names.map((step, index): Killing => {
        const moment = moments[(round + index) % moments.length] ?? 'before'
        const number = Math.floor(random() * 4)
        return { death: { phase: 'work', step, number, moment } }
      }),
    ).flat()
    const figure = name.startsWith('C') ? 'killsInCheckpoints' : undefined
    await inTwoLanes(killings, (some, lane) =>
      killAll(some, lane, figure ? { context, figure } : { context }),
    )
  })
})
