import { sizeInWords } from '#modules/catalog/ui/builder/size-in-words.ts'
import type { ShownFile } from '#modules/catalog/ui/builder/lesson-media.tsx'
import { signFileLink, type LinkConfig, type StoredFile } from '#modules/files/index.ts'

// As long as somebody may leave an editor open and come back to it.
const linkSeconds = 12 * 3600

/** A file as the editor shows it, with a link that plays or saves it. */
export function showFile(config: LinkConfig, organizationId: string, file: StoredFile, isDownload: boolean): ShownFile {
  const href = signFileLink({ config, organizationId, fileId: file.fileId, storageKey: file.storageKey, expiresInSeconds: linkSeconds, downloadName: isDownload ? file.name : undefined })
  return { name: file.name, size: sizeInWords(file.sizeBytes), href, mediaType: file.mediaType, durationSeconds: file.durationSeconds }
}
