import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { FileStorage } from '#modules/files/ports.ts'
import type { S3Config } from '#platform/config/s3-config.ts'
import { s3DirectUploads } from './s3-direct-uploads.ts'
import { isAbsent, lazyS3Line } from './s3-client.ts'

/** Signed links of S3 end after a week at most. */
const linkSecondsMax = 7 * 86_400

/**
 * Files in a bucket of S3, or of a store that speaks its protocol. The SDK is loaded with the first call.
 *
 * @throws S3Missing from each call while the packages are not installed
 */
export function s3FileStorage(config: S3Config): FileStorage {
  const open = lazyS3Line(config)
  return {
    direct: s3DirectUploads(open),
    async takeIn(storageKey, path) {
      const { client, sdk, bucket } = await open()
      const { size } = await stat(path)
      await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: storageKey, Body: createReadStream(path), ContentLength: size }))
      await rm(path)
    },
    async write(storageKey, bytes) {
      const { client, sdk, bucket } = await open()
      await client.send(new sdk.PutObjectCommand({ Bucket: bucket, Key: storageKey, Body: bytes, ContentLength: bytes.length }))
    },
    async find(storageKey) {
      const { client, sdk, bucket } = await open()
      try {
        const { ContentLength = 0, LastModified = new Date(0) } = await client.send(new sdk.HeadObjectCommand({ Bucket: bucket, Key: storageKey }))
        return { sizeBytes: ContentLength, modifiedAt: LastModified }
      } catch (fault) {
        if (isAbsent(fault)) return null
        throw fault
      }
    },
    async read(storageKey, { start, end }) {
      const { client, sdk, bucket } = await open()
      const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket: bucket, Key: storageKey, Range: `bytes=${start}-${end}` }))
      return Body as Readable
    },
    async remove(storageKey) {
      const { client, sdk, bucket } = await open()
      await client.send(new sdk.DeleteObjectCommand({ Bucket: bucket, Key: storageKey }))
    },
    async copy(from, to) {
      const { client, sdk, bucket } = await open()
      await client.send(new sdk.CopyObjectCommand({ Bucket: bucket, Key: to, CopySource: `${bucket}/${from}` }))
    },
    async signLink(storageKey, { expiresInSeconds, mediaType, disposition }) {
      if (!config.servesDirectly) return null
      const { client, sdk, bucket } = await open()
      // The store answers with what stands in the signed address: what it kept of a browser's word does not count.
      const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: storageKey, ResponseContentType: mediaType, ResponseContentDisposition: disposition, ResponseCacheControl: `private, max-age=${expiresInSeconds}, immutable` })
      return sdk.getSignedUrl(client, command, { expiresIn: Math.min(expiresInSeconds, linkSecondsMax) })
    },
  }
}
