import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool } from '../../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { ensureUserForEmail, hasAccount } from './ensure-user-for-email.ts'
import { syncUser } from './sync-user.ts'
import type { UserFacts } from './user-facts.ts'

const database = useTestDatabase()
const inSystem = <T>(work: Parameters<typeof asSystem<T>>[1]) => asSystem<T>(database().pools.system, work)
const sync = (facts: UserFacts) => inSystem(({ tx }) => syncUser(tx, facts))
const buy = (email: string, name = 'Buyer') => inSystem(({ tx }) => ensureUserForEmail(tx, { id: v7(), email, name }))

function facts(change: Partial<UserFacts> = {}): UserFacts {
  const subject = change.subject ?? v7()
  return {
    kind: 'created',
    provider: 'builtin',
    subject,
    name: 'Mei',
    email: `${subject.slice(-12)}@test.example`,
    isEmailVerified: false,
    imageUrl: null,
    occurredAt: new Date('2026-01-01T10:00:00Z'),
    newUserId: v7(),
    ...change,
  }
}

async function readUser(id: string) {
  const { rows } = await database().superuser.query('select * from users where id = $1', [id])
  return rows[0]
}

describe('the door by which somebody came', () => {
  it('is noted once, when they are first written, and no later door changes it', async () => {
    const doorOf = async (one: { userId: string }) => (await readUser(one.userId)).created_by_door
    const seen = facts({ kind: 'seen' })
    expect(await doorOf(await sync(facts()))).toBe('webhook')
    expect(await doorOf(await sync({ ...seen, door: 'sync' }))).toBe('sync')
    expect(await doorOf(await sync({ ...seen, kind: 'updated' }))).toBe('sync')
    expect(await doorOf(await sync(facts({ kind: 'seen' })))).toBe('first-request')
    expect(await doorOf(await sync(facts({ kind: 'deleted' })))).toBe('webhook')
    expect(await doorOf(await buy('door@test.example'))).toBe('purchase')
  })
})

describe('a person of a provider', () => {
  it('is one user however often and by however many doors they come at once', async () => {
    const one = facts({ isEmailVerified: true })
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, index) => sync({ ...one, kind: index % 2 ? 'seen' : 'created', newUserId: v7() })),
    )
    expect(new Set(results.map((result) => result.userId)).size).toBe(1)
    const { rows } = await database().superuser.query('select count(*)::int as users from users where email = $1', [one.email])
    expect(rows[0].users).toBe(1)
  })

  it('keeps the newer facts when the older come later', async () => {
    const first = facts({ name: 'Old', occurredAt: new Date('2026-01-01T10:00:00Z') })
    const second = { ...first, kind: 'updated' as const, name: 'New', occurredAt: new Date('2026-01-01T10:00:05Z') }
    const { userId } = await sync(second)
    await sync(first)
    expect((await readUser(userId)).name).toBe('New')
  })

  it('of the same millisecond is as the change says, not as the creation says', async () => {
    const created = facts({ name: 'Created' })
    const { userId } = await sync({ ...created, kind: 'updated', name: 'Changed' })
    await sync(created)
    expect((await readUser(userId)).name).toBe('Changed')
  })

  it('of Clerk has Clerk’s id beside their name, until they are gone', async () => {
    const one = facts({ provider: 'clerk', kind: 'seen' })
    const { userId } = await sync(one)
    expect((await readUser(userId)).clerk_id).toBe(one.subject)
    await sync({ ...one, kind: 'deleted' })
    expect((await readUser(userId)).clerk_id).toBeNull()
  })

  it('stays deleted when their creation comes late', async () => {
    const created = facts()
    const { userId } = await sync({ ...created, kind: 'deleted', occurredAt: new Date('2026-01-01T10:00:09Z') })
    const late = await sync(created)
    expect(late).toEqual({ userId, isGone: true, email: null })
    expect(await readUser(userId)).toMatchObject({ email: null, name: '', deleted_at: new Date('2026-01-01T10:00:09Z') })
  })

  it('may have no address and a name in any script', async () => {
    const { userId } = await sync(facts({ email: null, name: 'Νίκη 美咲 🎻' }))
    expect(await readUser(userId)).toMatchObject({ email: null, name: 'Νίκη 美咲 🎻' })
  })
})

describe('a buyer', () => {
  it('is one user for one address, whatever its case, at the same moment', async () => {
    const results = await Promise.all(['Omar@test.example', 'omar@test.example', 'OMAR@test.example'].map((email) => buy(email)))
    expect(new Set(results.map((result) => result.userId)).size).toBe(1)
    expect(results.filter((result) => result.isNew)).toHaveLength(1)
  })

  it('becomes the person who signs in by a link to their mailbox', async () => {
    const { userId } = await buy('grace@test.example', 'Grace')
    const signed = await sync(facts({ email: 'grace@test.example', isEmailVerified: true, name: '' }))
    expect(signed.userId).toBe(userId)
    expect(await readUser(userId)).toMatchObject({ name: 'Grace', email_verified_at: expect.any(Date) })
  })

  it('is not given to someone who only typed their address', async () => {
    const { userId } = await buy('lena@test.example')
    const signed = await sync(facts({ email: 'lena@test.example', isEmailVerified: false }))
    expect(signed.userId).not.toBe(userId)
    expect(await inSystem(({ tx }) => hasAccount(tx, 'lena@test.example'))).toBe(false)
  })

  it('is claimed once that person confirms the address, and the empty row is gone', async () => {
    const { userId } = await buy('rui@test.example')
    const typed = facts({ email: 'rui@test.example', isEmailVerified: false })
    const before = await sync(typed)
    const after = await sync({ ...typed, kind: 'updated', isEmailVerified: true, occurredAt: new Date('2026-01-01T10:10:00Z') })
    expect(after.userId).toBe(userId)
    expect(await readUser(before.userId)).toBeUndefined()
    expect(await inSystem(({ tx }) => hasAccount(tx, 'RUI@test.example'))).toBe(true)
  })

  it('hands what they own to a person who has belongings of their own, and the higher role stays', async () => {
    const school = await buildSchool(database(), `merge-${v7().slice(-6)}`)
    const other = await buildSchool(database(), `merge-${v7().slice(-6)}`)
    const person = facts({ email: 'old@test.example', isEmailVerified: true })
    const { userId } = await sync(person)
    await buildMembership(database(), school.organizationId, userId, 'admin')
    const { userId: buyerId } = await buy('new@test.example')
    await buildMembership(database(), school.organizationId, buyerId, 'student')
    await buildMembership(database(), other.organizationId, buyerId, 'student')

    const after = await sync({ ...person, kind: 'updated', email: 'new@test.example', occurredAt: new Date('2026-01-02T10:00:00Z') })
    expect(after.userId).toBe(userId)
    const { rows } = await database().superuser.query('select organization_id, role from organization_memberships where user_id = $1 order by role', [userId])
    expect(rows).toEqual([
      { organization_id: school.organizationId, role: 'admin' },
      { organization_id: other.organizationId, role: 'student' },
    ])
    expect((await readUser(buyerId)).deleted_at).not.toBeNull()
  })

  it('buys again as the person who confirmed the address', async () => {
    const { userId } = await sync(facts({ email: 'ines@test.example', isEmailVerified: true }))
    expect(await buy('Ines@test.example')).toEqual({ userId, isNew: false })
  })
})
