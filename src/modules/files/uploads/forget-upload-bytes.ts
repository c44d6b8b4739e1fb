import type { FileStorage } from '../ports.ts'
import { removeUploadBytes } from './upload-folder.ts'

/** An upload whose bytes may go. */
interface ForgottenUpload {
  id: string
  storage_key: string
  store_upload_id: string | null
}

/** Removes what has come of an upload, wherever it gathered. Nothing happens when it is gone already. */
export async function forgetUploadBytes({ storage, config }: { storage: FileStorage; config: { dataDir: string } }, upload: ForgottenUpload): Promise<void> {
  await removeUploadBytes(config.dataDir, upload.id)
  if (!upload.store_upload_id || !storage.direct) return

  await storage.direct.abandon(upload.storage_key, upload.store_upload_id)
  // Joined already, and never looked at.
  await storage.remove(upload.storage_key)
}
