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
        await operated.asOwner(clockStandsStill)
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

/** What the five-minute walk heals by itself must not be done before the operator presses anything. */
const clockStandsStill = `
  create function clock_stands_still() returns trigger language plpgsql as $$ begin raise exception 'no walk by the clock in this journey'; end $$;
  create trigger clock_stands_still before insert on reconcile_runs for each row when (new.started_by = 'clock') execute function clock_stands_still()`

export { expect }
