import { describe, expect, it } from 'vitest'
import { requireMetricsAccess } from './metrics-access.ts'

const token = 'a token of these tests'
const here = { remoteAddress: '127.0.0.1', headers: { host: '127.0.0.1:3000' } }

function statusOf(set: string | undefined, { remoteAddress, headers }: { remoteAddress?: string; headers: Record<string, string> }): number {
  try {
    requireMetricsAccess(set, { remoteAddress, headers: new Headers(headers) })
    return 200
  } catch (fault) {
    return (fault as { status: number }).status
  }
}

describe('the metrics', () => {
  it('are told to this machine, with a token or without', () => {
    for (const set of [undefined, token]) {
      for (const remoteAddress of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
        for (const host of ['127.0.0.1:3000', 'localhost', '[::1]:3000', 'coursecove.localhost:3000']) expect(statusOf(set, { remoteAddress, headers: { host } })).toBe(200)
      }
    }
  })

  it('are told to whoever sends the token, and to nobody who sends another', () => {
    const outside = (authorization?: string) => ({ remoteAddress: '192.0.2.7', headers: { host: 'school.example.com', ...(authorization ? { authorization } : {}) } })
    expect(statusOf(token, outside(`Bearer ${token.replaceAll(' ', '-')}`))).toBe(401)
    expect(statusOf('a-token-of-these-tests', outside('Bearer a-token-of-these-tests'))).toBe(200)
    for (const wrong of [undefined, 'Bearer', 'Bearer ', 'Bearer x', `Basic ${token}`, 'Bearer a-token-of-these-test']) expect(statusOf('a-token-of-these-tests', outside(wrong))).toBe(401)
  })

  it('are nothing at all for others where there is no token', () => {
    const others: Record<string, string>[] = [{ host: 'school.example.com' }, { host: 'school.example.com', authorization: 'Bearer undefined' }, { host: '127.0.0.1', authorization: 'Bearer ' }]
    for (const headers of others) {
      expect(statusOf(undefined, { remoteAddress: '192.0.2.7', headers })).toBe(404)
    }
    expect(statusOf(undefined, { headers: { host: 'localhost' } })).toBe(404)
  })

  it('are not told to a proxy on this machine, which asks for somebody else', () => {
    expect(statusOf(undefined, here)).toBe(200)
    for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via']) expect(statusOf(undefined, { ...here, headers: { ...here.headers, [name]: '203.0.113.9' } })).toBe(404)
    expect(statusOf(undefined, { ...here, headers: { host: 'school.example.com' } })).toBe(404)
    expect(statusOf('a-token-of-these-tests', { ...here, headers: { host: 'localhost.example.com' } })).toBe(401)
  })
})
