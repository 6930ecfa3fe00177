import type { Step } from './step-fs.ts'

/** What a worker is about. */
export type Phase = 'work' | 'backup' | 'restore'

/** When a process dies, as seen from a step. */
export const moments = ['before', 'during', 'after'] as const

/** At which step a worker kills itself: the step of this number, or the so manieth of this name. */
export type Death = {
  /** Without one, the steps of every phase count. */
  readonly phase?: Phase
  readonly step: Step | null
  readonly number: number
  readonly moment: (typeof moments)[number]
}

export type WorkerTask = {
  /** The folder in which the store is, and the backups if there are any. */
  readonly data: string
  readonly seed: number
  /** When it begins, in milliseconds since 1970. */
  readonly at: number
  /** How often it opens the store, saves so many times, and closes it again. */
  readonly lives: number
  readonly saves: number
  /** Whether it makes a backup in each life. */
  readonly backsUp?: boolean
  /** The backup that it puts in the store's place before anything else. */
  readonly restores?: string
  /** Whether another one may have the folder: then this one leaves it alone. */
  readonly contested?: boolean
  readonly death: Death | null
}
