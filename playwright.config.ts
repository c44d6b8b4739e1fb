import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'

const browser = await findBrowser()

/** What takes longest begins first, so that no worker is left alone with it at the end. */
const longest = ['**/sell-and-learn.spec.ts', '**/own-domains.spec.ts', '**/sell-a-beat.spec.ts']

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/journey-installation.ts',
  // One installation for all journeys: they make schools of their own, and do not disturb each other.
  workers: 2,
  projects: [
    { name: 'the longest', testMatch: longest },
    { name: 'the others', testIgnore: longest },
  ],
  timeout: 240_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    launchOptions: { executablePath: browser.executablePath, args: browser.args },
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    // Without a film of every page: filming takes more of the machine than the journey itself.
    trace: 'off',
    actionTimeout: 15_000,
  },
})
