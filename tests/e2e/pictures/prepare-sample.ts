import type { Page } from '@playwright/test'
import { ask, openSample } from '../profile-steps.ts'
import { find } from '../roles-steps.ts'
import type { Account } from '../sign-in-steps.ts'
import { inventedPortrait } from './invented-portrait.ts'

const portrayed = [
  'rosalind thackray-moss',
  'ingeborg asvang',
  'gareth penrhys',
  'nneka umeadi',
  'przemyslaw dabek',
  'agnieszka zmijewicz',
  'harpreet kandola',
  'anjali deshmane',
  'dorota chmielnicka',
  'henrik grunwedel',
]

/** The sample directory after some days of work: photos, changes, deleted users and groups. */
export async function prepareSample(page: Page): Promise<Account> {
  const account = await openSample(page)
  for (const [number, search] of portrayed.entries()) {
    const { id } = await find(page, search)
    const image = { $bytes: (await inventedPortrait(number)).toString('base64') }
    const { revision } = await ask(page, 'getUser', { id })
    // The host reads bytes from JSON in this shape, of which the contract's type knows nothing.
    await ask(page, 'setPhoto', { id, revision, image: image as unknown as Uint8Array })
  }
  const nneka = await find(page, 'nneka umeadi')
  await change(page, nneka.id, {
    jobTitle: 'Principal Electronics Engineer',
    division: 'Sensors',
    authenticationPhoneNumber: '+44 7700900481',
  })
  const { revision } = await ask(page, 'getUser', { id: nneka.id })
  await ask(page, 'verifyContact', {
    id: nneka.id,
    revision,
    property: 'authenticationPhoneNumber',
    verified: true,
  })
  const leavers = await Promise.all(
    ['alfie oldroyd', 'summer tinsley', 'nele osterkamp'].map((name) => find(page, name)),
  )
  await ask(page, 'deleteUsers', { ids: leavers.map(({ id }) => id) })
  const [home] = (await ask(page, 'listGroups', { search: 'Home Office', offset: 0, limit: 1 }))
    .rows
  if (home) await ask(page, 'deleteGroups', { ids: [home.id] })
  await ask(page, 'backUpNow', {})
  return account
}

async function change(page: Page, id: string, changes: Readonly<Record<string, string>>) {
  const { revision } = await ask(page, 'getUser', { id })
  await ask(page, 'updateUser', { id, revision, changes })
}
