import { spawn } from 'node:child_process'
import { clerkEnvironment, type ClerkWorld } from '../../support/clerk-world.ts'
import type { TestDatabase } from '../../support/test-database.ts'

/** What a command came to; the code is null when it was killed. */
export interface Ended {
  code: number | null
  output: string
}

/**
 * Runs a built command as an operator does, and kills it once it has said so many lines.
 *
 * @param rateLimit calls in ten seconds: few enough that it is still at work when it is to die
 */
export async function runCove(args: string[], on: { world: ClerkWorld; database: TestDatabase; rateLimit: number }, killAfterLines = Number.POSITIVE_INFINITY): Promise<Ended> {
  const { databaseUrl, appSecret } = on.database.source
  const env = { PATH: process.env.PATH, NODE_ENV: 'production', LOG_LEVEL: 'warn', DATABASE_URL: databaseUrl, APP_SECRET: appSecret, ...clerkEnvironment(on.world.emulator), CLERK_RATE_LIMIT: String(on.rateLimit) }
  const child = spawn(process.execPath, ['build/server/cove.js', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      if (output.split('\n').length > killAfterLines) child.kill('SIGKILL')
    })
  }
  return new Promise((done) => child.once('exit', (code) => done({ code, output })))
}
