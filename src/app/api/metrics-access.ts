import { createHash, timingSafeEqual } from 'node:crypto'
import { AppError, NotFound } from '#platform/errors/app-error.ts'

/** Who asks for the metrics. */
export interface MetricsAsker {
  /** The other end of the connection. */
  remoteAddress: string | undefined
  headers: Headers
}

class MetricsTokenRequired extends AppError {
  constructor() {
    super({ code: 'metrics-token-required', status: 401, publicMessage: 'Send the token of METRICS_TOKEN: Authorization: Bearer …', message: 'metrics were asked for without their token' })
  }
}

/**
 * Metrics are for who has the token, and for this machine itself. A proxy on this machine comes from here too, so a
 * request that was passed on, or that names a host of the world, is no request of this machine.
 *
 * @param token of METRICS_TOKEN; without one only this machine may ask
 * @throws MetricsTokenRequired (401) where there is a token; NotFound where there is none
 */
export function requireMetricsAccess(token: string | undefined, { remoteAddress, headers }: MetricsAsker): void {
  if (isOfThisMachine(remoteAddress, headers)) return
  if (!token) throw new NotFound('metrics were asked for from outside, and METRICS_TOKEN is not set')
  if (!isSame(token, /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '')) throw new MetricsTokenRequired()
}

const forwarded = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via', 'cf-connecting-ip', 'x-envoy-external-address']

function isOfThisMachine(remoteAddress: string | undefined, headers: Headers): boolean {
  if (!remoteAddress || !/^(::1|(::ffff:)?127(\.\d{1,3}){3})$/.test(remoteAddress)) return false
  if (forwarded.some((name) => headers.has(name))) return false
  return /^(localhost|([a-z0-9-]+\.)*localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i.test(headers.get('host') ?? '')
}

/** Compared by their digests, which are of one length: the time tells nothing of the token. */
function isSame(token: string, given: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(digest(token), digest(given))
}
