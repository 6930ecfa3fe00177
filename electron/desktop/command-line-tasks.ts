import { app } from 'electron'
import type { Output } from '../../shared/contract/contract.ts'
import type { Application } from '../application.ts'
import { desktopUsage, type Task } from '../settings/command-line.ts'

type Status = Output<'directoryStatus'>

/** What the program ends with when it opens no window, for scripts of an administrator. */
export const exitCodes = { sound: 0, inUse: 4, damaged: 5, unusable: 6 } as const

/** Answers what needs no directory on standard output; null when there is more to do. */
export function printed(task: Task): string | null {
  if (task === 'help') return `Usage: ${desktopUsage}\n`
  return task === 'version' ? `${app.getVersion()}\n` : null
}

/** How the directory stands, as far as that shows without a password: an exit code, and a sentence unless all is well. */
export async function check(
  application: Pick<Application, 'answer'>,
): Promise<{ readonly code: number; readonly sentence: string | null }> {
  const answer = await application.answer('directoryStatus', {})
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
