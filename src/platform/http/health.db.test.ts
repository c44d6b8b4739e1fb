import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { beatHeart } from '../jobs/heartbeat.queries.ts'
import { readHealth } from './health.queries.ts'

const database = useTestDatabase()

describe('health', () => {
  it('is well only with a worker that was seen lately', async () => {
    expect(await readHealth(database().pools.system)).toEqual({ isWell: false, database: 'well', migrations: 'well', worker: 'silent' })
    await beatHeart(database().pools.system, 'worker-1')
    expect(await readHealth(database().pools.system)).toEqual({ isWell: true, database: 'well', migrations: 'well', worker: 'well' })
  })

  it('asks for no worker where a queue outside runs the jobs', async () => {
    await database().superuser.query('delete from worker_heartbeats')
    expect(await readHealth(database().pools.system, { outsideQueue: 'Inngest' })).toEqual({ isWell: true, database: 'well', migrations: 'well', worker: 'not needed' })
  })

  it('says when the database is behind this release', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'coursecove-health-'))
    writeFileSync(join(folder, '9999_not_applied.sql'), '')
    expect(await readHealth(database().pools.system, { folder })).toMatchObject({ isWell: false, migrations: 'behind' })
  })

  it('says when the database cannot be reached', async () => {
    const nowhere = new pg.Pool({ connectionString: 'postgres://nobody@127.0.0.1:1/nowhere', connectionTimeoutMillis: 500 })
    expect(await readHealth(nowhere)).toMatchObject({ isWell: false, database: 'unreachable' })
    await nowhere.end()
  })
})
