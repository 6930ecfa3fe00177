import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app.fixture.ts'

/** Expects that axe finds nothing to object to on the page as it is shown. */
export async function expectAccessible(page: Page) {
  // Legacy mode: Electron opens no second page for the check to run in.
  // A tooltip stands outside every landmark; what it says describes its button as well.
  const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[role=tooltip]')
  const { violations } = await axe.analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html)}`)).toEqual([])
}
