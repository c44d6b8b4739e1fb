import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { get } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import pg from 'pg'
import { startEmbeddedDatabase } from '../../src/platform/db/embedded-database.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import type { Sample } from '../peers/page-writer.ts'
import { fillSchools, slugOf } from '../rls/schools.ts'
import { end } from '../run-program.ts'

/** A program that answers pages of the school. */
export interface Side { name: string; port: number }

const connections = 10

/** A database with one school, and what programs on it are told. */
interface Ground {
  folder: string
  superuserUrl: string
  settings: NodeJS.ProcessEnv
  /** Programs that end with the ground. */
  programs: ChildProcess[]
}

const appSecret = 'only for servers that live as long as the benchmark'

/** Gives a database with one school for as long as the work takes. @param isForTests without waiting for the disk */
export async function onSchool<T>(name: string, isForTests: boolean, work: (ground: Ground) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), `coursecove-${name}-`))
  const database = await startEmbeddedDatabase({ dataDir: folder, appSecret, isForTests })
  const programs: ChildProcess[] = []
  try {
    await migrate({ databaseUrl: database.url, appSecret }, 'db')
    await fillOneSchool(database.superuserUrl)
    const settings = { PATH: process.env.PATH, NODE_ENV: 'production', DATA_DIR: folder, DATABASE_URL: database.url, APP_SECRET: appSecret, LOG_LEVEL: 'error' }
    return await work({ folder, superuserUrl: database.superuserUrl.replace(/postgres$/, 'coursecove'), settings, programs })
  } finally {
    await Promise.all(programs.map(end))
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function fillOneSchool(superuserUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl.replace(/postgres$/, 'coursecove') })
  await client.connect()
  try {
    await fillSchools(client, 1)
  } finally {
    await client.end()
  }
}

/** Requests a second. Every answer has to be a page. */
export async function load(side: Side, path: string, seconds: number, asked: Record<string, string> = {}): Promise<number> {
  const result = await autocannon({ url: `http://127.0.0.1:${side.port}${path}`, connections, duration: seconds, headers: { host: hostOf(side), ...asked } })
  if (result.non2xx || result.errors || result.timeouts) throw new Error(`${side.name} ${path}: ${result.non2xx} bad answers, ${result.errors} errors, ${result.timeouts} timeouts`)
  return result.requests.average
}

const ofTheConnection = new Set(['date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length'])

/** One page, with what its headers say of itself. */
export function fetchPage(side: Side, path: string): Promise<Sample> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: side.port, path, headers: { host: hostOf(side) }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', fail)
      answer.on('end', () => {
        if (answer.statusCode !== 200) return fail(new Error(`${side.name} ${path} answered ${answer.statusCode}`))
        const headers = Object.entries(answer.headers).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && !ofTheConnection.has(entry[0]))
        done({ html: Buffer.concat(chunks).toString(), headers: Object.fromEntries(headers) })
      })
    }).on('error', fail)
  })
}

/** The peer stands at the same name with another port; only the school in front matters to it. */
export function hostOf(side: Side): string {
  return `${slugOf(1)}.coursecove.localhost:${side.port}`
}

/** Waits until pages come. */
export async function untilAnswers(side: Side): Promise<void> {
  for (const until = Date.now() + 30_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    const isThere = await fetchPage(side, '/').then(() => true, (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'ECONNREFUSED') return false
      throw fault
    })
    if (isThere) return
  }
  throw new Error(`the ${side.name} did not answer for half a minute`)
}
