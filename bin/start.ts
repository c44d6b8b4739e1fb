import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { readEnvFiles } from '../src/platform/config/read-env-files.ts'
import { BadEnvironment } from '../src/platform/config/config.ts'
import { startInstallation } from './parts/start-installation.ts'

readEnvFiles()
const dataDir = resolve(process.env.DATA_DIR ?? '.data')
try {
  const installation = await startInstallation({ dataDir, env: process.env, say: (step) => console.log(`→ ${step}`) })
  const stop = async () => {
    console.log('→ stopping…')
    await installation.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop())
} catch (fault) {
  const isOurs = fault instanceof BadEnvironment || (fault instanceof Error && fault.name === 'Error')
  console.error(isOurs ? (fault as Error).message : fault)
  if (!existsSync(dataDir)) console.error('Nothing was written.')
  process.exit(1)
}
