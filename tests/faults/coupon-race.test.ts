import { expect, it } from 'vitest'
import { v7 } from 'uuid'
import { useTestDatabase } from '../support/test-database.ts'
import { useFaultGround } from './harness.ts'
import { openForm, openShop, pay, visit, type Rows } from './purchase-shop.ts'

const database = useTestDatabase()
const ground = useFaultGround(() => database().source)
const rows: Rows = async (text, values) => (await database().superuser.query(text, values)).rows
// As many as one address may begin within ten minutes.
const browsers = 28
const usesMax = 3

async function openRace(percentBps: number) {
  const stripe = await ground().startStripe()
  const web = await ground().startWeb()
  const worker = await ground().startWorker()
  const shop = await openShop(database(), stripe, web)
  await rows(`insert into coupons (organization_id, id, code, kind, percent_bps, uses_max, uses_per_person_max) values ($1, $2, 'LAST3', 'percent', $3, $4, 1)`, [shop.organizationId, v7(), percentBps, usesMax])
  const emails = Array.from({ length: browsers }, (_, index) => `browser-${index}@test.example`)
  const cookies = await Promise.all(emails.map(() => openForm(web, shop)))
  const answers = await Promise.all(emails.map((email, index) => visit(web, shop.checkoutPath, { form: { email, coupon: 'last3' }, cookie: cookies[index] })))
  return { web, worker, shop, answers: answers.map((answer, index) => ({ ...answer, email: emails[index] ?? '' })) }
}

async function ordersOf(organizationId: string) {
  return rows('select buyer_email, gross_cents, discount_cents from orders where organization_id = $1 order by number', [organizationId])
}

it('28 browsers race for the last three uses at the built program: three pay the price with it, the others read why not', async () => {
  const { shop, answers } = await openRace(2500)
  const won = answers.filter(({ status }) => status === 303)
  const lost = answers.filter(({ status }) => status !== 303)
  expect(won).toHaveLength(usesMax)
  expect(won.every(({ location }) => location.includes('/c/pay/'))).toBe(true)
  expect(new Set(lost.map(({ status }) => status))).toEqual(new Set([409]))
  expect(lost.every(({ body }) => body.includes('The last uses of this coupon are being paid for right now.') && body.includes('value="last3"'))).toBe(true)

  for (const { location, email } of won) await pay(location, email)
  await expect.poll(() => ordersOf(shop.organizationId).then((found) => found.length), { timeout: 30_000 }).toBe(usesMax)
  const orders = await ordersOf(shop.organizationId)
  expect(orders.map((order) => order.buyer_email).sort()).toEqual(won.map(({ email }) => email).sort())
  expect(orders.every((order) => order.gross_cents === 6675 && order.discount_cents === 2225)).toBe(true)
}, 120_000)

it('and three get it when there is nothing to pay: the course is theirs at once, and the page says so', async () => {
  const { web, shop, answers } = await openRace(10_000)
  const won = answers.filter(({ status }) => status === 303)
  expect(won).toHaveLength(usesMax)
  expect(await ordersOf(shop.organizationId)).toHaveLength(usesMax)
  const [first] = won
  const path = new URL(first?.location ?? '').pathname
  expect((await visit(web, path, {})).status).toBe(404)
  await expect.poll(() => rows(`select 1 from enrolments where organization_id = $1 and status = 'active'`, [shop.organizationId]).then((found) => found.length), { timeout: 30_000 }).toBe(usesMax)
  await expect.poll(() => rows(`select 1 from mail_messages where organization_id = $1 and kind = 'receipt'`, [shop.organizationId]).then((found) => found.length), { timeout: 30_000 }).toBe(usesMax)
}, 120_000)
