import { createHash, createHmac } from 'node:crypto'

const prefix = /^signkey-\w+-/

/**
 * JSON in the one form that both sides sign: members sorted by their names, nothing between.
 * @see https://www.rfc-editor.org/rfc/rfc8785
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => canonicalJson(one ?? null)).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const members = Object.entries(value).filter(([, one]) => one !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, one]) => `${JSON.stringify(name)}:${canonicalJson(one)}`).join(',')}}`
}

/** The header `x-inngest-signature`. @param seconds since 1970, on the machine's clock: who checks looks at that */
export function sign(body: string, signingKey: string, seconds: number): string {
  const digest = createHmac('sha256', signingKey.replace(prefix, '')).update(body).update(String(seconds)).digest('hex')
  return `t=${seconds}&s=${digest}`
}

/** What an application proves itself with when it registers: the hash of the key, never the key. */
export function bearerOf(signingKey: string): string {
  const front = prefix.exec(signingKey)?.[0] ?? ''
  return `${front}${createHash('sha256').update(Buffer.from(signingKey.replace(prefix, ''), 'hex')).digest('hex')}`
}
