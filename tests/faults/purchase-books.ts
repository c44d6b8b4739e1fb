import { expect } from 'vitest'
import { waitFor } from './programs.ts'
import { askEmulator, type Rows, type Shop } from './purchase-shop.ts'

/** An event as the emulator keeps it. */
export interface KeptEvent {
  id: string
  type: string
  delivered: boolean
  data: { object: Record<string, unknown> }
}

/** The emulator's events of a type, the newest last. */
export async function eventsOf(stripe: { url: string }, type: string): Promise<KeptEvent[]> {
  const { data } = await askEmulator<{ data: KeptEvent[] }>(stripe, '/_emulator/events')
  return data.filter((event) => event.type === type)
}

/** The answers that the emulator got for an event, over all its deliveries. */
export async function answersFor(stripe: { url: string }, eventId: string): Promise<(number | null)[]> {
  const { data } = await askEmulator<{ data: { eventId: string; attempts: { status: number | null }[] }[] }>(stripe, '/_emulator/deliveries')
  return data.filter((one) => one.eventId === eventId).flatMap((one) => one.attempts.map(({ status }) => status))
}

/** Sends an event again at once. Returns the first answer to each copy. */
export async function redeliver(stripe: { url: string }, event: string, times = 1): Promise<(number | null | undefined)[]> {
  const { deliveries } = await askEmulator<{ deliveries: { attempts: { status: number | null }[] }[] }>(stripe, '/_emulator/redeliver', { event, times, concurrently: times > 1 })
  return deliveries.map((one) => one.attempts[0]?.status)
}

type Balances = Record<string, number>

/** What every party has by the provider's books, in cents; who has nothing is left out. */
export async function theirBalances(stripe: { url: string }): Promise<Balances> {
  const balances = await askEmulator<Record<string, Record<string, number>>>(stripe, '/_emulator/balances')
  return withoutZeros(Object.entries(balances).map(([name, { eur = 0 }]) => [name, eur]))
}

/** What every party has by our ledger, under the provider's names. */
export async function ourBalances(rows: Rows, shop: Shop): Promise<Balances> {
  const found = await rows(
    `select a.kind, a.holder, sum(e.amount_cents)::int as cents from ledger_accounts a
     join ledger_entries e on e.organization_id = a.organization_id and e.account_id = a.id
     where a.organization_id = $1 group by a.kind, a.holder`,
    [shop.organizationId],
  )
  return withoutZeros(found.map(({ kind, holder, cents }) => {
    const name = kind === 'buyer' ? `buyer:${holder}` : kind === 'school' ? `connected:${shop.accountId}` : String(kind)
    return [name, Number(cents)]
  }))
}

function withoutZeros(entries: [string, number][]): Balances {
  return Object.fromEntries(entries.filter(([, cents]) => cents !== 0))
}

/** How a purchase of one course stands in our tables. */
export async function standingOf(rows: Rows, shop: Shop, email: string): Promise<object> {
  const [orders, enrolments, sales] = await Promise.all([
    rows('select status from orders where organization_id = $1 and buyer_email = $2', [shop.organizationId, email]),
    rows(`select e.id from enrolments e join users u on u.id = e.user_id where e.organization_id = $1 and e.course_id = $2 and u.email = $3 and e.status = 'active'`, [shop.organizationId, shop.courseId, email]),
    rows(`select t.id from ledger_transactions t join orders o on o.organization_id = t.organization_id and o.id = t.order_id where t.organization_id = $1 and o.buyer_email = $2 and t.kind = 'sale'`, [shop.organizationId, email]),
  ])
  return { orders: orders.map((order) => order.status), active: enrolments.length, sales: sales.length }
}

/** Nothing is known of a purchase. */
export const unknown = { orders: [], active: 0, sales: 0 }
/** One order, one active enrolment, one sale. */
export const sold = { orders: ['paid'], active: 1, sales: 1 }
/** The same after the money went back: nobody may learn any more. */
export const takenBack = { orders: ['refunded'], active: 0, sales: 1 }

/** What a test of purchases stands on. */
export interface PurchaseGround {
  rows: Rows
  stripe: { url: string }
  shop: Shop
  /** What to say when something does not come to be. */
  describe(): string
}

/**
 * Waits until nothing is on its way any more, at the emulator, in the inbox and between the modules; then looks: each
 * buyer's purchase stands as it should, and every balance is the provider's to the cent.
 *
 * @param standings by the buyer's address; nobody else may have bought
 */
export async function expectInTheEnd({ rows, stripe, shop, describe }: PurchaseGround, standings: Record<string, object>): Promise<void> {
  const emails = Object.keys(standings)
  const looks = async () => ({
    standings: Object.fromEntries(await Promise.all(emails.map(async (email) => [email, await standingOf(rows, shop, email)]))),
    balances: sorted(await ourBalances(rows, shop)),
  })
  const wish = async () => ({ standings, balances: sorted(await theirBalances(stripe)) })
  let [last, wished] = ['', '']
  await waitFor(async () => {
    await new Promise((done) => setTimeout(done, 150))
    ;[last, wished] = [JSON.stringify(await looks()), JSON.stringify(await wish())]
    return last === wished && (await isQuiet(rows, stripe))
  }, 60_000, () => `stands at ${last}\nnot at    ${wished}\n${describe()}`)
  // Quiet now: what happened too often would stand here.
  expect(await looks()).toEqual(await wish())
}

async function isQuiet(rows: Rows, stripe: { url: string }): Promise<boolean> {
  const { data } = await askEmulator<{ data: { status: string }[] }>(stripe, '/_emulator/deliveries')
  if (data.some(({ status }) => status === 'pending' || status === 'held')) return false
  const open = await rows(`select id from webhook_events where status <> 'completed' union all select id from outbox_deliveries where status <> 'completed'`)
  return open.length === 0
}

function sorted(balances: Balances): [string, number][] {
  return Object.entries(balances).sort(([one], [other]) => (one < other ? -1 : 1))
}
