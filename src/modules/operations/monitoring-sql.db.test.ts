import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'

const database = useTestDatabase()

/** Word for word what the setup guide tells an operator to type. */
const statements = {
  recent: 'SELECT * FROM webhook_events ORDER BY created_at DESC LIMIT 20;',
  completed: `SELECT * FROM webhook_events WHERE status = 'completed' ORDER BY created_at DESC;`,
  failed: `SELECT * FROM webhook_events WHERE status = 'failed' ORDER BY created_at DESC;`,
  pending: `SELECT * FROM webhook_events WHERE status = 'pending' ORDER BY created_at DESC;`,
  rate: `SELECT
  status,
  COUNT(*) as count,
  ROUND(COUNT(*) * 100.0 / SUM(COUNT(*)) OVER (), 2) as percentage
FROM webhook_events
GROUP BY status;`,
}

describe('the statements an operator types to watch the inbox', () => {
  it.each(['the system', 'a superuser'])('run as they are for %s, and say what is so', async (who) => {
    await database().superuser.query(`delete from webhook_events`)
    await database().superuser.query(`insert into webhook_events (provider, event_id, event_type, payload, status, created_at)
      select 'clerk', 'evt_' || n, 'user.created', '{}', case when n <= 30 then 'completed' when n <= 37 then 'failed' else 'pending' end, now() - n * interval '1 second' from generate_series(1, 40) n`)
    const client = who === 'the system' ? await database().pools.system.connect() : null
    await client?.query('set role service_role')
    try {
      const ask = async (text: string) => (await (client ?? database().superuser).query<Record<string, unknown>>(text)).rows
      expect((await ask(statements.recent)).map(({ event_id }) => event_id)).toEqual(Array.from({ length: 20 }, (_, index) => `evt_${index + 1}`))
      expect(await ask(statements.completed)).toHaveLength(30)
      expect(await ask(statements.failed)).toHaveLength(7)
      expect(await ask(statements.pending)).toHaveLength(3)
      const rates = (await ask(statements.rate)).map(({ status, count, percentage }) => `${String(status)} ${Number(count)} ${Number(percentage)}`)
      expect(rates.sort()).toEqual(['completed 30 75', 'failed 7 17.5', 'pending 3 7.5'])
    } finally {
      await client?.query('reset role')
      client?.release()
    }
  })
})
