import type { StormRecord } from './compare-with-record.ts'
import type { ClerkStorm } from './make-clerk-storm.ts'
import type { RageReport } from './rage.ts'
import type { StormDatabase } from './storm-database.ts'

/** Prints what a storm was and what came of it, for whoever reads the log of a long run. */
export async function tellOfStorm(told: { seed: number; storm: ClerkStorm; report: RageReport; settlingMs: number; found: StormRecord; database: StormDatabase }): Promise<void> {
  const { seed, storm, report, settlingMs, found, database } = told
  const { rows } = await database.superuser.query(
    `select count(*) filter (where handled_by = 'fast')::int as fast, count(*) filter (where attempts > 1)::int as again, sum(deliveries)::int as taken, max(attempts) as most from webhook_events`,
  )
  const [row] = rows
  const going = storm.events.filter(({ type }) => type.endsWith('.deleted')).length
  const refused = Object.entries(report.refused).map(([status, count]) => `${count} with ${status}`).join(', ') || 'none'
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const lines = [
    `${storm.events.length} events (${going} deletions), ${report.deliveries} deliveries, ${report.deliveries - storm.events.length} of them repeats, ${report.tries} tries by Svix's schedule`,
    `refused ${refused}; cut off ${report.cut}; given up by the schedule and sent anew ${report.givenUp}`,
    `killed: web ${report.kills.web}, worker ${report.kills.worker}; ended by themselves: web ${report.falls.web}, worker ${report.falls.worker}; database restarted: ${report.restarts.join(', ')}`,
    `sent in ${seconds(report.sendingMs)}, settled after ${seconds(settlingMs)}; fast path ${row.fast}, tried more than once ${row.again} (at most ${row.most} times)`,
    `equal to the record: ${found.users.length} people, ${found.organizations.length} schools, ${found.memberships.length} memberships, ${found.tombstones.length} tombstones; each of ${report.acknowledged.size} acknowledged events completed once`,
  ]
  for (const line of lines) console.log(`storm: seed ${seed}: ${line}`)
}
