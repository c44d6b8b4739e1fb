import type { S3Client } from '@aws-sdk/client-s3'
import type { S3Config } from '#platform/config/s3-config.ts'
import { loadS3, type S3Sdk } from './load-s3.ts'

/** The SDK and a client of it, ready. */
export interface S3Line {
  sdk: S3Sdk
  client: S3Client
  bucket: string
}

/** Opens the way to the store when it is first needed. */
export function lazyS3Line(config: S3Config): () => Promise<S3Line> {
  let line: Promise<S3Line> | null = null
  return () => {
    // A package that was missing may be there after a restart only, but a fault of the disk may pass.
    line ??= openS3Line(config).catch((fault: unknown) => {
      line = null
      throw fault
    })
    return line
  }
}

async function openS3Line(config: S3Config): Promise<S3Line> {
  const sdk = await loadS3()
  const client = new sdk.S3Client({
    region: config.region,
    forcePathStyle: config.isPathStyle,
    maxAttempts: 3,
    // Checksums that the SDK would add are unknown to many stores that speak S3's protocol.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 4000, socketTimeout: 60_000 },
    ...(config.endpoint ? { endpoint: config.endpoint } : {}),
    ...(config.credentials ? { credentials: config.credentials } : {}),
  })
  return { sdk, client, bucket: config.bucket }
}

/** Whether the store says that there is nothing: an answer, not a fault. */
export function isAbsent(fault: unknown): boolean {
  const { name, $metadata } = fault as { name?: string; $metadata?: { httpStatusCode?: number } }
  return name === 'NotFound' || name === 'NoSuchKey' || name === 'NoSuchUpload' || $metadata?.httpStatusCode === 404
}
