import { z } from 'zod'
import { readS3, s3Settings } from '../../src/platform/config/s3-config.ts'
import { s3FileStorage } from '../../src/providers/s3-storage/s3-storage.ts'

/** Where the files of schools rest outside of the data folder; null when they are in it. */
export function openFileStore(env: NodeJS.ProcessEnv): ReturnType<typeof s3FileStorage> | null {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const config = readS3(z.object(s3Settings).parse(given))
  return config ? s3FileStorage(config) : null
}
