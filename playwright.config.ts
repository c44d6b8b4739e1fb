import { defineConfig } from '@playwright/test'
import { findBrowser } from './tests/support/browser.ts'

const browser = await findBrowser()

const movesAndElsewhere = ['own-domains', 'clerk', 'missing-person', 'reconcile', 'walk'].map((name) => `**/${name}.spec.ts`)

export default defineConfig({
  testDir: 'tests/journeys',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/support/journey-installation.ts',
  // One installation for all journeys: they make schools of their own, and do not disturb each other.
  workers: 2,
  projects: [
    // What says how soon a person sees what another did has the machine to itself.
    { name: 'alone', testMatch: '**/sell-and-learn.spec.ts' },
    // For a while the demo school Melody has another address: only those who are not there go on beside.
    { name: 'while a school moves', testMatch: movesAndElsewhere, dependencies: ['alone'] },
    { name: 'beside each other', testIgnore: ['**/sell-and-learn.spec.ts', ...movesAndElsewhere], dependencies: ['while a school moves'] },
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
    trace: { mode: 'retain-on-failure', screenshots: false },
    actionTimeout: 15_000,
  },
})
