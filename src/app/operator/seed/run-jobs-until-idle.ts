import { runWorker } from '#platform/jobs/run-worker.ts'
import { switchboard } from '../../../switchboard.ts'
import type { App } from '../../../wiring.ts'
import { countPendingJobs } from './seed-demo.queries.ts'

const secondsMax = 30

/** Runs a worker here until nothing is left to do, so that what was bought is open when the seed ends. */
export async function runJobsUntilIdle(app: App): Promise<void> {
  const worker = await runWorker({ source: app.config, ctx: app.systemCtx, pool: app.pools.system, switchboard })
  const until = Date.now() + secondsMax * 1000
  while (Date.now() < until && (await app.systemCtx.inSystem(countPendingJobs)) > 0) await new Promise((done) => setTimeout(done, 100))
  await worker.stop()
  await worker.ended
}
