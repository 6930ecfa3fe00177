import { expectAccessible } from './accessibility-steps.ts'
import { expect, test } from './app.fixture.ts'
import { openSample } from './profile-steps.ts'

// The browser host is started with what the test decides; Electron looks where administrators put it, such as /etc.
test.skip(({ host }) => host !== 'browser', 'Electron reads the policies of this computer')

test.describe('what the organisation decides', () => {
  const policies = { Theme: 'dark', DisableImport: true, PhotoMaxBytes: 1_048_576, Telemetry: true }
  test.use({ environment: { ROSTER_E2E_POLICIES: JSON.stringify(policies) } })

  test('is shown as such, cannot be changed, and holds', async ({ launch }) => {
    const { page } = await launch()
    await openSample(page)
    const importing = page.getByRole('button', { name: 'Import' })
    await expect(importing).toHaveAttribute('aria-disabled', 'true')
    await importing.hover()
    await expect(page.getByRole('tooltip')).toContainText('Your organisation switched')

    await page.getByRole('link', { name: 'Settings' }).click()
    await expect(page.getByRole('combobox', { name: 'Theme' })).toHaveAttribute(
      'aria-disabled',
      'true',
    )
    const card = page.getByRole('region', { name: 'Managed by your organisation' })
    await expect(card.getByRole('row', { name: /^Theme dark/ })).toContainText('policy.json')
    await expect(card.getByRole('row', { name: /^Disable import On/ })).toBeVisible()
    await expect(card).toContainText('“Telemetry” in /etc/roster/policy.json is not used')
    await expectAccessible(page)
  })
})
