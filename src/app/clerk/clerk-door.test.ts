import { RouterContextProvider } from 'react-router'
import { describe, expect, it } from 'vitest'
import { readConfig } from '#platform/config/config.ts'
import type { App } from '../../wiring.ts'
import { securityHeaders } from '../http/security-headers.ts'
import { requestContext, type RequestContext } from '../request-context.ts'
import { answerHeaders } from '../respond.ts'
import { findClerkDoor } from './clerk-door.ts'

const host = 'quiet-heron-1.clerk.accounts.dev'
const keys = { CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from(`${host}$`).toString('base64')}` }
const next = 'http://melody.coursecove.localhost:3000/learn'

function open(environment: Record<string, string>, { page = 'sign-in' as const, query = '', wanted = next as string | null } = {}) {
  const config = readConfig({ DATABASE_URL: 'postgres://localhost/x', APP_SECRET: 'x'.repeat(32), ...environment })
  const context = new RouterContextProvider()
  const headers = new Headers()
  context.set(answerHeaders, headers)
  // Only what the page looks at; who asks is not of interest here.
  context.set(requestContext, { app: { config } as App, nonce: 'once' } as RequestContext)
  const request = new Request(`http://coursecove.localhost:3000/${page}${query}`)
  try {
    return { config, headers, door: findClerkDoor(context, request, { page, next: wanted }) }
  } catch (thrown) {
    return { config, headers, location: (thrown as Response).headers.get('location') }
  }
}

describe('the way in', () => {
  it('is our own form with the built-in accounts', () => {
    const { door, headers } = open({})
    expect(door).toBeNull()
    expect([...headers]).toEqual([])
  })

  it('is Clerk’s page where its address is set, with the way back and the ticket', () => {
    const elsewhere = { ...keys, NEXT_PUBLIC_CLERK_SIGN_IN_URL: 'https://accounts.school.example/sign-in' }
    expect(open(elsewhere).location).toBe(`https://accounts.school.example/sign-in?redirect_url=${encodeURIComponent(next)}`)
    expect(open(elsewhere, { query: '?__clerk_ticket=abc' }).location).toContain('&__clerk_ticket=abc')
  })

  it('is Clerk’s component else, and who was on the way to nowhere lands where the settings say', () => {
    expect(open(keys).door).toMatchObject({ source: { frontendUrl: `https://${host}` }, redirectUrl: next })
    expect(open({ ...keys, NEXT_PUBLIC_CLERK_AFTER_SIGN_IN_URL: '/account' }, { wanted: null }).door).toMatchObject({ redirectUrl: 'http://coursecove.localhost:3000/account' })
  })

  it('lets the hosts that Clerk names run scripts on that page, and on no other', () => {
    const { config, headers } = open(keys)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain(`script-src 'self' 'nonce-once' https://${host} https://challenges.cloudflare.com;`)
    expect(new Set(policy.match(/https:\/\/[^\s;]+/g))).toEqual(new Set([`https://${host}`, 'https://challenges.cloudflare.com', 'https://img.clerk.com']))
    expect(securityHeaders(config, 'once')['Content-Security-Policy']).not.toMatch(/script-src [^;]*https:/)
  })

  it('is kept open on the pages of those who are signed in by the one host that renews sessions', () => {
    const policy = securityHeaders(open(keys).config, 'once', { hasSession: true })['Content-Security-Policy'] ?? ''
    expect(new Set(policy.match(/https:\/\/[^\s;]+/g))).toEqual(new Set([`https://${host}`]))
    expect(securityHeaders(open({}).config, 'once', { hasSession: true })['Content-Security-Policy']).not.toMatch(/https:/)
  })

  it('goes by a proxy where one is set', () => {
    const { door, headers } = open({ ...keys, NEXT_PUBLIC_CLERK_PROXY_URL: 'https://id.school.example/__clerk/' })
    expect(door).toMatchObject({ source: { frontendUrl: 'https://id.school.example/__clerk', proxyUrl: 'https://id.school.example/__clerk' } })
    expect(headers.get('content-security-policy')).toContain(` https://id.school.example `)
  })

  it('lets forms lead on to Clerk’s pages', () => {
    const { config } = open({ ...keys, NEXT_PUBLIC_CLERK_SIGN_IN_URL: 'https://accounts.school.example/sign-in' })
    expect(securityHeaders(config, 'once')['Content-Security-Policy']).toMatch(/form-action [^;]* https:\/\/accounts\.school\.example https:\/\/quiet-heron-1\.clerk\.accounts\.dev;/)
  })
})
