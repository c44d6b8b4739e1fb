import { expect, it } from 'vitest'
import { setDummiesAside } from './dummies.ts'

it.each([
  ['DATABASE_URL', 'postgresql://postgres.[project-ref]:[password]@aws-0-us-east-1.pooler.supabase.com:5432/postgres?pgbouncer=true&connection_limit=1'],
  ['DATABASE_URL', 'postgresql://...'],
  ['DATABASE_URL', 'postgresql://username:password@localhost:5432/redai_db'],
  ['NEXT_PUBLIC_SUPABASE_URL', 'https://[prod-ref].supabase.co'],
  ['SUPABASE_SERVICE_ROLE_KEY', 'eyJhbGc...'],
  ['CLERK_SECRET_KEY', 'your_clerk_secret_key'],
  ['CLERK_WEBHOOK_SECRET', 'whsec_…'],
  ['INNGEST_EVENT_KEY', 'prod_key_from_inngest'],
  ['S3_SECRET_ACCESS_KEY', '<your secret>'],
])('%s=%s is an example', (name, value) => {
  expect(setDummiesAside({ [name]: value, HOME: '/root' })).toEqual({ env: { HOME: '/root' }, names: [name] })
})

it.each([
  ['DATABASE_URL', 'postgresql://postgres.abcdefghijklmnop:pass...word@aws-0-us-east-1.pooler.supabase.com:6543/postgres?pgbouncer=true&connection_limit=1'],
  ['DATABASE_URL', 'postgres://coursecove:secret@[::1]:5432/coursecove'],
  ['DATABASE_URL', 'postgres://coursecove:secret@[fe80::a:b]:5432/coursecove'],
  ['NEXT_PUBLIC_CLERK_SIGN_IN_URL', '/sign-in'],
  ['INNGEST_EVENT_KEY', 'test'],
  ['STRIPE_SECRET_KEY', 'sk_test_51Habc'],
  ['PS1', 'your prompt...'],
])('%s=%s is a value', (name, value) => {
  expect(setDummiesAside({ [name]: value })).toEqual({ env: { [name]: value }, names: [] })
})
