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

/** A beat in the shop, with a lease and an exclusive licence; its file does not matter here. */
async function putBeat(organizationId: string) {
  const [productId, lease, exclusive] = [v7(), v7(), v7()]
  await rows(`insert into products (organization_id, id, kind, slug, title, status, published_at) values ($1, $2, 'beat', 'last-38', 'Last 38', 'published', now())`, [organizationId, productId])
  await rows(`insert into licences (organization_id, id, product_id, name, is_exclusive) values ($1, $2, $4, 'Lease', false), ($1, $3, $4, 'Exclusive', true)`, [organizationId, lease, exclusive, productId])
  for (const [licence, price, isExclusive] of [[lease, 2900, false], [exclusive, 90_000, true]] as const) {
    const offer = v7()
    await rows(`insert into offers (organization_id, id, subject_kind, subject_id, title, price_cents, currency, is_exclusive) values ($1, $2, 'licence', $3, 'Last 38', $4, 'eur', $5)`, [organizationId, offer, licence, price, isExclusive])
    await rows(`insert into offer_parts (organization_id, id, offer_id, subject_kind, subject_id, title, position) values ($1, $2, $3, 'product', $4, 'Last 38', 0)`, [organizationId, v7(), offer, productId])
  }
  return { lease, exclusive }
}

it('28 browsers race for the one exclusive licence at the built program: one pays and has it, the others read why not, and nothing of the piece is for sale after it', async () => {
  const stripe = await ground().startStripe()
  const web = await ground().startWeb()
  await ground().startWorker()
  const shop = await openShop(database(), stripe, web)
  const { lease, exclusive } = await putBeat(shop.organizationId)
  const checkout = (licence: string) => `/s/${shop.slug}/products/last-38/checkout?licence=${licence}`
  const emails = Array.from({ length: browsers }, (_, index) => `browser-${index}@test.example`)
  const cookies = await Promise.all(emails.map(() => openForm(web, { ...shop, checkoutPath: checkout(exclusive) })))
  const answers = await Promise.all(emails.map((email, index) => visit(web, checkout(exclusive), { form: { email }, cookie: cookies[index] })))

  const won = answers.flatMap((answer, index) => (answer.status === 303 ? [{ location: answer.location, email: emails[index] ?? '' }] : []))
  const lost = answers.filter(({ status }) => status !== 303)
  expect(won).toHaveLength(1)
  expect(new Set(lost.map(({ status }) => status))).toEqual(new Set([409]))
  expect(lost.every(({ body }) => body.includes('There is one of this, and somebody is paying for it right now.'))).toBe(true)

  for (const { location, email } of won) await pay(location, email)
  const orders = () => rows('select buyer_email, gross_cents from orders where organization_id = $1', [shop.organizationId])
  await expect.poll(orders, { timeout: 30_000 }).toEqual([{ buyer_email: won[0]?.email, gross_cents: 90_000 }])
  await expect.poll(() => rows('select 1 from music_facts where organization_id = $1 and sold_at is not null', [shop.organizationId]).then((found) => found.length), { timeout: 30_000 }).toBe(1)
  const late = await visit(web, checkout(lease), { form: { email: 'late@test.example' }, cookie: cookies[0] })
  expect([late.status, late.location.endsWith('/products/last-38')]).toEqual([302, true])
  const page = await visit(web, `/s/${shop.slug}/products/last-38`)
  expect([page.status, page.body.includes('Sold exclusively'), page.body.includes('checkout?licence')]).toEqual([200, true, false])
}, 120_000)
