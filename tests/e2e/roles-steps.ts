import type { Page } from '@playwright/test'
import type { Output } from '../../shared/contract/contract.ts'
import { ask, openSample } from './profile-steps.ts'
import { signIn } from './users-steps.ts'

const ownPassword = 'Their-Own-Word-1843'

/** The first user that a search finds. */
export async function find(page: Page, search: string): Promise<Output<'listUsers'>['rows'][0]> {
  const { rows } = await ask(page, 'listUsers', { search, offset: 0, limit: 1 })
  const [user] = rows
  if (!user) throw new Error(`Nobody is found by “${search}”.`)
  return user
}

/** The sample directory, whose administrator has given a password to somebody else, who signs in with it. */
export async function openSampleAs(page: Page, search: string): Promise<void> {
  await openSample(page)
  const { id, userPrincipalName } = await find(page, search)
  const { password: given } = await ask(page, 'resetPassword', { id })
  await ask(page, 'signIn', { userPrincipalName, password: given })
  await ask(page, 'changePassword', { current: given, next: ownPassword })
  await ask(page, 'signOut', {})
  await signIn(page, { userPrincipalName, password: ownPassword })
}
