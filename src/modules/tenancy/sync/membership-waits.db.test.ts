import { describe, expect, it } from 'vitest'
import { makeClerkInbox } from '../../../../tests/support/clerk-inbox.ts'
import { clerkGone, clerkOrganization, clerkUser } from '../../../../tests/support/clerk-objects.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { systemClock } from '#platform/clock/clock.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import { DependencyNotReady } from '#platform/inbox/dependency-not-ready.ts'
import { syncMembership } from './sync-membership.ts'

const database = useTestDatabase()
const inbox = () => makeClerkInbox(database())
const begin = Date.UTC(2026, 0, 1, 10)
const times = { createdAtMs: begin, updatedAtMs: begin }
const tell = (type: string, data: Record<string, unknown>) => inbox().tell({ type, timestamp: begin, data })
const organizationCreated = (id: string) => tell('organization.created', clerkOrganization({ id, name: 'School', slug: id.replace('_', '-'), createdBy: null, ...times }))

/** What a membership that came too early waits for, and whether that is there. */
async function waitingOf(organization: string, user: string) {
  const facts = { kind: 'created' as const, clerkId: `orgmem_${organization}`, at: new Date(begin), madeAt: new Date(begin), organization, createdBy: null, user, role: 'org:member' }
  const fault = await asSystem(database().pools.system, ({ tx }) => syncMembership({ clock: systemClock, ids: uuidV7Ids }, tx, facts)).catch((thrown: unknown) => thrown)
  if (!(fault instanceof DependencyNotReady)) throw new Error('it waits for nothing')
  return { dependency: fault.dependency, isThere: () => asSystem(database().pools.system, ({ tx }) => fault.isThere(tx)) }
}

describe('a membership that waits', () => {
  it.each([
    ['the organization has come', 'org_a', () => organizationCreated('org_a')],
    ['the organization is deleted before it came', 'org_b', () => tell('organization.deleted', clerkGone('organization', 'org_b'))],
  ])('for an organization notices that %s', async (_, organization, come) => {
    const waiting = await waitingOf(organization, 'user_of_a')
    expect(waiting.dependency).toBe(`clerk organization ${organization}`)
    expect(await waiting.isThere()).toBe(false)
    await come()
    expect(await waiting.isThere()).toBe(true)
  })

  it.each([
    ['the person has come', 'user_c', () => tell('user.created', clerkUser({ id: 'user_c', firstName: 'Mei', email: null, ...times }))],
    ['the person is deleted before they came', 'user_d', () => tell('user.deleted', clerkGone('user', 'user_d'))],
  ])('for a person notices that %s', async (_, user, come) => {
    const organization = `org_of_${user.slice(-1)}`
    await organizationCreated(organization)
    const waiting = await waitingOf(organization, user)
    expect(waiting.dependency).toBe(`clerk user ${user}`)
    expect(await waiting.isThere()).toBe(false)
    await come()
    expect(await waiting.isThere()).toBe(true)
  })
})
