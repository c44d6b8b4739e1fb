import { hash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Encoding, SharedPage } from './page-cache.ts'

const toBrotli = promisify(brotliCompress)
const toGzip = promisify(gzip)

/** Packs a page once for all who will ask for it. */
export async function packPage(body: Buffer, headers: Record<string, string>): Promise<SharedPage> {
  const [br, gz] = await Promise.all([
    toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
    toGzip(body),
  ])
  // Weak: the same page in another packing is the same page (RFC 9110, 8.8.1).
  return { headers, etag: `W/"${hash('sha256', body, 'base64url').slice(0, 27)}"`, bodies: { br, gzip: gz, identity: body } }
}

/** The packing a browser takes, by RFC 9110, 12.5.3; whoever weighs them gets the plain one or the first that is not refused. */
export function chooseEncoding(accepted: string | undefined): Encoding {
  for (const encoding of ['br', 'gzip'] as const) if (new RegExp(String.raw`(?:^|,)\s*${encoding}\s*(?:,|;\s*q=(?!0(?:\.0*)?\s*(?:,|$))|$)`, 'i').test(accepted ?? '')) return encoding
  return 'identity'
}
