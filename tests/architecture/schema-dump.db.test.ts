import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, it } from 'vitest'
import { dumpSchema } from '../../db/dump-schema.ts'
import { useTestDatabase } from '../support/test-database.ts'

const database = useTestDatabase()

it('the migrations make exactly the database that db/schema.sql shows', async () => {
  const client = new pg.Client({ connectionString: database().source.databaseUrl })
  await client.connect()
  const now = await dumpSchema(client)
  await client.end()

  console.log(`schema dump: ${now.split('\n').length} lines compared`)
  expect(now, 'run `npm run cove -- schema` and look at the difference').toBe(readFileSync('db/schema.sql', 'utf8'))
})
