import type { Page } from '@playwright/test'
import type { Asked, Output } from '../../shared/contract/contract.ts'
import type { Request } from '../../shared/contract/requests.ts'
import type { Envelope } from '../../shared/errors.ts'
import { expect } from './app.fixture.ts'

/** What another client of the same application would get. */
export async function ask<R extends Request>(
  page: Page,
  request: R,
  input: Asked<R>,
): Promise<Output<R>> {
  const envelope = await page.evaluate<Envelope<unknown>, [string, unknown]>(
    async ([name, value]) => {
      const { roster } = window as {
        roster?: Record<string, (input: unknown) => Promise<Envelope<unknown>>>
      }
      if (roster) return (await roster[name]?.(value)) as Envelope<unknown>
      const answer = await fetch(`/rpc/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(value),
      })
      return answer.json()
    },
    [request, input],
  )
  if (!envelope.ok) throw new Error(`${request} was refused: ${envelope.failure.message}`)
  return envelope.value as Output<R>
}

/** The sample directory with its administrator signed in. */
export async function openSample(page: Page): Promise<Output<'openSampleDirectory'>> {
  const account = await ask(page, 'openSampleDirectory', {})
  await expect(page.getByRole('heading', { name: 'Users', exact: true })).toBeVisible()
  return account
}

/** Somebody to edit: an ordinary member with a manager, an address of their own and no contacts. */
export async function addAda(page: Page): Promise<Output<'createUser'>> {
  const { domains } = await ask(page, 'getDirectory', {})
  const manager = await ask(page, 'listUsers', { offset: 0, limit: 1 })
  return ask(page, 'createUser', {
    values: {
      displayName: 'Ada Lovelace',
      givenName: 'Ada',
      surname: 'Lovelace',
      userPrincipalName: `ada.lovelace@${domains[0]}`,
      mail: `ada.lovelace@${domains[0]}`,
      jobTitle: 'Analyst',
      managerId: manager.rows[0]?.id,
      usageLocation: 'GB',
    },
  })
}

export async function goTo(page: Page, place: string) {
  await page.evaluate((next) => {
    window.location.hash = next
  }, place)
}

export async function openProfile(
  page: Page,
  user: { readonly id: string },
  name = 'Ada Lovelace',
) {
  await goTo(page, `/users/${user.id}`)
  await expect(page.getByRole('heading', { name: `${name} – Profile`, exact: true })).toBeVisible()
}

export async function startEditing(page: Page) {
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  await expect(page.getByLabel('Display name')).toBeVisible()
}

export const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

export const unsaved = (page: Page) => page.getByRole('region', { name: 'Unsaved changes' })
