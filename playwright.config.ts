import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'

const browser = await findBrowser()

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/journey-installation.ts',
  // One installation for all journeys: they make schools of their own, and do not disturb each other.
  workers: 2,
  projects: [
    // What says how soon a person sees what another did has the machine to itself.
    { name: 'alone', testMatch: '**/sell-and-learn.spec.ts' },
    { name: 'beside each other', testIgnore: '**/sell-and-learn.spec.ts', dependencies: ['alone'] },
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
