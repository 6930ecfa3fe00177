import { defineConfig } from '@playwright/test'
import type { AppOptions } from './tests/e2e/app.fixture.ts'

const host = process.env.ROSTER_E2E_HOST === 'electron' ? 'electron' : 'browser'
const executablePath = process.env.ROSTER_BROWSER
// Chromium has no sandbox for root, and most CI machines allow it none.
const chromiumSandbox = process.getuid?.() !== 0 && !process.env.CI

export default defineConfig<AppOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  // A busy CI machine may let one of many waits run out; a second time it does not.
  retries: process.env.CI ? 1 : 0,
  use: {
    host,
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      chromiumSandbox,
      // Whatever the page asks for outside this computer fails at once, and so does its test.
      args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
      ...(executablePath ? { executablePath } : {}),
    },
  },
})
