import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { freePort } from './free-port.ts'
import { findInstalledPrograms, isReachable, reachablePrograms, readProgramsMajor, type Owner, type PostgresPrograms } from './postgres-programs.ts'

/** A running embedded PostgreSQL. */
export interface EmbeddedDatabase {
  /** Connection of the role that owns the database `coursecove` and may create roles; no superuser. */
  url: string
  /** Connection of the superuser, for tests and repairs only. */
  superuserUrl: string
  pid: number
  /** Stops it cleanly (fast shutdown). */
  stop(): Promise<void>
  /** Resolves when the server process ends, wanted or not. */
  ended: Promise<void>
}

/** How to start it. */
export interface EmbeddedOptions {
  dataDir: string
  appSecret: string
  /** Tests trade safety for speed: no fsync. */
  isForTests?: boolean
  /** The port it had before it fell over; a free one if not given. */
  port?: number
  /** For an upgrade: other files than those in use, and other programs than the installed ones. */
  cluster?: string
  programs?: PostgresPrograms
}

/** The folder of the files in use, below their home. */
export const clusterName = 'cluster'
/** An upgrade writes the new files here until they take the place of the old ones. */
export const nextClusterName = 'cluster-next'

/** The superuser's password, for repairs and for tests that play the database's operator. */
export function superuserPassword(appSecret: string): string {
  return createHmac('sha256', appSecret).update('embedded superuser').digest('base64url')
}

/**
 * Starts the PostgreSQL that came with the packages, in a folder under `dataDir`. As root it runs under another
 * user, because PostgreSQL refuses the superuser; the folder is then made for that user where it can reach it.
 * A server left behind by a killed parent is stopped first.
 *
 * @throws Error with the server's own last lines when it cannot start
 */
export async function startEmbeddedDatabase(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const owner = findOwner()
  const home = ensureHome(options.dataDir, owner)
  const programs = reachablePrograms(options.programs ?? (await findInstalledPrograms()), owner, home)
  const password = superuserPassword(options.appSecret)
  const cluster = join(home, options.cluster ?? clusterName)

  if (!options.cluster) refuseOtherVersion(home, programs)
  if (!existsSync(join(cluster, 'PG_VERSION'))) initCluster(programs, cluster, password, owner)
  stopOrphan(programs, cluster, owner)
  const port = options.port ?? (await freePort())
  const server = runServer(programs, { cluster, port, owner, isForTests: options.isForTests ?? false })
  const superuserUrl = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
  await waitUntilReady(superuserUrl, server)
  const url = await ensureDatabase(superuserUrl, options.appSecret)

  const ended = new Promise<void>((done) => server.child.once('exit', () => done()))
  return {
    url,
    superuserUrl,
    pid: server.child.pid ?? 0,
    ended,
    async stop() {
      if (server.child.exitCode === null && server.child.signalCode === null) server.child.kill('SIGINT')
      await ended
    },
  }
}

function findUnprivilegedOwner(): Owner {
  for (const name of ['postgres', 'nobody']) {
    const uid = Number(spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout)
    const gid = Number(spawnSync('id', ['-g', name], { encoding: 'utf8' }).stdout)
    if (uid > 0) return { uid, gid }
  }
  throw new Error('PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody". Start CourseCove as an ordinary user.')
}

/** Where the database's files are: below `dataDir`, or where the user can reach them that the database runs as. */
export function findDatabaseHome(dataDir: string): string {
  return ensureHome(dataDir, findOwner())
}

/** As root, somebody else; else whoever runs this. */
function findOwner(): Owner | null {
  return process.getuid?.() === 0 ? findUnprivilegedOwner() : null
}

function ensureHome(dataDir: string, owner: Owner | null): string {
  const home = owner ? reachableHome(dataDir, owner) : join(resolve(dataDir), 'postgres')
  mkdirSync(home, { recursive: true })
  return home
}

/** PostgreSQL does not read the files of another major version, and would say so in its own words. */
function refuseOtherVersion(home: string, programs: PostgresPrograms): void {
  if (existsSync(join(home, nextClusterName))) throw new Error('An upgrade of the database was broken off. Run it again: npm run cove -- upgrade-database')

  const [made, brought] = [readClusterMajor(join(home, clusterName)), readProgramsMajor(programs)]
  if (made === null || made === brought) return
  throw new Error(made < brought
    ? `The database in ${home} was made by PostgreSQL ${made}, and this release brings ${brought}. Carry it over: npm run cove -- upgrade-database`
    : `The database in ${home} was made by PostgreSQL ${made}, which is newer than this release's ${brought}. Use the newer release. Nothing was changed.`)
}

/** The major version that made a folder of files; null when there are none. */
export function readClusterMajor(cluster: string): number | null {
  const path = join(cluster, 'PG_VERSION')
  return existsSync(path) ? Number(readFileSync(path, 'utf8').trim()) : null
}

/** A home that only root can enter cannot hold the cluster: then a system folder does. */
function reachableHome(dataDir: string, owner: Owner): string {
  const wished = join(resolve(dataDir), 'postgres')
  mkdirSync(wished, { recursive: true })
  const home = isReachable(dirname(wished), owner)
    ? wished
    : join('/var/lib/coursecove', createHash('sha256').update(resolve(dataDir)).digest('hex').slice(0, 16))
  mkdirSync(home, { recursive: true })
  chownSync(home, owner.uid, owner.gid)
  return home
}

function initCluster(programs: PostgresPrograms, cluster: string, password: string, owner: Owner | null): void {
  // A killed initdb leaves half a cluster behind, without PG_VERSION as its last word: begin anew.
  rmSync(cluster, { recursive: true, force: true })
  const passwordFile = `${cluster}-password`
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (owner) chownSync(passwordFile, owner.uid, owner.gid)
  const result = spawnSync(
    programs.initdb,
    ['-D', cluster, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8', '--locale=C', '--lc-messages=C'],
    { ...owner, encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' }, cwd: '/' },
  )
  rmSync(passwordFile, { force: true })
  if (result.status !== 0) {
    rmSync(cluster, { recursive: true, force: true })
    throw new Error(`The database could not be prepared: ${result.stderr || result.error?.message}`)
  }
}

function stopOrphan(programs: PostgresPrograms, cluster: string, owner: Owner | null): void {
  const pidFile = join(cluster, 'postmaster.pid')
  if (!existsSync(pidFile)) return

  const pid = Number(readFileSync(pidFile, 'utf8').split('\n')[0])
  if (!isPostgres(pid, cluster)) return rmSync(pidFile, { force: true })
  spawnSync(programs.pg_ctl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '30'], { ...owner, cwd: '/' })
}

/** After a reboot the number in the file may belong to anybody: only our own server counts. */
function isPostgres(pid: number, cluster: string): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const commandLine = `/proc/${pid}/cmdline`
  return existsSync(commandLine) ? readFileSync(commandLine, 'utf8').includes(cluster) : true
}

interface Server { child: ChildProcess; lastLines: () => string }

function runServer(programs: PostgresPrograms, run: { cluster: string; port: number; owner: Owner | null; isForTests: boolean }): Server {
  const { cluster, port, owner, isForTests } = run
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: '120',
    shared_buffers: '128MB',
    ...(isForTests ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  // Its own process group: Ctrl-C in the terminal reaches us first, and we stop it last.
  const child = spawn(programs.postgres, ['-D', cluster, '-p', String(port), ...flags], {
    ...owner, stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, LC_ALL: 'C' }, cwd: '/', detached: true,
  })
  const lines: string[] = []
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    lines.push(...chunk.split('\n').filter(Boolean))
    lines.splice(0, Math.max(0, lines.length - 20))
  })
  return { child, lastLines: () => lines.join('\n') }
}

async function waitUntilReady(superuserUrl: string, server: Server): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (server.child.exitCode !== null) throw new Error(`The database ended while starting:\n${server.lastLines()}`)
    const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 1000 })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await client.end().catch(() => {})
      await new Promise((done) => setTimeout(done, 100))
    }
  }
  throw new Error(`The database did not answer for a minute:\n${server.lastLines()}`)
}

/** The migration role is no superuser, here as on any hosted PostgreSQL. */
async function ensureDatabase(superuserUrl: string, appSecret: string): Promise<string> {
  const password = createHmac('sha256', appSecret).update('embedded migrate').digest('base64url')
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const role = await client.query(`select 1 from pg_roles where rolname = 'coursecove_migrate'`)
    if (!role.rowCount) await client.query('create role coursecove_migrate login createrole nosuperuser')
    await client.query(`alter role coursecove_migrate password ${client.escapeLiteral(password)}`)
    const database = await client.query(`select 1 from pg_database where datname = 'coursecove'`)
    if (!database.rowCount) await client.query('create database coursecove owner coursecove_migrate')
  } finally {
    await client.end()
  }
  const url = new URL(superuserUrl)
  url.username = 'coursecove_migrate'
  url.password = password
  url.pathname = '/coursecove'
  return url.href
}
