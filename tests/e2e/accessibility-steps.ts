import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './app.fixture.ts'

/** Expects that axe finds nothing to object to on the page as it is shown. */
export async function expectAccessible(page: Page) {
  // Legacy mode: Electron opens no second page for the check to run in.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const faults = violations.flatMap(({ id, nodes }) =>
    nodes.filter((node) => !isTooltip(id, node.html)).map((node) => `${id}: ${node.html}`),
  )
  expect(faults).toEqual([])
}

/** A tooltip stands outside every landmark; what it says describes its button as well. */
const isTooltip = (rule: string, html: string) =>
  rule === 'region' && html.startsWith('<div role="tooltip"')
