import type { DirectUploads, SentPiece } from '#modules/files/ports.ts'
import { isAbsent, type S3Line } from './s3-client.ts'

/** A link to send one piece by; a new one is given with each question. */
const pieceSeconds = 3600

/** Multipart uploads that browsers send straight to the store, by links that are signed here. */
export function s3DirectUploads(open: () => Promise<S3Line>): DirectUploads {
  return {
    async begin(storageKey) {
      const { client, sdk, bucket } = await open()
      const { UploadId } = await client.send(new sdk.CreateMultipartUploadCommand({ Bucket: bucket, Key: storageKey }))
      if (!UploadId) throw new Error('the store began an upload without a name')
      return UploadId
    },
    async listSent(storageKey, uploadId) {
      return (await listParts(await open(), storageKey, uploadId))?.map(({ number, sizeBytes }) => ({ number, sizeBytes })) ?? null
    },
    async signPiece(storageKey, uploadId, number) {
      const { client, sdk, bucket } = await open()
      return sdk.getSignedUrl(client, new sdk.UploadPartCommand({ Bucket: bucket, Key: storageKey, UploadId: uploadId, PartNumber: number }), { expiresIn: pieceSeconds })
    },
    async join(storageKey, uploadId) {
      const { client, sdk, bucket } = await open()
      const parts = await listParts({ client, sdk, bucket }, storageKey, uploadId)
      // Joined by the try before, which died after it.
      if (!parts) return
      await client.send(new sdk.CompleteMultipartUploadCommand({
        Bucket: bucket,
        Key: storageKey,
        UploadId: uploadId,
        MultipartUpload: { Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag })) },
      })).catch((fault: unknown) => {
        if (!isAbsent(fault)) throw fault
      })
    },
    async abandon(storageKey, uploadId) {
      const { client, sdk, bucket } = await open()
      await client.send(new sdk.AbortMultipartUploadCommand({ Bucket: bucket, Key: storageKey, UploadId: uploadId })).catch((fault: unknown) => {
        if (!isAbsent(fault)) throw fault
      })
    },
  }
}

/** What has come, in order; null when the store knows no such upload, because it is joined or was given up. */
async function listParts({ client, sdk, bucket }: S3Line, storageKey: string, uploadId: string): Promise<(SentPiece & { etag: string })[] | null> {
  try {
    const found: (SentPiece & { etag: string })[] = []
    for await (const page of sdk.paginateListParts({ client }, { Bucket: bucket, Key: storageKey, UploadId: uploadId })) {
      for (const { PartNumber = 0, Size = 0, ETag = '' } of page.Parts ?? []) found.push({ number: PartNumber, sizeBytes: Size, etag: ETag })
    }
    return found.sort((one, other) => one.number - other.number)
  } catch (fault) {
    if (isAbsent(fault)) return null
    throw fault
  }
}
