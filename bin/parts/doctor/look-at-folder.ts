import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBrokenRestore } from '../broken-restore.ts'
import { off, on, wrong, type Finding } from './finding.ts'

const lowSpaceBytes = 1024 ** 3

/** Looks at the data folder: whether it can be written, whether there is room, and who may read the secret. */
export function lookAtFolder(dataDir: string, env: NodeJS.ProcessEnv): Finding[] {
  const there = nearestFolder(dataDir)
  const { bavail, bsize } = statfsSync(there)
  const free = bavail * bsize
  const found = [canWrite(there)
    ? on('data folder', existsSync(dataDir) ? dataDir : `${dataDir}, made at the first start`)
    : wrong('data folder', `${dataDir} cannot be written by this user`, 'give it to the user that runs CourseCove, or set DATA_DIR')]
  found.push(free < lowSpaceBytes
    ? wrong('disk', `${gigabytes(free)} free: the database stops when it is full`, 'make room, or move DATA_DIR to a larger disk')
    : on('disk', `${gigabytes(free)} free`))

  const broken = readBrokenRestore(dataDir)
  if (broken) found.push(wrong('restore', `one was broken off here: ${broken.folder}`, `npm run cove -- restore ${broken.folder}`))
  return [...found, secret(dataDir, env)]
}

function secret(dataDir: string, env: NodeJS.ProcessEnv): Finding {
  const path = join(dataDir, 'app-secret')
  if (env.APP_SECRET) return on('secret', 'APP_SECRET', existsSync(path) ? `${path} is there too and is not read` : undefined)
  if (!existsSync(path)) return off('secret', 'none yet: the first start makes one')
  if (process.platform !== 'win32' && statSync(path).mode & 0o077) return wrong('secret', `${path} can be read by others on this machine`, `chmod 600 ${path}`)
  return on('secret', path, 'keep a copy apart from your backups: they do not hold it')
}

function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path))
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

function gigabytes(bytes: number): string {
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`
}
