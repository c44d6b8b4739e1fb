import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { importUsers } from '#modules/identity/index.ts'
import { importMemberships } from '#modules/tenancy/index.ts'
import { inTransaction, type Tx } from '#platform/db/transaction.ts'
import { uuidV7Ids } from '#platform/ids/ids.ts'
import type { ListedMembership, ListedUser } from '../ports.ts'
import { kinds, type Kind } from './kinds.ts'

const database = useTestDatabase()
const ctx = { ids: uuidV7Ids, clock: { now: () => new Date('2026-05-01T00:00:00Z') } }
const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))

const subjects = ['user_a', 'user_b', 'user_c', 'user_d', 'user_e']
const addresses = [null, 'one@x.example', 'ONE@x.example', 'two@x.example', 'buyer@x.example']
const person: fc.Arbitrary<ListedUser> = fc.record({
  subject: fc.constantFrom(...subjects),
  name: fc.constantFrom('', 'Mei', 'Rui Ⅷ'),
  email: fc.constantFrom(...addresses),
  isEmailVerified: fc.boolean(),
  imageUrl: fc.constantFrom(null, 'https://img.example/a.png'),
  updatedAt: fc.integer({ min: 0, max: 30 }).map(at),
})
/** A membership never changes its organization or its person; a person may have several, one after the other. */
const membership: fc.Arbitrary<ListedMembership> = fc
  .record({
    generation: fc.integer({ min: 1, max: 2 }),
    at: fc.integer({ min: 0, max: 30 }).map(at),
    madeAt: fc.option(fc.integer({ min: 0, max: 30 }).map(at), { nil: null }),
    organization: fc.constantFrom('org_a', 'org_b', 'org_closed', 'org_unknown'),
    createdBy: fc.constantFrom(null, 'user_a'),
    owner: fc.constantFrom(...subjects),
    isOwnerSaid: fc.integer({ min: 0, max: 5 }).map((chance) => chance > 0),
    role: fc.constantFrom('org:admin', 'org:member', 'org:instructor'),
  })
  .map(({ generation, owner, isOwnerSaid, ...rest }) => ({ ...rest, clerkId: `orgmem_${rest.organization}_${owner}_${generation}`, user: isOwnerSaid ? owner : null }))
/** What is here already when the page comes. */
const past = fc.array(fc.oneof(person.map((row) => ({ kind: 'user' as const, row, isEnd: false })), fc.constantFrom(...subjects).map((subject) => ({ kind: 'user' as const, row: { subject }, isEnd: true }))), { maxLength: 6 })

/** Does something in a transaction that is taken back, and tells what stood there before it was. */
async function standingAfter(deed: (tx: Tx) => Promise<void>): Promise<unknown> {
  const back = new Error('taken back')
  let standing: unknown
  await inTransaction(database().pools.system, 'set local role service_role; select 1', async ({ tx, client }) => {
    await deed(tx)
    // Ids are made anew each time; everything else must be the same.
    const { rows } = await client.query(`
      select 'user' as kind, i.subject, u.name, u.email, u.image_url, u.email_verified_at is not null as verified, u.source_updated_at, u.deleted_at, u.created_by_door as more
      from users u left join user_identities i on i.user_id = u.id
      union all select 'membership', o.clerk_id || ' ' || coalesce(i.subject, m.user_id::text), m.display_name, m.clerk_id, m.role, m.is_public, m.source_updated_at, m.deleted_at, null
      from organization_memberships m join organizations o on o.id = m.organization_id left join user_identities i on i.user_id = m.user_id
      union all select 'state ' || kind, subject, about, null, null, null, source_updated_at, deleted_at, made_at::text from sync_states
      order by 1, 2, 3, 4`)
    standing = rows
    throw back
  }).catch((fault: unknown) => {
    if (fault !== back) throw fault
  })
  return standing
}

/** One by one, as events do it; what cannot be done now waits, as in the inbox. */
async function writeEach<Row>(tx: Tx, kind: Kind<Row>, rows: readonly Row[]): Promise<void> {
  for (const row of rows) {
    await sql`savepoint one`.execute(tx)
    await kind.write(ctx, tx, row).catch((fault: unknown) => back(tx, fault))
  }
}

async function back(tx: Tx, fault: unknown): Promise<void> {
  if (!(fault instanceof Error) || fault.name !== 'DependencyNotReady') throw fault
  await sql`rollback to savepoint one`.execute(tx)
}

describe('a page of an import', () => {
  beforeAll(async () => {
    const { superuser } = database()
    for (const [clerkId, deletedAt] of [['org_a', null], ['org_b', null], ['org_closed', '2026-01-01']]) {
      await superuser.query('insert into organizations (id, clerk_id, slug, name, deleted_at) values ($1, $2, $3, $2, $4)', [v7(), clerkId, String(clerkId).replace('_', '-'), deletedAt])
    }
    await superuser.query(`insert into users (id, email, name, created_by_door) values ($1, 'buyer@x.example', 'Buyer', 'purchase')`, [v7()])
  })
  afterAll(async () => void (await database().superuser.query('delete from organizations')))

  const arrange = async (tx: Tx, before: { kind: 'user'; row: object; isEnd: boolean }[]) => {
    for (const { row, isEnd } of before) {
      if (isEnd) await kinds.user.end(ctx as never, tx, { subject: (row as ListedUser).subject, about: null }, at(15))
      else await kinds.user.write(ctx, tx, row as ListedUser)
    }
  }

  it('of people comes to the same as one after the other, whatever is here', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(past, fc.array(person, { maxLength: 8 }), async (before, page) => {
      const single = await standingAfter(async (tx) => {
        await arrange(tx, before)
        await writeEach(tx, kinds.user, page)
      })
      const bulk = await standingAfter(async (tx) => {
        await arrange(tx, before)
        await writeEach(tx, kinds.user, await importUsers(tx, uuidV7Ids, { provider: 'clerk', door: 'reconcile' }, page))
      })
      expect(bulk).toEqual(single)
    }), { numRuns: 60 })
  })

  it('of memberships comes to the same as one after the other, whatever is here', { timeout: 120_000 }, async () => {
    await fc.assert(fc.asyncProperty(past, fc.array(membership, { maxLength: 5 }), fc.array(membership, { maxLength: 8 }), async (before, earlier, page) => {
      const arrangeAll = async (tx: Tx) => {
        await arrange(tx, before)
        await writeEach(tx, kinds.membership, earlier)
      }
      const single = await standingAfter(async (tx) => {
        await arrangeAll(tx)
        await writeEach(tx, kinds.membership, page)
      })
      const bulk = await standingAfter(async (tx) => {
        await arrangeAll(tx)
        await writeEach(tx, kinds.membership, await importMemberships(tx, uuidV7Ids, page))
      })
      expect(bulk).toEqual(single)
    }), { numRuns: 60 })
  })
})
