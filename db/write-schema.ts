import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbeddedDatabase } from '../src/platform/db/embedded-database.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { dumpSchema } from './dump-schema.ts'

// Migrates an empty database, then writes db/schema.sql and the types in src/platform/db/schema.ts from it.
const dataDir = mkdtempSync(join(tmpdir(), 'coursecove-schema-'))
const appSecret = 'only for a database that lives a few seconds'
const server = await startEmbeddedDatabase({ dataDir, appSecret, isForTests: true })
try {
  await migrate({ databaseUrl: server.url, appSecret }, 'db')
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  writeFileSync('db/schema.sql', await dumpSchema(client))
  await client.end()

  const args = ['node_modules/kysely-codegen/dist/cli/bin.js', '--dialect', 'postgres', '--url', server.superuserUrl.replace(/postgres$/, 'coursecove'), '--numeric-parser', 'number', '--date-parser', 'string', '--type-mapping', '{"int8":"number","int4multirange":"string"}', '--exclude-pattern', '(graphile_worker|cove|better_auth).*', '--out-file', 'src/platform/db/schema.ts']
  const result = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (result.status !== 0) throw new Error(result.stderr || result.stdout)
  console.log('written: db/schema.sql and src/platform/db/schema.ts')
} finally {
  await server.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
