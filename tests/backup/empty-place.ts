import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, inject } from 'vitest'
import type { LoginSource } from '../../src/platform/db/logins.ts'

/** A database without anything in it, and a folder that is not there yet. */
export interface EmptyPlace {
  source: LoginSource
  dataDir: string
  /** Sees everything, to look after the fact. */
  superuser: pg.Client
  superuserUrl: string
}

/** Gives tests empty places to restore into, each gone after its test. */
export function useEmptyPlaces(): { make(): Promise<EmptyPlace>; folder(): string } {
  const clear: (() => Promise<unknown> | void)[] = []
  afterEach(async () => {
    for (const one of clear.splice(0).reverse()) await one()
  })
  const folder = () => {
    const made = mkdtempSync(join(tmpdir(), 'coursecove-backup-'))
    clear.push(() => rmSync(made, { recursive: true, force: true }))
    return made
  }
  return {
    folder,
    async make() {
      const server = inject('testServer')
      // The part before the double underscore names the logins, which are there already.
      const name = `coursecove__${randomBytes(6).toString('hex')}`
      await onServer(`create database ${name} template template0 owner coursecove_migrate`)
      clear.push(() => onServer(`drop database if exists ${name} with (force)`))
      const superuserUrl = onName(server.superuserUrl, name)
      const superuser = new pg.Client({ connectionString: superuserUrl })
      superuser.on('error', () => {})
      await superuser.connect()
      clear.push(() => superuser.end())
      return { source: { databaseUrl: onName(server.databaseUrl, name), appSecret: server.appSecret }, dataDir: join(folder(), 'data'), superuser, superuserUrl }
    },
  }
}

/**
 * One word for each table of all schemas, which changes when any row of it does. Not for the table in which the queue's
 * library writes down how far it made its own tables, and when.
 */
export async function printTables(superuser: Pick<pg.Client, 'query'>): Promise<Record<string, string>> {
  const { rows: tables } = await superuser.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'better_auth', 'jobs', 'cove', 'graphile_worker') and (schemaname, tablename) <> ('graphile_worker', 'migrations') order by 1`)
  const prints: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await superuser.query<{ print: string }>(`select count(*) || ' ' || coalesce(md5(string_agg(t::text, '' order by t::text)), '') as print from ${name} t`)
    prints[name] = rows[0]?.print ?? ''
  }
  return prints
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('testServer').superuserUrl })
  await client.connect()
  await client.query(statement)
  await client.end()
}

function onName(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
