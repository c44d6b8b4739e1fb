import { v7 } from 'uuid'
import { createCoupon, quoteCoupon, type CouponTerms } from '../../src/modules/commerce/index.ts'
import type { CommerceWorld, SellingSchool } from './commerce-world.ts'
import type { TestDatabase } from './test-database.ts'

/** A quarter off everything, unless a test says otherwise. */
export const couponTerms = (change: Partial<CouponTerms> = {}): CouponTerms => ({
  code: 'SPRING25', discount: { kind: 'percent', percentBps: 2500 }, subjects: null, usesMax: null, usesPerPersonMax: null, startsOn: null, endsOn: null, ...change,
})

/** What tests of coupons do again and again, in a world in which money moves. */
export function couponSteps(database: () => TestDatabase, world: () => CommerceWorld) {
  const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows
  const ownerOf = (school: SellingSchool) => world().ctx(school.organizationId, school.ownerId)
  const quote = (school: SellingSchool, code: string, more: { token?: string; address?: string } = {}) =>
    quoteCoupon(world().ctx(school.organizationId, null), { subjectKind: 'course', subjectId: school.courseId, code, email: null, token: more.token ?? null, address: more.address ?? v7() })
  return {
    rows,
    ownerOf,
    quote,
    ordersOf: (school: SellingSchool) => rows('select * from orders where organization_id = $1 order by number', [school.organizationId]),
    checkoutOf: async (id: string) => (await rows('select * from checkouts where id = $1', [id]))[0],
    noWebhooks: () => world().emulator.setFaults({ webhooks: [{ kind: 'drop', times: null }] }),
    couponAt: (school: SellingSchool, change: Partial<CouponTerms> = {}) => createCoupon(ownerOf(school), couponTerms(change)),
    /** Why a visitor would be refused, or `fits`. */
    refusalOf: async (school: SellingSchool, code = 'SPRING25', more: Parameters<typeof quote>[2] = {}) => {
      const told = await quote(school, code, more)
      return told?.kind === 'refused' ? told.refusal.reason : told?.kind
    },
  }
}
