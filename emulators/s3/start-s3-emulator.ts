import { mkdirSync } from 'node:fs'
import S3rver from '@20minutes/s3rver'
import { strictMultipart } from './strict-multipart.ts'

/** Where it listens, and what it has from the beginning. */
export interface S3EmulatorOptions {
  /** 0 takes any free one. */
  port: number
  directory: string
  bucket: string
  /** Whose pages may send and read: origins, with `*` for any part. */
  origins: string[]
}

/** A running store. */
export interface S3Emulator {
  url: string
  /** The only keys it knows; s3rver's own. */
  keys: { accessKeyId: string; secretAccessKey: string }
  close(): Promise<void>
}

/** Starts an S3 server, `@20minutes/s3rver`, made as strict as S3 in what uploads need. */
export async function startS3Emulator({ port, directory, bucket, origins }: S3EmulatorOptions): Promise<S3Emulator> {
  mkdirSync(directory, { recursive: true })
  const server = new S3rver({ address: '127.0.0.1', port, silent: true, directory, vhostBuckets: false, configureBuckets: [{ name: bucket, configs: origins.length ? [corsRules(origins)] : [] }] })
  // Before the router, after what turns answers and faults into XML.
  server.middleware.splice(-1, 0, strictMultipart)
  const address = await server.run()
  return {
    url: `http://127.0.0.1:${address.port}`,
    keys: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
    close: () => new Promise((done) => {
      server.httpServer.close(() => done())
      server.httpServer.closeAllConnections()
    }),
  }
}

/** The rules that docs/guides/files-on-s3.md tells operators to set. */
function corsRules(origins: string[]): string {
  const allowed = origins.map((origin) => `<AllowedOrigin>${origin}</AllowedOrigin>`).join('')
  return `<?xml version="1.0" encoding="UTF-8"?><CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule>${allowed}<AllowedMethod>GET</AllowedMethod><AllowedMethod>HEAD</AllowedMethod><AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader><MaxAgeSeconds>3000</MaxAgeSeconds></CORSRule></CORSConfiguration>`
}
