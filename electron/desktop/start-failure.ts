import { app, dialog } from 'electron'
import { AppError } from '../../shared/errors.ts'
import { Sentences } from '../sentences.ts'
import { desktopTextIn } from './text.ts'

/** Says why there is no window. What cannot be opened is left as it was. */
export function explainFailedStart(error: unknown): void {
  const sentence =
    error instanceof AppError ? new Sentences().failure(error).message : String(error)
  dialog.showErrorBox(desktopTextIn('en')('startFailedTitle'), sentence)
  app.exit(1)
}
