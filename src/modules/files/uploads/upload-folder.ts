import { rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where uploads gather until they are finished. The folder belongs to this machine, whatever stores finished files. */
export function uploadFolder(dataDir: string): string {
  return join(dataDir, 'uploads')
}

/** Removes what has come of an upload, and the note beside it; nothing happens when it is gone already. */
export async function removeUploadBytes(dataDir: string, fileId: string): Promise<void> {
  if (!/^[0-9a-f-]{36}$/.test(fileId)) throw new TypeError('this is no upload')
  await rm(join(uploadFolder(dataDir), fileId), { force: true })
  await rm(join(uploadFolder(dataDir), `${fileId}.json`), { force: true })
}
