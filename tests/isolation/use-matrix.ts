import pg from 'pg'
import { afterAll, beforeAll } from 'vitest'
import { loginUrl } from '../../src/platform/db/logins.ts'
import { useTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { openMatrix, type Matrix } from './matrix.ts'

/** Gives a test file a filled database of its own to try. */
export function useMatrix(): () => Matrix {
  const database = useTestDatabase()
  let matrix: Matrix | null = null
  let migrate: pg.Pool | null = null
  beforeAll(async () => {
    const { superuser, pools, source } = database()
    // The database is dropped while the last connection still says goodbye: that is no fault of a test.
    superuser.on('error', () => {})
    migrate = new pg.Pool({ connectionString: source.databaseUrl, max: 1 })
    await copyDatabaseGrants(database())
    matrix = await openMatrix({ superuser, web: pools.web, system: pools.system, auth: pools.auth, migrate })
  })
  afterAll(() => migrate?.end())
  return () => {
    if (!matrix) throw new Error('the matrix is there only while tests run')
    return matrix
  }
}

/** PostgreSQL does not copy the grants of a template to its clone: they are set again as the migrations set them. */
async function copyDatabaseGrants({ superuser, source }: TestDatabase): Promise<void> {
  const name = pg.escapeIdentifier(new URL(source.databaseUrl).pathname.slice(1))
  const system = pg.escapeIdentifier(decodeURIComponent(new URL(loginUrl(source, 'system')).username))
  const held = await superuser.query<{ hasTemporary: boolean }>(`
    select exists (select 1 from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) g
      where d.datname = 'coursecove' and g.grantee = 0 and g.privilege_type = 'TEMPORARY') as "hasTemporary"`)
  if (!held.rows[0]?.hasTemporary) await superuser.query(`revoke temporary on database ${name} from public`)
  await superuser.query(`grant create on database ${name} to ${system}`)
}
