import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Config } from '../../../src/platform/config/config.ts'
import { setDummiesAside } from '../../../src/platform/config/dummies.ts'
import type { DirectSource } from '../../../src/platform/db/direct-connection.ts'
import { readDatabaseSettings } from '../database-settings.ts'
import { findRunner } from '../run-lock.ts'
import { withDatabase } from '../with-database.ts'
import { off, on, printFindings, wrong, type Finding } from './finding.ts'
import { lookAtDatabase } from './look-at-database.ts'
import { lookAtFolder } from './look-at-folder.ts'
import { lookAtSettings } from './look-at-settings.ts'
import { lookAtWork } from './look-at-work.ts'

/**
 * `cove doctor`
 *
 * @param dummies settings that were taken out of the environment, because they are only examples
 */
export async function doctorCommand(dummies: readonly string[]): Promise<void> {
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  if (!printFindings(await examine(dataDir, process.env, dummies), console.log)) process.exitCode = 1
}

/**
 * Looks at everything that an installation stands on. Nothing is changed, and nobody outside is asked: that is what
 * `npm run smoke` is for.
 */
export async function examine(dataDir: string, given: NodeJS.ProcessEnv, takenOut: readonly string[] = []): Promise<Finding[]> {
  const { env, names } = setDummiesAside(given)
  const { findings, config } = lookAtSettings(env, [...takenOut, ...names])
  const found = [...findings, ...lookAtFolder(dataDir, env)]
  const runner = findRunner(dataDir)
  found.push(await lookAtProgram(runner?.url ?? null, env))
  const isRunning = runner !== null
  const secretPath = join(dataDir, 'app-secret')
  const appSecret = env.APP_SECRET || (existsSync(secretPath) ? readFileSync(secretPath, 'utf8').trim() : '')
  const own = readDatabaseSettings(env, appSecret)
  const look = (source: DirectSource) => lookAtAll(source, config, isRunning)
  if (own) return [...found, ...(await look(own))]
  // Looking would make it.
  if (!appSecret) return [...found, off('database', 'not made yet', 'npm start')]

  try {
    return [...found, ...(await withDatabase(look))]
  } catch (fault) {
    return [...found, wrong('database', fault instanceof Error ? fault.message : String(fault), 'docs/runbooks/database-down.md')]
  }
}

async function lookAtAll(source: DirectSource, config: Config | null, isRunning: boolean): Promise<Finding[]> {
  return [...(await lookAtDatabase(source)), ...(await lookAtWork(source, { isRunning, isOutside: Boolean(config?.inngest) }))]
}

async function lookAtProgram(url: string | null, env: NodeJS.ProcessEnv): Promise<Finding> {
  if (url === null) return off('web', 'does not run on this data folder', 'npm start')
  try {
    const answer = await fetch(`http://127.0.0.1:${env.PORT || 3000}/api/health`, { signal: AbortSignal.timeout(5000) })
    const { isWell, ...parts } = (await answer.json()) as Record<string, unknown>
    if (isWell) return on('web', `${url} is well`)
    return wrong('web', `${url} is not well: ${JSON.stringify(parts)}`, 'docs/guides/running.md, "Health"')
  } catch {
    return wrong('web', `${url} does not answer on port ${env.PORT || 3000}`, 'is PORT the same as where it runs? Else see its log')
  }
}
