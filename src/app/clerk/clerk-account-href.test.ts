import { expect, it } from 'vitest'
import { clerkAccountHref } from './clerk-account-href.ts'

it.each([
  ['quiet-heron-1.clerk.accounts.dev', 'https://quiet-heron-1.accounts.dev/user'],
  ['clerk.school.example', 'https://accounts.school.example/user'],
  ['127.0.0.1:4010', null],
  ['localhost:4010', null],
])('of %s Clerk’s own page is %s', (frontendHost, href) => {
  expect(clerkAccountHref({ frontendHost })).toBe(href)
})
