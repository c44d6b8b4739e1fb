import { resolve } from 'node:path'
import { readEnvFiles } from '../../src/platform/config/read-env-files.ts'
import { sayDummies } from './say-dummies.ts'
import { sayWhereToGo } from './say-where-to-go.ts'
import { readDemo } from './seed-demo.ts'
import { startInstallation } from './start-installation.ts'

/** Runs the installation until a signal ends it; one that comes while it starts ends it too. */
export async function runUntilSignal(mode: 'production' | 'development'): Promise<void> {
  const dummies = readEnvFiles()
  if (dummies.length) console.log(sayDummies(dummies))
  const dataDir = resolve(process.env.DATA_DIR || '.data')
  const starting = startInstallation({ dataDir, env: { ...quietForPeople(), ...process.env }, mode, say: (step) => console.log(`→ ${step}`) })
  const stop = async () => {
    console.log('→ stopping…')
    const installation = await starting.catch(() => null)
    await installation?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
  try {
    const installation = await starting
    sayWhereToGo(installation.url, readDemo(dataDir))
  } catch (fault) {
    console.error(fault instanceof Error ? fault.message : fault)
    if (process.env.DEBUG) console.error(fault)
    process.exit(1)
  }
}

/** At a terminal the demo's first hundred lines would push the addresses and logins out of sight; a collector of logs gets them all. */
function quietForPeople(): NodeJS.ProcessEnv {
  return process.stdout.isTTY && !process.env.DEBUG ? { LOG_LEVEL: 'warn' } : {}
}
