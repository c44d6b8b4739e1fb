import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem, type SystemTransaction } from '#platform/db/as-system.ts'
import { ensureUserForEmail } from './ensure-user-for-email.ts'
import { syncUser } from './sync-user.ts'
import { bindUsual, type UsuallyTaken } from '#platform/inbox/store-taken.queries.ts'
import { expectNewUsers, syncUsers } from './sync-users.ts'
import type { UserFacts } from './user-facts.ts'

const database = useTestDatabase()

class Undo extends Error {}

/** Runs it, reads what came of it, and leaves no trace. */
async function tryOut(work: (opened: SystemTransaction) => Promise<void>): Promise<unknown> {
  let found: unknown
  const undone = asSystem(database().pools.system, async (opened) => {
    await work(opened)
    found = await readPeople(opened)
    throw new Undo()
  })
  await expect(undone).rejects.toThrow(Undo)
  return found
}

/** Rows without the ids, which are made anew each time. */
async function readPeople({ ask }: SystemTransaction): Promise<unknown> {
  return ask({
    name: 'test-people',
    text: `
      select coalesce(i.subject, 'buyer ' || u.email) as who, u.clerk_id, u.name, u.email, u.image_url, u.email_verified_at is not null as is_verified,
        u.source_updated_at, u.deleted_at, u.created_by_door
      from users u left join user_identities i on i.user_id = u.id order by 1`,
  }, [])
}

type Told = UserFacts & { eventId: string }

/** Runs the one statement for facts of which each came by an event, and says whose effect it had. */
async function takeUsual({ ask }: SystemTransaction, facts: readonly Told[]): Promise<Told[]> {
  const usual = expectNewUsers(facts)
  if (!usual) throw new Error('of these it expects nothing')

  const events = facts.map(({ eventId }) => ({ id: eventId, provider: 'clerk', eventId, type: 'user.created', payload: {}, bodySha256: '', occurredAt: new Date(0), attempts: 0 }))
  const { statement, values } = bindUsual(usual, events, [])
  const rows = await ask<UsuallyTaken>(statement, values)
  return facts.filter(({ eventId }) => rows.some((row) => row.eventId === eventId && row.isTaken))
}

const subjects = ['user_a', 'user_b', 'user_c']
const emails = ['a@test.example', 'B@test.example', 'b@test.example', null]
const facts = fc.record({
  kind: fc.constantFrom('created' as const, 'updated' as const, 'updated' as const, 'deleted' as const),
  subject: fc.constantFrom(...subjects),
  name: fc.constantFrom('', 'Mei', 'Ada'),
  email: fc.constantFrom(...emails),
  isEmailVerified: fc.boolean(),
  imageUrl: fc.constantFrom(null, 'https://img.example.com/1.png'),
  occurredAt: fc.integer({ min: 0, max: 4 }).map((second) => new Date(Date.UTC(2026, 0, 1, 10, 0, second))),
})
const crowds = fc.record({
  before: fc.array(facts, { maxLength: 4 }),
  buyers: fc.uniqueArray(fc.constantFrom('a@test.example', 'b@test.example'), { maxLength: 2 }),
  crowd: fc.array(facts, { minLength: 1, maxLength: 8 }),
})
const whole = (said: Omit<UserFacts, 'provider' | 'newUserId'>): UserFacts => ({ ...said, provider: 'clerk', newUserId: v7() })

describe('people who come in a crowd', () => {
  it('stand as if they had come one after the other', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, async ({ before, buyers, crowd }) => {
        const prepare = async ({ tx }: SystemTransaction) => {
          for (const one of before) await syncUser(tx, whole(one))
          for (const email of buyers) await ensureUserForEmail(tx, { id: v7(), email, name: 'Buyer' })
        }
        const alone = await tryOut(async (opened) => {
          await prepare(opened)
          for (const one of crowd) await syncUser(opened.tx, whole(one))
        })
        const together = await tryOut(async (opened) => {
          await prepare(opened)
          for (const one of await syncUsers(opened.ask, crowd.map(whole))) await syncUser(opened.tx, one)
        })
        expect(together).toEqual(alone)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  it('for the first time are made by one statement, and whoever stands here already, was removed or bought is left to the long way', async () => {
    const said = (subject: string, more: Partial<UserFacts> = {}): Told => ({ ...whole({ kind: 'created', subject, name: 'Mei', email: `${subject}@Test.example`, isEmailVerified: true, imageUrl: null, occurredAt: new Date(0), ...more }), eventId: v7() })
    const prepare = async ({ tx }: SystemTransaction) => {
      for (const one of [said('known'), said('gone'), said('gone', { kind: 'deleted', occurredAt: new Date(1) })]) await syncUser(tx, one)
      for (const email of ['buyer@test.example', 'unproven@test.example']) await ensureUserForEmail(tx, { id: v7(), email, name: 'Buyer' })
    }
    const facts = [said('new'), said('known'), said('gone'), said('buyer'), said('unproven', { isEmailVerified: false }), said('nameless', { email: null })]
    const alone = await tryOut(async (opened) => {
      await prepare(opened)
      for (const one of facts) await syncUser(opened.tx, one)
    })
    const together = await tryOut(async (opened) => {
      await prepare(opened)
      const taken = await takeUsual(opened, facts)
      expect(taken.map(({ subject }) => subject)).toEqual(['new', 'unproven', 'nameless'])
      for (const one of facts.filter((one) => !taken.includes(one))) await syncUser(opened.tx, one)
    })
    expect(together).toEqual(alone)
  })

  it('are expected to be new only where all are created, each once', () => {
    const said = (subject: string, kind: UserFacts['kind'] = 'created') => ({ ...whole({ kind, subject, name: 'Mei', email: null, isEmailVerified: false, imageUrl: null, occurredAt: new Date(0) }), eventId: v7() })
    expect(expectNewUsers([])).toBeNull()
    expect(expectNewUsers([said('one'), said('two', 'updated')])).toBeNull()
    expect(expectNewUsers([said('one'), said('one')])).toBeNull()
    expect(expectNewUsers([said('one'), said('two')])).not.toBeNull()
  })

  it('are made in three statements, and only what is out of the ordinary is left', async () => {
    await tryOut(async ({ ask }) => {
      const asked: string[] = []
      const counting: typeof ask = (statement, values) => {
        asked.push(statement.name)
        return ask(statement, values)
      }
      const said = (subject: string, kind: UserFacts['kind'] = 'created') => whole({ kind, subject, name: 'Mei', email: `${subject}@test.example`, isEmailVerified: true, imageUrl: null, occurredAt: new Date(0) })
      expect(await syncUsers(counting, [said('one'), said('two'), said('three')])).toEqual([])
      const left = await syncUsers(counting, [said('one', 'updated'), said('two', 'deleted'), said('four')])
      expect(left.map(({ subject }) => subject)).toEqual(['two'])
      expect(asked).toEqual(['identity-standings', 'identity-insert-users', 'identity-standings', 'identity-insert-users', 'identity-update-users'])
    })
  })
})
