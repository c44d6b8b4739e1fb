import { z } from 'zod'
import type { Emulator } from './emulator.ts'
import { refuse } from './errors.ts'
import { candidates, narrowed, testOf, userFilters } from './filter-users.ts'
import { NEWEST_FIRST, pageOf } from './page-rows.ts'
import type { Order } from './params.ts'
import { orderBy, paging, queryText } from './params.ts'
import { route } from './route.ts'
import type { StoredUser } from './state.ts'
import { primaryAddress, userView } from './user-view.ts'

const ORDERS = ['created_at', 'updated_at', 'email_address', 'first_name', 'last_name', 'username', 'last_active_at', 'last_sign_in_at'] as const
const listed = z.strictObject({ ...userFilters, ...paging, starting_after: queryText.optional(), order_by: orderBy(ORDERS).optional() })
// The SDK counts with every filter of the list but limit, offset and order; a cursor goes along then.
const counted = z.strictObject({ ...userFilters, starting_after: queryText.optional() })
type Listing = z.infer<typeof listed>

export const listUserRoutes = [
  route('GET /v1/users', listed, (emulator, { params }) => listUsers(emulator, params).map((user) => userView(emulator, user))),
  route('GET /v1/users/count', counted, (emulator, { params }) => {
    const test = testOf(emulator, params)
    const total = test ? candidates(emulator, params).filter(test).length : emulator.state.users.size()
    return { object: 'total_count', total_count: total }
  }),
]

function listUsers(emulator: Emulator, params: Listing): StoredUser[] {
  const order = params.order_by ?? NEWEST_FIRST
  const limit = params.limit ?? 10
  refuseMixedPaging(params, order)
  const test = testOf(emulator, params)
  const rows = ordered(emulator, order)
  if (!test) return pageOf(rows, order, params.starting_after ? afterCursor(emulator, params.starting_after, order) : (params.offset ?? 0), limit)

  const matching = narrowed(emulator, params, rows, order.name).filter(test)
  if (!params.starting_after) return pageOf(matching, order, params.offset ?? 0, limit)
  const cursor = requireCursor(emulator, params.starting_after)
  const position = matching.findIndex((user) => emulator.state.users.positionOf(user) >= emulator.state.users.positionOf(cursor))
  const at = position < 0 ? matching.length : position
  const isThere = matching[at] === cursor
  const skipped = order.isDescending ? matching.length - at : at + (isThere ? 1 : 0)
  return pageOf(matching, order, skipped, limit)
}

/** Where the page after a cursor begins: told by position, so a page deep inside costs no more than the first. */
function afterCursor(emulator: Emulator, id: string, order: Order): number {
  const position = emulator.state.users.positionOf(requireCursor(emulator, id))
  return order.isDescending ? emulator.state.users.size() - position : position + 1
}

function requireCursor(emulator: Emulator, id: string): StoredUser {
  const user = emulator.state.users.get(id)
  if (!user) throw refuse('form_resource_not_found', 'starting_after', 'is missing', 'The resource associated with the supplied starting_after was not found.')
  return user
}

function refuseMixedPaging(params: Listing, order: Order): void {
  if (!params.starting_after) return
  if (order.name !== 'created_at') {
    throw refuse('form_conditional_param_disallowed', 'starting_after', 'is not allowed', `\`starting_after\` isn't allowed when \`order_by\` is ${order.name}.`)
  }
  if (params.offset) throw refuse('form_conditional_param_disallowed', 'starting_after', 'is not allowed', "`starting_after` isn't allowed when `offset` is present.")
}

/** All people in ascending order. */
function ordered({ state: { users } }: Emulator, order: Order): readonly StoredUser[] {
  if (order.name === 'created_at') return users.oldestFirst()
  return users.orderedBy(order.name, VALUES[order.name] ?? (() => null))
}

const VALUES: Record<string, (user: StoredUser) => string | number | null> = {
  updated_at: (user) => user.updatedAt, email_address: primaryAddress, first_name: (user) => user.firstName, last_name: (user) => user.lastName,
  username: (user) => user.username, last_active_at: (user) => user.lastActiveAt, last_sign_in_at: (user) => user.lastSignInAt,
}
