import { factsOf } from '../../shared/directory/activities.ts'
import type { Transaction } from '../../shared/directory/transaction.ts'

/** An action that can be taken back, or done again. */
export type UndoStep = {
  /** The transaction to take back for that. */
  readonly id: string
  /** The one that first did it, which tells what it is. */
  readonly origin: string
}

/** What was done since the directory was opened, in the order in which it is taken back and done again. */
export class UndoStack {
  readonly #done: UndoStep[] = []
  readonly #undone: UndoStep[] = []

  get nextUndo(): UndoStep | null {
    return this.#done.at(-1) ?? null
  }

  get nextRedo(): UndoStep | null {
    return this.#undone.at(-1) ?? null
  }

  add({ id, activity, undoes, changes }: Transaction): void {
    if (changes.length === 0 || factsOf(activity).lasting) return
    if (activity === 'undo') {
      const step = taken(this.#done, undoes)
      if (step) {
        this.#undone.push({ id, origin: step.origin })
        return
      }
    }
    const again = activity === 'redo' ? taken(this.#undone, undoes) : null
    if (!again) this.#undone.length = 0
    this.#done.push({ id, origin: again?.origin ?? id })
  }
}

/** Takes the step of this transaction out of the list, wherever in it. */
function taken(steps: UndoStep[], id: string | undefined): UndoStep | null {
  const at = steps.findIndex((step) => step.id === id)
  return at < 0 ? null : (steps.splice(at, 1)[0] ?? null)
}
