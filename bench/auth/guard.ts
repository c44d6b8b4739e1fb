import { createSign, generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { RouterContextProvider } from 'react-router'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { loginUrl } from '../../src/platform/db/logins.ts'
import { migrate } from '../../src/platform/db/migrate.ts'

/** The guard of a studio page under Clerk, and one question to the same database beside it. */
export interface GuardGround {
  /** Session, school, membership and permission of one request; throws when the person may not. */
  guard(): Promise<void>
  /** One round trip to the database as every page of a visitor makes it: the school of the host. */
  roundTrip(): Promise<void>
  /** The least that any guard must ask, by the bare driver: a prepared statement that finds the role of a person in a school. */
  bareRoundTrip(): Promise<void>
  close(): Promise<void>
}

const appSecret = 'only for a database that lives as long as the benchmark'
const [schools, people] = [200, 2000]
/** What somebody at work asks for in the minute that a token lives: pages and what they load. */
const requestsOfAToken = 20

/** Opens a database with schools and people, and the application over it with Clerk's keys. */
export async function openGuardGround(): Promise<GuardGround> {
  const folder = mkdtempSync(join(tmpdir(), 'coursecove-auth-'))
  const database = await startEmbeddedDatabase({ dataDir: folder, appSecret, isForTests: true })
  await migrate({ databaseUrl: database.url, appSecret }, 'db')
  await fill(database.superuserUrl.replace(/postgres$/, 'coursecove'))

  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048, publicKeyEncoding: { type: 'spki', format: 'pem' }, privateKeyEncoding: { type: 'pkcs8', format: 'pem' } })
  const app = await openApp({
    DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, PORT: '3000', NODE_ENV: 'production',
    CLERK_SECRET_KEY: 'sk_test_bench', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('clerk.bench.test$').toString('base64')}`, CLERK_JWT_KEY: publicKey,
  })
  const { findArrival, findTenant, makeRequestContext, requestContext, requireStudio } = await guardParts()
  const tokens = Array.from({ length: people }, (_, person) => mint(privateKey, `user_${person}`))
  const shown = tokens.map((token) => new Headers({ cookie: `__session=${token}` }))
  const page = new Request('http://school-1.coursecove.localhost:3000/studio')
  const bare = new pg.Pool({ allowExitOnIdle: true, connectionString: loginUrl({ databaseUrl: database.url, appSecret }, 'system'), max: 4, options: '-c role=service_role' })
  bare.on('error', () => {})
  let requests = 0
  const nextPerson = () => Math.floor(requests++ / requestsOfAToken) % tokens.length
  return {
    async guard() {
      const person = nextPerson()
      const headers = shown[person] ?? new Headers()
      const slug = `school-${person % schools}`
      const { tenant, seen } = await findArrival(app, slug, headers)
      const context = new RouterContextProvider()
      context.set(requestContext, makeRequestContext({ app, tenant, seen, base: '', host: `${slug}.coursecove.localhost:3000`, address: 'bench', headers }))
      const { role } = await requireStudio(context, page, 'courses.manage')
      if (role !== 'instructor') throw new Error(`the guard found ${role}`)
    },
    async roundTrip() {
      const slug = `school-${nextPerson() % schools}`
      if ((await findTenant(app.pools.web, slug))?.slug !== slug) throw new Error(`${slug} was not found`)
    },
    async bareRoundTrip() {
      const person = nextPerson()
      const { rows } = await bare.query({ name: 'role', text: findRole, values: [`school-${person % schools}`, `user_${person}`] })
      if (rows[0]?.role !== 'instructor') throw new Error(`the question found ${rows[0]?.role}`)
    },
    async close() {
      await app.close()
      await bare.end()
      await database.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

const findRole = `
  select m.role from organizations o join organization_memberships m on m.organization_id = o.id join user_identities i on i.user_id = m.user_id
  where o.slug = $1 and o.deleted_at is null and i.provider = 'clerk' and i.subject = $2 and m.deleted_at is null`

/** Pages lead to mails and components in .tsx, so these come only after the hooks of `read-tsx.ts`. */
async function guardParts() {
  const [{ findArrival }, { findTenant }, { makeRequestContext }, { requestContext }, { requireStudio }] = await Promise.all([
    import('../../src/app/http/find-arrival.ts'), import('../../src/app/find-tenant.queries.ts'), import('../../src/app/http/make-request-context.ts'), import('../../src/app/request-context.ts'), import('../../src/app/require-viewer.ts')])
  return { findArrival, findTenant, makeRequestContext, requestContext, requireStudio }
}

async function openApp(settings: Record<string, string>) {
  const [{ wire }, { readConfig }] = await Promise.all([import('../../src/wiring.ts'), import('../../src/platform/config/config.ts')])
  return wire(readConfig(settings))
}

async function fill(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const id = (name: string) => `('00000000-0000-4000-8000-' || lpad(${name}::text, 12, '0'))::uuid`
  await client.query(`insert into users (id, clerk_id, name, email) select ${id('n')}, 'user_' || n, 'Ada Example', 'ada' || n || '@example.com' from generate_series(0, ${people - 1}) n`)
  await client.query(`insert into user_identities (id, provider, subject, user_id) select gen_random_uuid(), 'clerk', 'user_' || n, ${id('n')} from generate_series(0, ${people - 1}) n`)
  await client.query(`insert into organizations (id, slug, name, preset, currency, time_zone, locale) select ${id('n')}, 'school-' || n, 'School ' || n, 'music-school', 'eur', 'UTC', 'en-IE' from generate_series(0, ${schools - 1}) n`)
  await client.query(`insert into organization_memberships (organization_id, id, user_id, role, display_name) select ${id(`(n % ${schools})`)}, gen_random_uuid(), ${id('n')}, 'instructor', 'Ada' from generate_series(0, ${people - 1}) n`)
  await client.query('vacuum analyze')
  await client.end()
}

function mint(privateKey: string, subject: string): string {
  const now = Math.floor(Date.now() / 1000)
  const text = [{ alg: 'RS256', typ: 'JWT', kid: 'ins_bench' }, { sub: subject, sid: `sess_${subject}`, iss: 'https://clerk.bench.test', iat: now, nbf: now - 10, exp: now + 60, azp: 'http://coursecove.localhost:3000', v: 2, sts: 'active' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`
}
