import { type Application, openApplication } from '../../electron/application.ts'
import { forkPhotoHelper } from '../../electron/photos/fork-photo-helper.ts'
import { folderSettingsSchema } from '../../electron/settings/folder-settings.ts'
import type { Asked, Output } from '../../shared/contract/contract.ts'
import { preferencesSchema } from '../../shared/contract/preferences.ts'
import type { Request } from '../../shared/contract/requests.ts'
import { memorySettings } from '../support/memory-settings.ts'
import { quiet } from './quiet.ts'

export type Ask = <R extends Request>(request: R, input: Asked<R>) => Promise<Output<R>>

/** The application on a data folder as a host has it, and a way to ask it that throws what it refuses. */
export async function hostedApplication(
  dataDir: string,
): Promise<{ readonly application: Application; readonly ask: Ask }> {
  const application = await openApplication({
    version: '0.0.0',
    dataDir,
    sampleFile: '',
    preferences: memorySettings(preferencesSchema),
    folders: memorySettings(folderSettingsSchema),
    startPhotoHelper: forkPhotoHelper,
    log: quiet,
  })
  const ask: Ask = async (request, input) => {
    const answer = await application.answer(request, input)
    if (!answer.ok) throw new Error(answer.failure.message)
    return answer.value as Output<typeof request>
  }
  return { application, ask }
}
