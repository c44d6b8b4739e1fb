import pg from 'pg'
import { expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { ensureRoles } from './ensure-roles.ts'
import { loginUrl } from './logins.ts'

const database = useTestDatabase()

it('databases that share their logins may be brought up to date at the same moment', { timeout: 60_000 }, async () => {
  const { source } = database()
  await Promise.all([1, 2, 3, 4].map(() => asOwner(source.databaseUrl, async (client) => {
    for (let time = 0; time < 15; time += 1) await ensureRoles(client, source)
  })))
  await asOwner(loginUrl(source, 'web'), async (client) => expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]))
})

async function asOwner(connectionString: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
