import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { listCustomers } from './list-customers.ts'

const database = useTestDatabase()
const ask = (text: string, values: unknown[]) => database().superuser.query(text, values)

interface Bought {
  userId: string
  email: string
  name?: string
  cents: number
  refundedCents?: number
  currency?: string
  at: string
  title?: string
}

let number = 0
async function buy(organizationId: string, { userId, email, name = '', cents, refundedCents = 0, currency = 'eur', at, title = 'Piano' }: Bought): Promise<void> {
  const [offerId, checkoutId, subjectId] = [v7(), v7(), v7()]
  await ask(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency) values ($1, $2, 'course', $3, $4, $5, $6)`, [organizationId, offerId, subjectId, title, cents, currency])
  await ask(
    `insert into checkouts (organization_id, id, offer_id, user_id, email, token_hash, title, subject_kind, subject_id, amount_cents, currency, fee_bps, fee_cents, status)
     values ($1, $2, $3, $4, $5, 'a hash', $6, 'course', $7, $8, $9, 1000, 0, 'paid')`,
    [organizationId, checkoutId, offerId, userId, email, title, subjectId, cents, currency],
  )
  number += 1
  await ask(
    `insert into orders (organization_id, id, number, checkout_id, user_id, buyer_email, buyer_name, title, subject_kind, subject_id, gross_cents, refunded_cents, platform_fee_cents, currency, provider, placed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 'course', $9, $10, $11, 0, $12, 'stripe', $13)`,
    [organizationId, v7(), number, checkoutId, userId, email, name, title, subjectId, cents, refundedCents, currency, at],
  )
}

async function arrange() {
  const school = await buildSchool(database(), `s-${v7().slice(-10)}`)
  const [mei, noah] = [await buildUser(database(), 'Mei Tan'), await buildUser(database(), '')]
  for (const userId of [mei, noah]) await buildMembership(database(), school.organizationId, userId, 'student')
  await buy(school.organizationId, { userId: mei, email: 'mei@old.example', cents: 8900, at: '2026-01-03T10:00:00Z' })
  await buy(school.organizationId, { userId: mei, email: 'mei@new.example', cents: 2000, refundedCents: 500, at: '2026-03-03T10:00:00Z', title: 'Warm-up sheets' })
  await buy(school.organizationId, { userId: mei, email: 'mei@new.example', cents: 700, currency: 'usd', at: '2026-02-03T10:00:00Z' })
  await buy(school.organizationId, { userId: noah, email: 'noah@home.example', name: 'Noah B.', cents: 1900, refundedCents: 1900, at: '2026-04-03T10:00:00Z' })
  return { school, mei, noah, owner: tenantCtx(database(), school.organizationId, school.ownerId) }
}

describe('the customers of a school', () => {
  it('stand in one row each, with what they paid less what they got back, in each currency', async () => {
    const { owner, mei, noah } = await arrange()
    expect(await listCustomers(owner, { search: '', after: null })).toMatchObject({
      count: 2,
      next: null,
      customers: [
        { userId: noah, name: 'Noah B.', email: 'noah@home.example', purchases: 1, paid: { eur: 0 }, lastTitle: 'Piano' },
        { userId: mei, name: 'Mei Tan', email: 'mei@new.example', purchases: 3, paid: { eur: 10_400, usd: 700 }, lastTitle: 'Warm-up sheets', lastAt: new Date('2026-03-03T10:00:00Z') },
      ],
    })
  })

  it('are found by a part of the name or of any address they bought with, whatever letters it has', async () => {
    const { owner, mei, noah } = await arrange()
    const found = async (search: string) => (await listCustomers(owner, { search, after: null })).customers.map(({ userId }) => userId)
    expect(await found('TAN')).toEqual([mei])
    expect(await found('old.example')).toEqual([mei])
    expect(await found(' noah b')).toEqual([noah])
    expect(await found('%')).toEqual([])
    expect(await found('nobody')).toEqual([])
  })

  it('come in pages of fifty that leave nobody out, and all of them in a file', async () => {
    const { owner, school } = await arrange()
    for (let at = 0; at < 60; at += 1) {
      const userId = await buildUser(database(), `Buyer ${at}`)
      // Many at the same moment: the place behind one of them is not the place behind all.
      await buy(school.organizationId, { userId, email: `b${at}@test.example`, cents: 100, at: '2026-01-01T10:00:00Z' })
    }
    const first = await listCustomers(owner, { search: '', after: null })
    const second = await listCustomers(owner, { search: '', after: first.next })
    expect([first.customers.length, second.customers.length, second.next]).toEqual([50, 12, null])
    expect(new Set([...first.customers, ...second.customers].map(({ userId }) => userId)).size).toBe(62)
    expect((await listCustomers(owner, { search: '', after: null, isWhole: true })).customers).toHaveLength(62)
    expect((await listCustomers(owner, { search: '', after: 'no cursor' })).customers).toHaveLength(50)
  })

  it('are nobody’s but the books’: not a teacher’s, and not another school’s', async () => {
    const { school, mei } = await arrange()
    const teacher = await buildUser(database(), 'Teacher')
    await buildMembership(database(), school.organizationId, teacher, 'instructor')
    await expect(listCustomers(tenantCtx(database(), school.organizationId, teacher), { search: '', after: null })).rejects.toMatchObject({ status: 403 })
    await expect(listCustomers(tenantCtx(database(), school.organizationId, null), { search: '', after: null })).rejects.toMatchObject({ status: 404 })
    const rival = await buildSchool(database(), `r-${v7().slice(-10)}`)
    expect(await listCustomers(tenantCtx(database(), rival.organizationId, rival.ownerId), { search: '', after: null })).toMatchObject({ count: 0, customers: [] })
    expect(mei).toBeTruthy()
  })
})
