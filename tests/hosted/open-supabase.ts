import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { fetchOlderPostgres } from '../../bin/parts/older-postgres.ts'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { freePort } from '../../src/platform/db/free-port.ts'
import { makeDataDir } from '../support/make-data-dir.ts'

/** A project as Supabase gives it: PostgreSQL 15 without a superuser for us, behind a pooler that wants to know whose it is. */
export interface SupabaseProject {
  /** Where everybody connects, with the parameters of Supabase's and Prisma's guides. */
  databaseUrl: string
  /** Past the pooler. */
  directUrl: string
  /** The host's own way, to look after the fact. */
  superuserUrl: string
  version: string
  close(): Promise<void>
}

/** A project's name at Supabase is twenty letters. */
const project = 'abcdefghijklmnopqrst'
const password = 'a password of the project'
const appSecret = 'tests only: this secret guards nothing at all'

/** @returns null when this machine has none; Debian's package is called `pgbouncer` */
export function findPgBouncer(): string | null {
  return ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer', '/usr/local/bin/pgbouncer', '/opt/homebrew/bin/pgbouncer'].find((path) => spawnSync(path, ['--version']).status === 0) ?? null
}

/** Fetches PostgreSQL 15, prepares it, and puts the pooler in front, in transaction mode. */
export async function openSupabase(pgbouncer: string): Promise<SupabaseProject> {
  const dataDir = makeDataDir('coursecove-supabase-')
  const server = await startEmbeddedDatabase({ dataDir, appSecret, isForTests: true, cluster: 'supabase', programs: await fetchOlderPostgres(dataDir, 15) })
  const closing: (() => Promise<unknown> | void)[] = [() => rmSync(dataDir, { recursive: true, force: true }), () => server.stop()]
  const close = async () => {
    for (const one of closing.reverse()) await one()
  }
  try {
    const [superuserUrl, version] = await prepare(server.superuserUrl)
    const port = Number(new URL(superuserUrl).port)
    const pooler = await startPgBouncer(pgbouncer, dataDir, port)
    closing.push(pooler.stop)
    const door = await openDoor(pooler.port)
    closing.push(door.close)
    return {
      databaseUrl: `postgresql://postgres.${project}:${encodeURIComponent(password)}@127.0.0.1:${door.port}/postgres?pgbouncer=true&connection_limit=1`,
      directUrl: `postgresql://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`,
      superuserUrl,
      version,
      close,
    }
  } catch (fault) {
    await close()
    throw fault
  }
}

async function prepare(firstSuperuserUrl: string): Promise<[superuserUrl: string, version: string]> {
  const run = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return work(client).finally(() => client.end())
  }
  await run(firstSuperuserUrl, (client) => client.query(readFileSync(new URL('./supabase-roles.sql', import.meta.url), 'utf8')))
  const host = new URL(firstSuperuserUrl)
  host.username = 'supabase_admin'
  host.password = 'of the host'
  const version = await run(host.href, async (client) => {
    await client.query(`drop database coursecove; drop role coursecove_migrate`).catch(async () => {
      await client.query('drop database coursecove')
      await client.query('drop role coursecove_migrate')
    })
    await client.query(`alter role postgres nosuperuser createdb createrole replication bypassrls password '${password}'`)
    return (await client.query<{ server_version: string }>('show server_version')).rows[0]?.server_version ?? '?'
  })
  return [host.href, version]
}

async function startPgBouncer(program: string, dataDir: string, databasePort: number): Promise<{ port: number; stop(): Promise<void> }> {
  const port = await freePort()
  const folder = join(dataDir, 'pooler')
  mkdirSync(folder)
  writeFileSync(join(folder, 'users.txt'), '"pgbouncer" "of the pooler"\n')
  writeFileSync(join(folder, 'pgbouncer.ini'), [
    '[databases]', `* = host=127.0.0.1 port=${databasePort}`,
    '[pgbouncer]', 'listen_addr = 127.0.0.1', `listen_port = ${port}`, 'unix_socket_dir =', 'pool_mode = transaction', 'auth_type = scram-sha-256',
    `auth_file = ${join(folder, 'users.txt')}`, 'auth_user = pgbouncer', 'auth_query = select username, password from pgbouncer.get_auth($1)',
    'default_pool_size = 8', 'max_client_conn = 200', 'server_reset_query_always = 0', 'log_connections = 0', 'log_disconnections = 0', '',
  ].join('\n'))
  for (const name of ['users.txt', 'pgbouncer.ini']) chmodSync(join(folder, name), 0o644)
  // It refuses to run as root.
  const owner = process.getuid?.() === 0 ? { uid: Number(spawnSync('id', ['-u', 'nobody'], { encoding: 'utf8' }).stdout) } : {}
  const child = spawn(program, [join(folder, 'pgbouncer.ini')], { ...owner, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  await untilUp(child, () => /process up/.test(said), () => said)
  return { port, stop: () => new Promise((done) => {
    child.once('exit', () => done())
    child.kill('SIGINT')
  }) }
}

async function untilUp(child: ChildProcess, isUp: () => boolean, describe: () => string): Promise<void> {
  for (let tries = 0; tries < 200 && !isUp(); tries += 1) {
    if (child.exitCode !== null) throw new Error(`the pooler ended:\n${describe()}`)
    await new Promise((done) => setTimeout(done, 50))
  }
  if (!isUp()) throw new Error(`the pooler did not start:\n${describe()}`)
}

/**
 * What stands before the poolers of all projects: the user name says whose it is, `postgres.<project>`, and without
 * that nobody comes in.
 */
async function openDoor(poolerPort: number): Promise<{ port: number; close(): Promise<void> }> {
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = connect(poolerPort, '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {}).on('close', () => {
        open.delete(socket)
        near.destroy()
        far.destroy()
      })
    }
    near.once('data', (first) => {
      const told = withoutProject(first)
      if (!told) return void near.end(tenantNotFound)
      far.write(told)
      near.pipe(far)
      far.pipe(near)
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => {
      for (const socket of open) socket.destroy()
      server.close(() => done())
    }),
  }
}

const protocol = 196_608
const cancelRequest = 80_877_102

/** The startup message with the plain user name; null when it names no project, or another. */
function withoutProject(message: Buffer): Buffer | null {
  const code = message.readInt32BE(4)
  if (code === cancelRequest) return message
  if (code !== protocol) return null

  const words = message.subarray(8).toString('utf8').split('\0')
  const at = words.indexOf('user')
  const [user = '', of] = (words[at + 1] ?? '').split(/\.(?=[a-z]{20}$)/)
  if (of !== project) return null

  words[at + 1] = user
  const body = Buffer.from(words.join('\0'))
  const head = Buffer.alloc(8)
  head.writeInt32BE(body.length + 8, 0)
  head.writeInt32BE(protocol, 4)
  return Buffer.concat([head, body])
}

const tenantNotFound = (() => {
  const fields = Buffer.from('SFATAL\0CXX000\0MTenant or user not found\0\0')
  const head = Buffer.alloc(5)
  head.write('E')
  head.writeInt32BE(fields.length + 4, 1)
  return Buffer.concat([head, fields])
})()
