import { switchboard } from '../../src/switchboard.ts'
import type { App } from '../../src/wiring.ts'
import type { TestDatabase } from './test-database.ts'

const heard = new Set<string>()

/**
 * Lets everybody who hears facts of a school hear what nobody has heard yet, in the order in which it happened.
 *
 * @param only facts of these names, for tests that say in which order they are heard
 */
export async function hearFacts(database: TestDatabase, app: App, organizationId: string, only?: string): Promise<void> {
  const { rows } = await database.superuser.query('select id, name, payload, created_at from outbox_events where organization_id = $1 order by created_at, id', [organizationId])
  for (const row of rows.filter(({ id, name }) => !heard.has(id) && (only === undefined || name === only))) {
    const fact = { id: row.id, organizationId, name: row.name, payload: row.payload, occurredAt: row.created_at }
    for (const subscriber of switchboard.events[row.name] ?? []) await app.systemCtx.inSystem((tx) => subscriber.hear(app.systemCtx, tx, fact))
    heard.add(row.id)
  }
}
