import { z } from 'zod'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { countCustomers, selectCustomers, type Customer, type CustomerPlace } from './customers.queries.ts'

const pageSize = 50
const fileMax = 50_000

/** A page of a school's customers. */
export interface CustomersPage {
  customers: Customer[]
  /** How many fit the search, on all pages. */
  count: number
  /** Give it as `after` for the page behind; null at the end. */
  next: string | null
}

/**
 * Who bought from a school, one row each, who bought last first.
 *
 * @param input `search` is a part of a name or an address; `after` a cursor, and one that is none begins at the first; `isWhole` is for files of up to 50,000
 * @throws NotFound for strangers, NotAllowed without `orders.read`
 */
export async function listCustomers(ctx: TenantCtx, input: { search: string; after: string | null; isWhole?: boolean }): Promise<CustomersPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'orders.read')
    const wanted = { organizationId: ctx.organizationId, search: input.search }
    const limit = input.isWhole ? fileMax : pageSize
    const found = await selectCustomers(tx, { ...wanted, after: readPlace(input.after), limit: limit + 1 })
    const customers = found.slice(0, limit)
    return { customers, count: await countCustomers(tx, wanted), next: found.length > limit ? writePlace(customers.at(-1)) : null }
  })
}

const placeSchema = z.tuple([z.iso.datetime().transform((iso) => new Date(iso)), z.uuid()])

function readPlace(cursor: string | null): CustomerPlace | null {
  const read = placeSchema.safeParse(cursor?.split('_'))
  return read.success ? { lastAt: read.data[0], userId: read.data[1] } : null
}

function writePlace(customer: Customer | undefined): string | null {
  return customer ? `${customer.lastAt.toISOString()}_${customer.userId}` : null
}
