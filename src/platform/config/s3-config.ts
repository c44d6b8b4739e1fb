import { z } from 'zod'

const text = z.string().trim().min(1)

/** The settings of an S3 store. */
export const s3Settings = {
  S3_BUCKET: text.optional(),
  S3_REGION: text.optional(),
  S3_ENDPOINT: z.url().optional(),
  S3_ACCESS_KEY_ID: text.optional(),
  S3_SECRET_ACCESS_KEY: text.optional(),
  S3_PATH_STYLE: z.enum(['yes', 'no']).optional(),
  S3_SERVE: z.enum(['direct', 'through']).optional(),
}

type Read = z.infer<z.ZodObject<typeof s3Settings>>

/** An S3 store for the files of schools. */
export interface S3Config {
  bucket: string
  region: string
  /** Undefined is AWS. */
  endpoint: string | undefined
  /** Undefined leaves it to the SDK: the role of the machine, its own settings. */
  credentials: { accessKeyId: string; secretAccessKey: string } | undefined
  /** Whether the bucket stands in the path of addresses instead of their host. */
  isPathStyle: boolean
  /** Whether links lead on to the store; otherwise its bytes go through this program. */
  servesDirectly: boolean
  /** The origin that browsers send to and read from: pages' policies must name it. */
  origin: string
}

/** What is wrong with the settings of S3, each in a sentence. */
export function s3Faults(read: Read): string[] {
  const others = Object.keys(s3Settings).filter((name) => name !== 'S3_BUCKET' && read[name as keyof Read] !== undefined)
  if (!read.S3_BUCKET) return others.length ? [`S3_BUCKET: is missing, and ${others.join(', ')} ${others.length === 1 ? 'is' : 'are'} set. Set it for S3, or none for the data folder`] : []

  const faults: string[] = []
  if (!read.S3_ACCESS_KEY_ID !== !read.S3_SECRET_ACCESS_KEY) faults.push('S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: set both, or neither to leave it to the machine’s own role')
  if (read.S3_ENDPOINT && new URL(read.S3_ENDPOINT).pathname !== '/') faults.push('S3_ENDPOINT: is an address without a path; the bucket is named by S3_BUCKET')
  return faults
}

/** @returns null without a bucket: files are kept in the data folder */
export function readS3(read: Read): S3Config | null {
  if (!read.S3_BUCKET) return null

  const region = read.S3_REGION ?? 'us-east-1'
  // Stores of one's own seldom have a host for each bucket.
  const isPathStyle = read.S3_PATH_STYLE ? read.S3_PATH_STYLE === 'yes' : read.S3_ENDPOINT !== undefined
  const { protocol, host } = new URL(read.S3_ENDPOINT ?? `https://s3.${region}.amazonaws.com`)
  return {
    bucket: read.S3_BUCKET,
    region,
    endpoint: read.S3_ENDPOINT,
    credentials: read.S3_ACCESS_KEY_ID && read.S3_SECRET_ACCESS_KEY ? { accessKeyId: read.S3_ACCESS_KEY_ID, secretAccessKey: read.S3_SECRET_ACCESS_KEY } : undefined,
    isPathStyle,
    servesDirectly: read.S3_SERVE !== 'through',
    origin: isPathStyle ? `${protocol}//${host}` : `${protocol}//${read.S3_BUCKET}.${host}`,
  }
}
