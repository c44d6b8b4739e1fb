import { RouterContextProvider } from 'react-router'
import { v7 } from 'uuid'
import { expect, it } from 'vitest'
import { beginTwoFactor, confirmTwoFactor, createAccount, signIn } from '#modules/identity/index.ts'
import { BadEnvironment, readConfig } from '#platform/config/config.ts'
import { cookieHeader, withCookie } from '../../../tests/support/account-steps.ts'
import { useTestApp } from '../../../tests/support/test-app.ts'
import { useTestDatabase } from '../../../tests/support/test-database.ts'
import { codeOf } from '../../../tests/support/totp.ts'
import { makeRequestContext } from '../http/make-request-context.ts'
import { requestContext } from '../request-context.ts'
import { requireOperator } from './require-operator.ts'

const database = useTestDatabase()
const app = useTestApp(database, { OPERATORS_NEED_TWO_FACTOR: 'yes' })
const password = 'a quiet morning'

async function operator(): Promise<{ userId: string; cookie: string }> {
  const email = `${v7()}@test.example`
  const { userId } = await createAccount(app().systemCtx, { email, name: 'Olga', password, isVerified: true })
  await database().superuser.query('update users set is_operator = true where id = $1', [userId])
  const result = await signIn(app().systemCtx, { email, password, next: null, headers: new Headers(), address: v7() })
  return { userId, cookie: result.kind === 'signed-in' ? cookieHeader(result.cookies) : '' }
}

function comeIn(cookie: string) {
  const context = new RouterContextProvider()
  context.set(requestContext, makeRequestContext({ app: app(), tenant: null, base: '', host: app().config.baseDomain, address: 'test', headers: withCookie(cookie) }))
  return requireOperator(context)
}

it('an operator without two-factor sign-in is led to turning it on where the setting asks for it, and comes in with it', async () => {
  const { userId, cookie } = await operator()
  const refused = (await comeIn(cookie).catch((thrown: unknown) => thrown)) as Response
  expect([refused.status, refused.headers.get('location')]).toEqual([302, '/account/two-factor?state=required'])

  const { secret } = await beginTwoFactor(app().systemCtx, { userId, password, headers: withCookie(cookie) })
  const { cookies } = await confirmTwoFactor(app().systemCtx, { userId, code: codeOf(secret), headers: withCookie(cookie) })
  expect((await comeIn(cookieHeader(cookies))).viewer).toMatchObject({ userId, isOperator: true })
})

it('the setting is refused with Clerk, which asks for second factors itself', () => {
  const env = { APP_SECRET: 'x'.repeat(32), DATABASE_URL: 'postgres://nobody@nowhere/none', OPERATORS_NEED_TWO_FACTOR: 'yes', CLERK_SECRET_KEY: 'sk_test_x', NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: `pk_test_${Buffer.from('quiet-heron-1.clerk.accounts.dev$').toString('base64')}` }
  expect(() => readConfig(env)).toThrow(BadEnvironment)
  expect(() => readConfig({ ...env, OPERATORS_NEED_TWO_FACTOR: 'no' })).not.toThrow()
})
