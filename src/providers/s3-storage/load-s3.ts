import type * as client from '@aws-sdk/client-s3'
import type * as presigner from '@aws-sdk/s3-request-presigner'

/** The parts of the SDK that are used. */
export type S3Sdk = typeof client & Pick<typeof presigner, 'getSignedUrl'>

/** The packages are optional, and they are not here. */
export class S3Missing extends Error {
  override readonly name = 'S3Missing'
}

/**
 * Loads AWS's SDK. Only who chose S3 comes here.
 *
 * @throws S3Missing with what to do
 */
export async function loadS3(): Promise<S3Sdk> {
  try {
    const [loaded, { getSignedUrl }] = await Promise.all([import('@aws-sdk/client-s3'), import('@aws-sdk/s3-request-presigner')])
    return { ...loaded, getSignedUrl }
  } catch (cause) {
    throw new S3Missing('S3_BUCKET chooses S3, and its packages are not installed. Run "npm install @aws-sdk/client-s3 @aws-sdk/s3-request-presigner", or "npm ci" without --omit=optional; or take S3_BUCKET away for the data folder.', { cause })
  }
}
