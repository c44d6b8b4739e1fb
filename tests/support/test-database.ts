import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { openPools, type Pools } from '../../src/platform/db/pools.ts'
import type { LoginSource } from '../../src/platform/db/logins.ts'

/** A database of a test file's own: a clone of the migrated template, with row level security in force. */
export interface TestDatabase {
  source: LoginSource
  pools: Pools
  /** Sees everything; for arranging and for looking after the fact, never for the deed under test. */
  superuser: pg.Pool
}

/**
 * Gives the test file a database of its own, made before its tests and dropped after them.
 *
 * @example
 * const database = useTestDatabase()
 * it('…', async () => { await withTenant(database().pools.web, …) })
 */
export function useTestDatabase(): () => TestDatabase {
  let database: TestDatabase | null = null
  // The part before the double underscore names the template, whose logins the clone keeps.
  const name = `coursecove__${randomBytes(6).toString('hex')}`

  beforeAll(async () => {
    const server = inject('testServer')
    await asSuperuser(server.superuserUrl, `create database ${name} template coursecove owner coursecove_migrate`)
    const source = { databaseUrl: withDatabase(server.databaseUrl, name), appSecret: server.appSecret }
    const superuser = new pg.Pool({ connectionString: withDatabase(server.superuserUrl, name), max: 2 })
    // Dropping the database with force ends its idle connections too, which is no fault of a test.
    superuser.on('error', () => {})
    database = { source, pools: openPools(source), superuser }
  })
  afterAll(async () => {
    await database?.pools.close()
    await database?.superuser.end()
    await asSuperuser(inject('testServer').superuserUrl, `drop database if exists ${name} with (force)`)
  })

  return () => {
    if (!database) throw new Error('the test database is there only while tests run')
    return database
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

async function asSuperuser(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
