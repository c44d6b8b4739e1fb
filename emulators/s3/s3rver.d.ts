/** What of s3rver is used; it brings no types. */
declare module '@20minutes/s3rver' {
  import type { Server } from 'node:http'
  import type { AddressInfo } from 'node:net'

  interface Options {
    address: string
    port: number
    silent: boolean
    directory: string
    vhostBuckets: boolean
    configureBuckets: { name: string; configs: string[] }[]
  }
  export default class S3rver {
    constructor(options: Options)
    middleware: unknown[]
    httpServer: Server
    run(): Promise<AddressInfo>
  }
}

declare module '@20minutes/s3rver/lib/middleware/authentication.js' {
  export default function authentication(): (ctx: unknown, next: () => Promise<unknown>) => Promise<unknown>
}

declare module '@20minutes/s3rver/lib/models/error.js' {
  export default class S3Error extends Error {
    constructor(code: string, message: string)
  }
}
