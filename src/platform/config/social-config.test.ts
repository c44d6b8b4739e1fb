import { describe, expect, it } from 'vitest'
import { BadEnvironment, readConfig } from './config.ts'

const given = { DATABASE_URL: 'postgres://localhost/cove', APP_SECRET: 'a secret of more than thirty-two letters' }
const read = (env: Record<string, string>) => readConfig({ ...given, ...env }).social
const own = { OIDC_ISSUER: 'https://id.example.com/realms/school/', OIDC_CLIENT_ID: 'cove', OIDC_CLIENT_SECRET: 'secret' }

describe('accounts elsewhere', () => {
  it('are none without keys, and those whose keys are set, in one order', () => {
    expect(read({})).toEqual([])
    const names = read({ ...own, GITHUB_CLIENT_ID: 'a', GITHUB_CLIENT_SECRET: 'b', GOOGLE_CLIENT_ID: 'a', GOOGLE_CLIENT_SECRET: 'b' }).map(({ name }) => name)
    expect(names).toEqual(['Google', 'GitHub', 'id.example.com'])
  })

  it('have the name and the issuer that were given, without a slash at its end', () => {
    expect(read({ ...own, OIDC_NAME: 'School login' })).toEqual([{ id: 'oidc', name: 'School login', clientId: 'cove', clientSecret: 'secret', issuer: 'https://id.example.com/realms/school' }])
    expect(read({ MICROSOFT_CLIENT_ID: 'a', MICROSOFT_CLIENT_SECRET: 'b', MICROSOFT_TENANT: 'organizations' })).toMatchObject([{ tenant: 'organizations' }])
  })

  it.each([
    [{ GOOGLE_CLIENT_ID: 'a' }, 'GOOGLE_CLIENT_SECRET: missing, while GOOGLE_CLIENT_ID is set'],
    [{ OIDC_ISSUER: 'https://id.example.com' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: missing, while OIDC_ISSUER is set'],
    [{ OIDC_NAME: 'School login' }, 'OIDC_NAME: is set without OIDC_CLIENT_ID'],
    [{ MICROSOFT_TENANT: 'common' }, 'MICROSOFT_TENANT: is set without MICROSOFT_CLIENT_ID'],
  ])('stop the start while half of their settings are missing: %j', (env, sentence) => {
    expect(() => read(env)).toThrow(BadEnvironment)
    expect(() => read(env)).toThrow(sentence)
  })

  it('are none under Clerk, which has its own', () => {
    expect(read({ ...own, CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('clerk.example.com$').toString('base64')}` })).toEqual([])
  })
})
