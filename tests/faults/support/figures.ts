import type { TestContext } from 'vitest'

/** What is counted over all tests. Lost, wrong, violations and unnoticed must be zero. */
export const figures = {
  kills: 'kills',
  killsInCheckpoints: 'kills inside a checkpoint',
  killsInBackups: 'kills inside a backup',
  killsInRestores: 'kills inside a restore',
  acknowledged: 'acknowledged saves',
  lost: 'lost',
  tails: 'damaged tails',
  wrong: 'wrong records accepted',
  crashStates: 'crash states',
  violations: 'violations',
  callFaults: 'syscall faults',
  damagedFiles: 'damaged files',
  unnoticed: 'unnoticed damages',
  fillLevels: 'fill levels',
  rounds: 'rounds of two processes',
  sequences: 'generated sequences',
  sealed: 'sealed frames',
  crashes: 'crashes while sealing',
  repeatedNonces: 'repeated nonces',
  bitChanges: 'changed bits',
  tamperings: 'records and files tampered with',
} as const

export type FigureName = keyof typeof figures

type Counts = Partial<Record<FigureName, number>>

declare module 'vitest' {
  interface TaskMeta {
    figures?: Counts
  }
}

/** Adds what a test has counted; the reporter prints the sums. */
export function count({ task }: Pick<TestContext, 'task'>, counts: Counts) {
  const sums = { ...task.meta.figures }
  for (const name of Object.keys(counts) as FigureName[])
    sums[name] = (sums[name] ?? 0) + (counts[name] ?? 0)
  task.meta.figures = sums
}
