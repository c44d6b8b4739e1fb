import { rmSync } from 'node:fs'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { makeDataDir } from './make-data-dir.ts'

/** Where the tests' PostgreSQL is. */
export interface TestServer {
  superuserUrl: string
  databaseUrl: string
  appSecret: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

const appSecret = 'tests only: this secret guards nothing at all'

/** One real PostgreSQL for the whole run, with a migrated template that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = makeDataDir('coursecove-tests-')
  const server = await startEmbeddedDatabase({ dataDir, appSecret, isForTests: true })
  await migrate({ databaseUrl: server.url, appSecret }, 'db')
  await forbidConnections(server.superuserUrl)
  project.provide('testServer', { superuserUrl: server.superuserUrl, databaseUrl: server.url, appSecret })
  return async () => {
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A template can be cloned only while nobody is connected to it. */
async function forbidConnections(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  await client.query('alter database coursecove with allow_connections false')
  await client.end()
}
