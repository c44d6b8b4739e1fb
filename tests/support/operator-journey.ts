import { startClerkInstallation } from './clerk-installation.ts'
import { expect, test as base } from './journey.ts'
import { operate, type OperatedInstallation } from './operated-installation.ts'

/** Journeys of the operator where Clerk is who knows people: each run has an installation of its own. */
export const test = base.extend<{}, { operated: OperatedInstallation }>({
  operated: [
    async ({}, use) => {
      const installation = await startClerkInstallation({ kind: 'live', tokenSeconds: 60, withWebhooks: true })
      try {
        const operated = operate(installation)
        // What the five-minute walk heals by itself must not be done before the operator presses anything.
        await operated.stopClock()
        await use(operated)
      } finally {
        await installation.stop()
      }
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  home: async ({ operated }, use) => {
    await use(operated.url)
  },
})

export { expect }
