import { createHash, type Hash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { lstat, mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { BackupManifest } from './backup-manifest.ts'

/** Where a backup lists its files, one line of JSON each. */
export const fileListName = 'files.jsonl'

interface KeptFile { path: string; bytes: number; sha256: string; modifiedMs: number }

/** The files of a data folder on their way into a backup. */
export interface FileSaver {
  /** Copies what is new or changed since the last call; what vanished meanwhile stays copied. */
  copy(): Promise<void>
  /** Takes over a file that lies elsewhere, under a path as if it lay in the data folder. */
  take(path: string, open: () => Promise<Readable>): Promise<void>
  /** The hash of what was copied from there; undefined when nothing was. */
  hashOf(path: string): string | undefined
  /** Writes the list, and says what stands in it. */
  writeList(): Promise<BackupManifest['files']>
}

/**
 * Copies files of a data folder into a backup, in several passes: one before the rows are read and one after. A file
 * that a row names was there before or came meanwhile, so it is in one of them, also while others upload and delete.
 *
 * @param names what of the data folder, e.g. `files`; what does not exist is no fault
 */
export function saveFiles(dataDir: string, folder: string, names: string[]): FileSaver {
  const kept = new Map<string, KeptFile>()
  return {
    hashOf: (path) => kept.get(path)?.sha256,
    async take(path, open) {
      kept.set(path, { ...(await writeHashing(open, join(folder, 'files', path))), path, modifiedMs: 0 })
    },
    async copy() {
      for (const name of names) {
        for await (const found of walk(dataDir, name)) {
          const before = kept.get(found.path)
          if (before && before.bytes === found.bytes && before.modifiedMs === found.modifiedMs) continue
          const copied = await unlessGone(copyHashing(join(dataDir, found.path), join(folder, 'files', found.path)))
          if (copied) kept.set(found.path, { ...copied, path: found.path, modifiedMs: found.modifiedMs })
        }
      }
    },
    async writeList() {
      const hash = createHash('sha256')
      let bytes = 0
      const lines = [...kept.values()].sort((one, other) => (one.path < other.path ? -1 : 1)).map(({ path, bytes: size, sha256 }) => {
        bytes += size
        return `${JSON.stringify({ path, bytes: size, sha256 })}\n`
      })
      for (const line of lines) hash.update(line)
      await writeFile(join(folder, fileListName), lines, { mode: 0o600, flush: true })
      return { count: kept.size, bytes, sha256: hash.digest('hex') }
    },
  }
}

/** Copies a file as a stream and says what went through. */
export async function copyHashing(from: string, to: string): Promise<{ bytes: number; sha256: string }> {
  return writeHashing(() => createReadStream(from), to)
}

async function writeHashing(open: () => Readable | Promise<Readable>, to: string): Promise<{ bytes: number; sha256: string }> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  const hash = createHash('sha256')
  const seen = { bytes: 0 }
  // Opened last: a stream that fails while nobody listens to it ends the process.
  await pipeline(await open(), counting(hash, seen), createWriteStream(to, { mode: 0o600, flush: true }))
  return { bytes: seen.bytes, sha256: hash.digest('hex') }
}

function counting(hash: Hash, seen: { bytes: number }): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      seen.bytes += chunk.length
      done(null, chunk)
    },
  })
}

async function* walk(root: string, path: string): AsyncGenerator<{ path: string; bytes: number; modifiedMs: number }> {
  const found = await unlessGone(lstat(join(root, path)))
  if (found?.isDirectory()) {
    for (const name of (await unlessGone(readdir(join(root, path)))) ?? []) yield* walk(root, `${path}/${name}`)
  }
  // What ends so is half written.
  if (found?.isFile() && !path.endsWith('.part')) yield { path, bytes: found.size, modifiedMs: found.mtimeMs }
}

async function unlessGone<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw fault
  }
}
