import { app, dialog } from 'electron'
import { AppError } from '../../shared/errors.ts'
import { Sentences } from '../sentences.ts'
import { UsageError } from '../settings/switches.ts'
import { desktopTextIn } from './text.ts'

/** Ends the program with an exit code, and words: on standard output when all is well, else on standard error. */
export function endWith(code: number, words: string): void {
  ;(code === 0 ? process.stdout : process.stderr).write(words)
  app.exit(code)
}

export const sentenceOf = (error: unknown) =>
  error instanceof AppError ? new Sentences().failure(error).message : String(error)

/**
 * Says why there is no window. What cannot be opened is left as it was. A switch that is not understood is a matter
 * of whoever wrote the command line, and answered there.
 */
export function explainFailedStart(error: unknown): void {
  if (error instanceof UsageError) {
    endWith(2, `${error.message}\n`)
    return
  }
  dialog.showErrorBox(desktopTextIn('en')('startFailedTitle'), sentenceOf(error))
  app.exit(1)
}
