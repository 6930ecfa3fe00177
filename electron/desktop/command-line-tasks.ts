import { app } from 'electron'
import type { Output } from '../../shared/contract/contract.ts'
import { AppError } from '../../shared/errors.ts'
import type { Application } from '../application.ts'
import { desktopUsage, type Task } from '../settings/command-line.ts'

type Status = Output<'directoryStatus'>

/** What the program ends with when it opens no window, for scripts of an administrator. */
export const exitCodes = {
  sound: 0,
  error: 1,
  inUse: 4,
  damaged: 5,
  unusable: 6,
  broken: 7,
} as const

/** Answers what needs no directory on standard output; null when there is more to do. */
export function printed(task: Task): string | null {
  if (task === 'help') return `Usage: ${desktopUsage}\n`
  return task === 'version' ? `${app.getVersion()}\n` : null
}

/** An exit code, and what is wrong in sentences; null when all is well. */
type Checked = { readonly code: number; readonly sentence: string | null }

/** How the directory and the program stand, as far as that shows without a password. */
export async function check(
  application: Pick<Application, 'answer' | 'provePhotoHelper'>,
): Promise<Checked> {
  const directory = await checkDirectory(application)
  const photos = await application.provePhotoHelper()
  if (photos === null) return directory
  return {
    code: directory.code || exitCodes.broken,
    sentence: directory.sentence === null ? photos : `${directory.sentence}\n${photos}`,
  }
}

/** What the program ends with when it could not even check. */
export const codeOf = (error: unknown): number =>
  error instanceof AppError && error.key === 'cipherMissing' ? exitCodes.broken : exitCodes.error

async function checkDirectory({ answer: ask }: Pick<Application, 'answer'>): Promise<Checked> {
  const answer = await ask('directoryStatus', {})
  if (!answer.ok) return { code: exitCodes.unusable, sentence: answer.failure.message }
  const { trouble, reason = null, readOnly, state } = answer.value as Status
  if (trouble)
    return {
      code: trouble === 'unreadable' ? exitCodes.unusable : exitCodes.damaged,
      sentence: reason,
    }
  if (state === 'none' || !readOnly || readOnly.reason === 'intended')
    return { code: exitCodes.sound, sentence: null }
  const code = { 'in-use': exitCodes.inUse, damaged: exitCodes.damaged }[readOnly.reason as string]
  return { code: code ?? exitCodes.unusable, sentence: readOnly.message }
}
