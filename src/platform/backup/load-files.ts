import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { BackupUnusable, type BackupManifest } from './backup-manifest.ts'
import { copyHashing, fileListName } from './save-files.ts'

/** A path that stays inside the folder it is put into, whoever wrote the list. */
const pathInside = z.string().refine((path) => path.split('/').every((part) => part !== '' && part !== '.' && part !== '..' && !part.includes('\\') && !part.includes('\0')))
const lineSchema = z.object({ path: pathInside, bytes: z.number().int(), sha256: z.string() })

/**
 * Copies a backup's files into a data folder and checks each against the list, and the list against the manifest.
 *
 * @throws BackupUnusable naming the first file that is not what was saved
 */
export async function loadFiles(folder: string, dataDir: string, files: BackupManifest['files']): Promise<void> {
  const hash = createHash('sha256')
  let count = 0
  for await (const line of createInterface({ input: createReadStream(join(folder, fileListName)), crlfDelay: Infinity })) {
    hash.update(`${line}\n`)
    const { path, bytes, sha256 } = readLine(line)
    const copied = await copyHashing(join(folder, 'files', path), join(dataDir, path)).catch((cause: unknown) => {
      throw new BackupUnusable(`files/${path} could not be copied: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    })
    if (copied.sha256 !== sha256 || copied.bytes !== bytes) throw new BackupUnusable(`files/${path} is not what was saved (${bytes} bytes then, ${copied.bytes} now).`)
    count += 1
  }
  if (count !== files.count || hash.digest('hex') !== files.sha256) throw new BackupUnusable(`${fileListName} is not the list that was saved.`)
}

function readLine(line: string): z.infer<typeof lineSchema> {
  try {
    return lineSchema.parse(JSON.parse(line))
  } catch (cause) {
    throw new BackupUnusable(`${fileListName} has a line that cannot be read.`, { cause })
  }
}
