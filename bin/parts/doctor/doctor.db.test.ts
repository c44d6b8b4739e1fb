import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { restoreMarkPath } from '../broken-restore.ts'
import { examine } from './doctor.ts'
import { printFindings, type Finding } from './finding.ts'

const database = useTestDatabase()
let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'coursecove-doctor-'))
})
afterEach(() => rmSync(dataDir, { recursive: true, force: true }))

describe('what is wrong is named with the next step', () => {
  it('nothing, of an installation that is only not running', async () => {
    const found = await look()
    expect(wrongOf(found)).toEqual([])
    expect(byName(found)).toMatchObject({
      settings: { state: 'on' }, payments: { state: 'off' }, mail: { state: 'off' }, accounts: { state: 'on' }, database: { state: 'on' },
      tables: { state: 'on' }, logins: { state: 'on' }, web: { state: 'off', next: 'npm start' }, worker: { state: 'off' },
    })
  })

  it('settings that cannot be used, all of them', async () => {
    const found = await look({ PORT: 'soon', LOG_LEVEL: 'loud' })
    expect(byName(found).settings).toMatchObject({ state: 'wrong', says: expect.stringMatching(/PORT.*LOG_LEVEL/) as string })
  })

  it('live payments that nobody can reach, and whose events are refused', async () => {
    const found = await look({ STRIPE_SECRET_KEY: 'sk_live_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' })
    expect(wrongOf(found)).toEqual(['payment webhooks', 'payment address'])
    expect(byName(found)['payment webhooks']?.says).toContain('STRIPE_CONNECT_WEBHOOK_SECRET not set')
  })

  it('accounts elsewhere: which are on, with the address to register; half of a pair; a secret that ended', async () => {
    expect(byName(await look())['accounts elsewhere']).toMatchObject({ state: 'off', next: expect.stringContaining('social-login.md') as string })
    const token = (exp: number) => `e30.${Buffer.from(JSON.stringify({ exp })).toString('base64url')}.x`
    const live = { BASE_DOMAIN: 'school.example.com', GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 'a secret of Google', APPLE_CLIENT_ID: 'a' }
    const found = byName(await look({ ...live, APPLE_CLIENT_SECRET: token(4_000_000_000) }))
    expect(found['sign in with google']).toMatchObject({ state: 'on', next: 'register https://school.example.com/api/auth/callback/google there' })
    expect(found['sign in with apple']).toMatchObject({ state: 'on', says: 'Apple; its secret ends on 2096-10-02' })
    expect(JSON.stringify(found)).not.toContain('a secret of Google')
    expect(wrongOf(await look({ ...live, APPLE_CLIENT_SECRET: token(1) }))).toEqual(['sign in with apple'])
    expect(wrongOf(await look({ ...live, APPLE_CLIENT_SECRET: 'a secret' }))).toEqual(['sign in with apple'])
    expect(wrongOf(await look({ GOOGLE_CLIENT_ID: 'g', GOOGLE_CLIENT_SECRET: 's', OIDC_ISSUER: 'http://127.0.0.1:9', OIDC_CLIENT_ID: 'o', OIDC_CLIENT_SECRET: 's' }))).toEqual(['sign in with google'])
    expect(byName(await look({ ...live })).settings).toMatchObject({ state: 'wrong', says: expect.stringContaining('APPLE_CLIENT_SECRET: missing, while APPLE_CLIENT_ID is set') as string })
    const underClerk = byName(await look({ ...live, APPLE_CLIENT_SECRET: token(1), CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('clerk.example.com$').toString('base64')}` }))
    expect(underClerk['accounts elsewhere']).toMatchObject({ state: 'off', says: expect.stringContaining('GOOGLE_CLIENT_ID, APPLE_CLIENT_ID not used') as string })
  })

  it('a proxy in front whose visitors would all be one', async () => {
    const live = { BASE_DOMAIN: 'school.example.com' }
    expect(byName(await look(live)).proxies).toMatchObject({ state: 'off', next: expect.stringContaining('TRUSTED_PROXIES=loopback') as string })
    expect(byName(await look({ ...live, TRUSTED_PROXIES: 'loopback, 10.0.0.0/8' })).proxies).toMatchObject({ state: 'on' })
    expect(byName(await look({ ...live, TRUSTED_PROXIES: 'our-proxy' })).settings).toMatchObject({ state: 'wrong', says: expect.stringContaining('TRUSTED_PROXIES takes addresses') as string })
    expect(byName(await look()).proxies).toBeUndefined()
  })

  it('mail from an address that no mailbox takes, and passwords in the open', async () => {
    const found = await look({ SMTP_URL: 'smtp://mail.example.com', BASE_DOMAIN: 'school.example.com', PUBLIC_SCHEME: 'http' })
    expect(wrongOf(found)).toEqual(['address', 'mail'])
  })

  it('a secret that others can read, a restore that was broken off', async () => {
    writeFileSync(join(dataDir, 'app-secret'), database().source.appSecret)
    chmodSync(join(dataDir, 'app-secret'), 0o644)
    writeFileSync(restoreMarkPath(dataDir), JSON.stringify({ id: 'x', folder: '/backups/monday' }))
    const found = await look({ APP_SECRET: '' })
    expect(wrongOf(found)).toEqual(['restore', 'secret'])
    expect(byName(found).restore?.next).toBe('npm run cove -- restore /backups/monday')
  })

  it('a database that does not answer', async () => {
    const found = await look({ DATABASE_URL: 'postgres://nobody:secret@127.0.0.1:1/none' })
    expect(wrongOf(found)).toEqual(['database'])
    expect(JSON.stringify(found)).not.toContain('secret@')
  })

  it('a role that policies do not bind, and logins with other passwords', async () => {
    const { superuser, source } = database()
    const asSuperuser = new URL(source.databaseUrl)
    const { rows } = await superuser.query<{ password: string }>(`select 'for this test' as password`)
    await superuser.query(`create role too_mighty login superuser password '${rows[0]?.password}'`)
    asSuperuser.username = 'too_mighty'
    asSuperuser.password = 'for this test'
    const found = await look({ DATABASE_URL: asSuperuser.href, APP_SECRET: 'another secret than the one of the logins' })
    await superuser.query('drop role too_mighty')
    expect(wrongOf(found)).toEqual(['database', 'logins'])
    expect(byName(found).database?.says).toMatch(/too_mighty is not bound by row level security/)
  })

  it('a migration that is missing, one that was edited, one of a newer release', async () => {
    const { superuser } = database()
    const tables = async () => byName(await look()).tables?.says
    const kept = (await superuser.query(`delete from cove.migrations where name = '0063_credits.sql' returning name, sha256, applied_at`)).rows[0] as { name: string; sha256: string }
    expect(await tables()).toBe('1 migrations of this release are missing')
    await superuser.query('insert into cove.migrations (name, sha256) values ($1, $2)', [kept.name, 'f'.repeat(64)])
    expect(await tables()).toMatch(/0063_credits\.sql reads differently/)
    await superuser.query('update cove.migrations set sha256 = $1 where name = $2', [kept.sha256, kept.name])
    await superuser.query(`insert into cove.migrations (name, sha256) values ('9999_later.sql', '')`)
    expect(await tables()).toMatch(/newer release \(9999_later\.sql\)/)
    await superuser.query(`delete from cove.migrations where name = '9999_later.sql'`)
  })

  it('events, jobs and mails that wait for a person', async () => {
    const { superuser } = database()
    await superuser.query(`insert into webhook_events (id, provider, event_id, event_type, payload, occurred_at, status) values (gen_random_uuid(), 'stripe', 'evt_1', 'x', '{}', now(), 'failed')`)
    await superuser.query(`select jobs.enqueue('send-mail', '{}', 'x', now())`)
    await superuser.query(`update graphile_worker._private_jobs set attempts = max_attempts`)
    const found = await look()
    expect(wrongOf(found)).toEqual(['inbox', 'queue'])
    expect(found.filter(({ state }) => state === 'wrong').every(({ next }) => next)).toBe(true)
  })
})

it('a folder in which nothing was begun is left as it is', async () => {
  const found = await examine(join(dataDir, 'none'), {})
  expect(wrongOf(found)).toEqual([])
  expect(byName(found).database).toMatchObject({ state: 'off', next: 'npm start' })
})

it('what is printed ends with what is wrong, and says whether all is well', () => {
  const lines: string[] = []
  const isWell = printFindings([{ what: 'mail', state: 'off', says: 'kept' }, { what: 'disk', state: 'wrong', says: 'full', next: 'make room' }], (line) => lines.push(line))
  expect(isWell).toBe(false)
  expect(lines).toEqual(['– mail  off    kept', '✗ disk  wrong  full', '               → make room', '\n0 on, 1 off, 1 wrong'])
})

function look(env: Record<string, string> = {}): Promise<Finding[]> {
  return examine(dataDir, { DATABASE_URL: database().source.databaseUrl, APP_SECRET: database().source.appSecret, ...env })
}

function byName(found: Finding[]): Record<string, Finding> {
  return Object.fromEntries(found.map((one) => [one.what, one]))
}

function wrongOf(found: Finding[]): string[] {
  return found.filter(({ state }) => state === 'wrong').map(({ what }) => what)
}
