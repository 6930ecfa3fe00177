import type { Output } from '../../shared/contract/contract.ts'
import { headCodeOf } from '../keys/head-code.ts'
import type { NotedHead } from '../store/backups.ts'
import type { ChainCheck } from '../store/history/check-chain.ts'
import type { Workspace } from './workspace.ts'

/** Looks whether the history is what was written, entry by entry, and what backups noted of it. */
export class HistoryCheckService {
  readonly #workspace: Workspace
  readonly #notedHeads: (directoryId: string) => Promise<readonly NotedHead[]>

  constructor(
    workspace: Workspace,
    notedHeads: (directoryId: string) => Promise<readonly NotedHead[]>,
  ) {
    this.#workspace = workspace
    this.#notedHeads = notedHeads
  }

  async check(): Promise<Output<'checkHistory'>> {
    const { store } = this.#workspace.current
    const noted = await this.#notedHeads(store.directory.id)
    const chain = await store.checkHistory(new Set(noted.map(({ sequence }) => sequence)))
    const { last, fit, at, mac } = chain
    const verdicts = noted.map((head) => ({ head, verdict: verdictOf(head, chain) }))
    return {
      entries: last,
      fit,
      at,
      code: mac === null ? null : headCodeOf(mac),
      backups: {
        same: verdicts.filter(({ verdict }) => verdict === 'same').length,
        other: verdicts
          .filter(({ verdict }) => verdict === 'other')
          .map(({ head: { takenAt, sequence } }) => ({ takenAt, entries: sequence })),
      },
    }
  }
}

/** A backup that goes further than the history was made of another one, as well as one with another mac. */
function verdictOf({ sequence, mac }: NotedHead, { last, fit, macs }: ChainCheck) {
  if (sequence > fit && sequence <= last) return 'unknown'
  return macs.get(sequence) === mac ? 'same' : 'other'
}
