import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildCourse, buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { withTenant } from '../../../platform/db/with-tenant.ts'
import { findOffer, setPrice } from '../index.ts'

const database = useTestDatabase()

async function sell(slug: string) {
  const { organizationId, ownerId } = await buildSchool(database(), slug)
  const { courseId } = await buildCourse(database(), organizationId)
  const subject = { organizationId, subjectKind: 'course' as const, subjectId: courseId }
  const price = (priceCents: number | null, userId = ownerId, title = 'Piano') =>
    withTenant(database().pools.web, { organizationId, userId }, ({ tx }) => setPrice(tx, { ...subject, id: v7(), title, priceCents, currency: 'eur' }))
  const offer = () => withTenant(database().pools.web, { organizationId, userId: null }, ({ tx }) => findOffer(tx, subject))
  const all = async () => (await database().superuser.query('select price_cents, status from offers where organization_id = $1 order by id', [organizationId])).rows
  return { organizationId, price, offer, all }
}

describe('a price', () => {
  it('that changes is a new offer; the same price again is the same offer, and a new title a new title', async () => {
    const { price, offer, all } = await sell('prices')
    await price(8900)
    const first = await offer()
    await price(8900, undefined, 'Piano, slowly')
    expect(await offer()).toEqual({ ...first, title: 'Piano, slowly' })
    await price(9900)
    expect((await offer())?.id).not.toBe(first?.id)
    await price(null)
    expect(await offer()).toBeNull()
    expect(await all()).toEqual([{ price_cents: 8900, status: 'retired' }, { price_cents: 9900, status: 'retired' }])
  })

  it('set ten times at once leaves one active offer', async () => {
    const { price, all } = await sell('rush')
    await Promise.all(Array.from({ length: 10 }, (_, index) => price(1000 + index)))
    expect((await all()).filter((one) => one.status === 'active')).toHaveLength(1)
  })

  it('is not for students to set', async () => {
    const { organizationId, price, offer } = await sell('guarded')
    await price(8900)
    const student = await buildUser(database(), 'Student')
    await buildMembership(database(), organizationId, student, 'student')
    await expect(price(1, student)).rejects.toThrow()
    expect((await offer())?.priceCents).toBe(8900)
  })
})
