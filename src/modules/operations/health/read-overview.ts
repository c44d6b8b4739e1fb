import type { SystemCtx } from '#platform/ctx.ts'
import { countJobs, listWorkers, type JobCount, type WorkerSeen } from '../jobs/jobs.queries.ts'
import { readHistory, type HourFigures } from './history.queries.ts'
import { readDatabaseFigures, readInboxFigures, readLatencies, readOpenFigures, type InboxFigures, type OpenFigures, type ProviderFigures } from './overview.queries.ts'

/** How far back the figures look. */
export const overviewWindows = { hour: 3600, day: 86_400 } as const
export type OverviewWindow = keyof typeof overviewWindows

/** How the installation stands. */
export interface Overview {
  database: Awaited<ReturnType<typeof readDatabaseFigures>> & { answeredMs: number }
  open: OpenFigures
  figures: InboxFigures
  latencies: ProviderFigures[]
  /** The last 24 hours, whatever the window. */
  hours: HourFigures[]
  jobs: JobCount[]
  workers: WorkerSeen[]
}

/**
 * How the installation stands now, and what the inbox did in the last hour or day.
 *
 * @throws DatabaseUnavailable when the database does not answer
 */
export async function readOverview(ctx: Pick<SystemCtx, 'inSystem'>, window: OverviewWindow): Promise<Overview> {
  return ctx.inSystem(async (tx) => {
    const before = performance.now()
    const database = await readDatabaseFigures(tx)
    const answeredMs = performance.now() - before
    return {
      database: { ...database, answeredMs },
      open: await readOpenFigures(tx),
      figures: await readInboxFigures(tx, overviewWindows[window]),
      latencies: await readLatencies(tx, overviewWindows[window]),
      hours: await readHistory(tx, 24),
      jobs: await countJobs(tx),
      workers: await listWorkers(tx),
    }
  })
}
