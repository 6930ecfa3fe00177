import type { DirectoryStore } from '../../../electron/store/directory-store.ts'
import type { Transaction } from '../../../shared/directory/transaction.ts'
import { type Expectation, hashOfTransaction } from './ledger.ts'
import type { PatientFolder } from './patient-folder.ts'
import {
  applied,
  emptyReference,
  type Reference,
  textOfDirectory,
  textOfReference,
} from './reference-directory.ts'

/** What a start finds in a store folder. */
export type Found = {
  readonly history: readonly Transaction[]
  /** The directory, as `textOfDirectory` tells it. */
  readonly text: string
  /** Whether every entry of the history fits the one before. */
  readonly fits: boolean
  /** What the start says about it: nothing, that nothing can be saved, or that something was damaged. */
  readonly warning: string | null
}

/** Opens the store, reads its whole history and lets go. Throws what opening throws. */
export async function openAndRead(folder: PatientFolder): Promise<Found> {
  const store = await folder.open()
  try {
    const { history, text } = store
      ? await readAll(store)
      : { history: [], text: textOfReference(emptyReference) }
    const damage = folder.damage && JSON.stringify(folder.damage.report.findings)
    const fits = store === null || (await store.checkHistory(new Set())).mac !== null
    return { history, text, fits, warning: store?.standing.readOnly?.key ?? damage }
  } finally {
    await folder.release()
  }
}

export async function readAll(store: DirectoryStore): Promise<Pick<Found, 'history' | 'text'>> {
  const history: Transaction[] = []
  for await (const transaction of store.transactionsAfter(0)) history.push(transaction)
  return { history, text: textOfDirectory(store.directory) }
}

/** What is wrong with what was found, in words; null when every promise was kept. */
export function violationIn(found: Found, expected: Expectation): string | null {
  const { history, text } = found
  const { required, allows } = expected
  if (history.length < required.length)
    return `${required.length} were acknowledged and ${history.length} are left, without ${lostIn(found, expected)}`
  for (const [index, transaction] of history.entries()) {
    const hash = hashOfTransaction(transaction)
    if (transaction.sequence !== index + 1)
      return `number ${index + 1} of the history says that it is number ${transaction.sequence}`
    const right = index < required.length ? required[index] === hash : allows(index + 1, hash)
    if (!right) return `number ${index + 1} is not what was saved`
  }
  const made = textOfReference(referenceOf(history))
  return made === text
    ? null
    : `the directory is not what its history makes: ${difference(text, made)}`
}

/** Which ones are gone, and what the start says about it. */
const lostIn = ({ history, warning }: Found, { required }: Expectation) =>
  `numbers ${history.length + 1} to ${required.length}; the start says: ${warning ?? 'nothing'}`

function difference(one: string, other: string): string {
  let at = 0
  while (one[at] === other[at]) at += 1
  const excerpt = (text: string) => text.slice(Math.max(0, at - 40), at + 40)
  return `${excerpt(one)} instead of ${excerpt(other)}`
}

export const referenceOf = (history: readonly Transaction[]): Reference =>
  history.reduce(applied, emptyReference)

/**
 * What is wrong when the folder is opened, after something that must leave no trace but a save that is
 * missing or there; null when every promise was kept. Twice, as two starts must find the same.
 */
export async function violationOf(
  folderOf: () => PatientFolder,
  expected: Expectation,
): Promise<string | null> {
  try {
    const found = await openAndRead(folderOf())
    const violation = violationIn(found, expected) ?? found.warning
    if (violation) return violation
    if (!found.fits) return 'the history does not fit together'
    const again = await openAndRead(folderOf())
    return again.text === found.text && again.history.length === found.history.length
      ? null
      : 'a second start finds something else than the first'
  } catch (error) {
    return `opening failed: ${error instanceof Error ? (error.stack ?? error.message) : error}`
  }
}
