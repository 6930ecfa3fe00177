import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openApplication } from '../../electron/application.ts'
import { openFileLog } from '../../electron/file-log.ts'
import { forkPhotoHelper } from '../../electron/photos/fork-photo-helper.ts'
import { folderSettingsSchema } from '../../electron/settings/folder-settings.ts'
import { type Asked, contract, type Output } from '../../shared/contract/contract.ts'
import { preferencesSchema } from '../../shared/contract/preferences.ts'
import type { Request } from '../../shared/contract/requests.ts'
import { aJpeg } from './images.ts'
import { memorySettings } from './memory-settings.ts'
import { plantedCsv, plantedMail, plantedText, plantedValues } from './planted-markers.ts'

// Run as a process: does what an administrator does with people whose data can be told from all else, and
// then either ends as it should or waits to be killed.

const [dataDir = '', how = ''] = process.argv.slice(2)
const application = await openApplication({
  version: '0.0.0',
  dataDir,
  sampleFile: '',
  preferences: memorySettings(preferencesSchema),
  folders: memorySettings(folderSettingsSchema),
  startPhotoHelper: forkPhotoHelper,
  log: openFileLog(join(dataDir, 'roster.log')),
  passwordCosts: { memory: 64, passes: 1 },
})

async function ask<R extends Request>(request: R, input: Asked<R>): Promise<Output<R>> {
  const answer = await application.answer(request, input)
  if (!answer.ok) throw new Error(`${request} was refused: ${JSON.stringify(answer.failure)}`)
  return contract[request].output.parse(answer.value) as never
}

const account = { userPrincipalName: 'ada@contoso.example', password: plantedText(3001) }
await ask('createDirectory', {
  name: 'Contoso',
  domain: 'contoso.example',
  administrator: { displayName: 'Ada Lovelace', ...account, password: plantedText(3000) },
})
await ask('changePassword', { current: plantedText(3000), next: account.password })
const bytes = Buffer.from(plantedCsv(1000), 'utf8')
const { importId } = await ask('previewImport', { name: `${plantedText(3002)}.csv`, bytes })
await ask('applyImport', { importId })
const { rows } = await ask('listUsers', { search: plantedText(7), offset: 0, limit: 5 })
const id = rows[0]?.id ?? ''
const { revision } = await ask('getUser', { id })
const saved = await ask('updateUser', { id, revision, changes: plantedValues(2100) })
await ask('setPhoto', { id, revision: saved.revision, image: new Uint8Array(await aJpeg()) })
await ask('saveDraft', { userId: id, revision: 1, changes: { city: plantedText(2003) } })
const view = {
  search: plantedText(2004),
  filters: [{ property: 'city', operator: 'contains', value: plantedText(2012) } as const],
  sort: [],
  columns: [],
  widths: {},
}
await ask('setListState', { state: { ...view, firstRow: 0, selected: [id] } })
await ask('saveView', { view: { ...view, name: plantedText(2013) } })
await ask('exportUsers', { format: 'json' })
const backup = await ask('backUpNow', {})
await ask('deleteUsers', { ids: [id] })
for (const input of [
  { userPrincipalName: plantedMail(2005), password: plantedText(2006) },
  { userPrincipalName: account.userPrincipalName, password: plantedText(2007) },
])
  await application.answer('signIn', input)
await application.answer('updateUser', { id, revision: 1, changes: { city: plantedText(2008) } })
await ask('restoreBackup', { id: backup.id })
await ask('signIn', account)

// A damaged file makes a report.
await ask('signOut', {})
const store = join(dataDir, 'store')
const [checkpoint = ''] = (await readdir(store)).filter((name) => name.endsWith('.rsnap'))
const whole = await readFile(join(store, checkpoint))
const damaged = Buffer.from(whole)
damaged.writeUInt8(damaged.readUInt8(200) ^ 1, 200)
await writeFile(join(store, checkpoint), damaged)
await ask('signIn', account)
await ask('signOut', {})
await writeFile(join(store, checkpoint), whole)
await ask('signIn', account)
await ask('changeDataKey', { password: account.password })
await ask('createUser', {
  values: {
    displayName: plantedText(2009),
    userPrincipalName: plantedMail(2010),
  },
})

if (how === 'close') {
  await application.close()
  process.exit(0)
}
process.stdout.write('done')
