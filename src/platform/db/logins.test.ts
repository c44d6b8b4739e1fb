import { expect, it } from 'vitest'
import { directSystemUrl } from './direct-connection.ts'
import { hasNoSessions, isThroughPooler, loginRole, loginUrl, migrationUrl } from './logins.ts'

const appSecret = 'x'.repeat(32)
const project = 'abcdefghijklmnopqrst'
const pooler = `postgresql://postgres.${project}:secret@aws-0-us-east-1.pooler.supabase.com:6543/postgres?pgbouncer=true&connection_limit=1`
const nameAt = (url: string) => { const { username, host, search } = new URL(url); return `${username}@${host}${search}` }

it('an own server has no pooler, whatever its names look like', () => {
  const source = { databaseUrl: 'postgres://my.role:secret@db.example.com/coursecove', appSecret }
  expect([isThroughPooler(source), hasNoSessions(source)]).toEqual([false, false])
  expect(nameAt(loginUrl(source, 'web'))).toBe('coursecove_web@db.example.com')
  expect(migrationUrl(source)).toBe(source.databaseUrl)
})

it('a pooler of many projects is told whose each login is; its role in the database has no such name', () => {
  const source = { databaseUrl: pooler, appSecret }
  expect([isThroughPooler(source), hasNoSessions(source)]).toEqual([true, true])
  expect(nameAt(loginUrl(source, 'web'))).toBe(`postgres_web.${project}@aws-0-us-east-1.pooler.supabase.com:6543?pgbouncer=true&connection_limit=1`)
  expect(loginRole(source, 'system')).toBe('postgres_system')
  expect(loginRole({ ...source, databaseLogins: { auth: `postgresql://people.${project}:secret@pooler.example/postgres?pgbouncer=true` } }, 'auth')).toBe('people')
})

it('past the pooler the logins have their plain names at the database, and their long ones at a session pooler', () => {
  const direct = { databaseUrl: pooler, databaseDirectUrl: `postgresql://postgres:secret@db.${project}.supabase.co:5432/postgres`, appSecret }
  expect([isThroughPooler(direct), hasNoSessions(direct)]).toEqual([true, false])
  expect(nameAt(migrationUrl(direct))).toBe(`postgres@db.${project}.supabase.co:5432`)
  expect(nameAt(directSystemUrl(direct))).toBe(`postgres_system@db.${project}.supabase.co:5432`)
  expect(new URL(directSystemUrl(direct)).password).toBe(new URL(loginUrl(direct, 'system')).password)

  const sessions = { ...direct, databaseDirectUrl: pooler.replace(':6543', ':5432').replace(/\?.*/, '') }
  expect(nameAt(directSystemUrl(sessions))).toBe(`postgres_system.${project}@aws-0-us-east-1.pooler.supabase.com:5432`)
})

it('an own pooler changes no names', () => {
  const source = { databaseUrl: 'postgres://coursecove:secret@pooler:6432/coursecove', databaseDirectUrl: 'postgres://db:5432/coursecove', appSecret }
  expect(nameAt(loginUrl(source, 'web'))).toBe('coursecove_web@pooler:6432')
  expect(nameAt(directSystemUrl(source))).toBe('coursecove_system@db:5432')
  expect(nameAt(migrationUrl(source))).toBe('coursecove@db:5432')
})
