import { describe, expect, it } from 'vitest'
import { v7 } from 'uuid'
import { buildUser } from '../../../../tests/support/builders.ts'
import { pressButton, useCommerceWorld, type SellingSchool } from '../../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { createCoupon, refundOrder, sendReceipt, sendReceiptOnPayment, sendRefundNotice, sendRefundNoticeMail } from '../index.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const rows = async (text: string, values: unknown[]) => (await database().superuser.query(text, values)).rows
const mailsOf = (school: SellingSchool, kind: string) => rows('select * from mail_messages where organization_id = $1 and kind = $2', [school.organizationId, kind])
const orderOf = async (school: SellingSchool) => (await rows('select id, number from orders where organization_id = $1', [school.organizationId]))[0]

/** What the outbox would hand to a subscriber. */
async function factOf(school: SellingSchool, name: string) {
  const [row] = await rows('select * from outbox_events where organization_id = $1 and name = $2', [school.organizationId, name])
  return { id: row.id, organizationId: row.organization_id, name: row.name, payload: row.payload, occurredAt: row.occurred_at }
}

describe('the receipt', () => {
  it('goes once, in the school’s name, with a link that signs a new person in', async () => {
    const school = await world().buildSeller('receipts')
    await world().buy(school, 'new@test.example')
    const order = await orderOf(school)
    const { systemCtx } = world().app
    const fact = await factOf(school, 'order.paid')
    await systemCtx.inSystem((tx) => sendReceiptOnPayment.hear(systemCtx, tx, fact))
    expect(await rows('select 1 from graphile_worker.jobs where key = $1', [`receipt:${order.id}`])).toHaveLength(1)

    const wish = { organizationId: school.organizationId, orderId: order.id }
    await Promise.all([sendReceipt(systemCtx, wish), sendReceipt(systemCtx, wish)])
    const mails = await mailsOf(school, 'receipt')
    expect(mails).toHaveLength(1)
    expect(mails[0]).toMatchObject({ to_address: 'new@test.example', from_name: 'receipts', subject: 'Your receipt: Piano' })
    expect(mails[0].text_body).toContain('€89.00')
    expect(mails[0].text_body).toContain(`Order: ${order.number}`)
    expect(mails[0].text_body).toMatch(/Start learning:\nhttp:\/\/coursecove\.localhost:3000\/api\/auth\//)
  })

  it('calls what was bought as the school calls it', async () => {
    const school = await world().buildSeller('mats')
    await rows(`update organizations set preset = 'yoga-studio' where id = $1`, [school.organizationId])
    await world().buy(school, 'mat@test.example')
    await sendReceipt(world().app.systemCtx, { organizationId: school.organizationId, orderId: (await orderOf(school)).id })
    const [mail] = await mailsOf(school, 'receipt')
    expect(mail.text_body).toMatch(/the class is yours/i)
    expect(mail.text_body).toContain('Class: Piano')
    expect(mail.text_body).not.toMatch(/course\b/i)
  })

  it.each([
    ['a part', 2500, ['Price: €89.00', 'Coupon GIFT: −€22.25', 'Paid: €66.75']],
    ['all of it', 10_000, ['Price: €89.00', 'Coupon GIFT: −€89.00', 'Paid: €0.00']],
  ])('says price, coupon and what was paid when a coupon took off %s', async (_words, percentBps, lines) => {
    const school = await world().buildSeller(`receipt-${percentBps}`)
    await createCoupon(world().ctx(school.organizationId, school.ownerId), { code: 'GIFT', discount: { kind: 'percent', percentBps }, subjects: null, usesMax: null, usesPerPersonMax: null, startsOn: null, endsOn: null })
    const started = await world().start(school, 'gift@test.example', { coupon: 'gift' })
    if (started.kind === 'opened') await pressButton(started.url, { choice: 'pay', email: 'gift@test.example' })
    await world().settle()
    const order = await orderOf(school)
    await sendReceipt(world().app.systemCtx, { organizationId: school.organizationId, orderId: order.id })
    const [mail] = await mailsOf(school, 'receipt')
    for (const line of lines) expect(mail.text_body).toContain(line)
  })

  it.each([
    ['plain', 'plain.coursecove.localhost:3000', false],
    ['own', 'www.own.example:3000', true],
  ])('gives somebody with an account a plain link to the school’s main address, which opens nothing by itself: %s', async (slug, host, hasDomain) => {
    const school = await world().buildSeller(slug)
    if (hasDomain) await rows(`insert into domains (organization_id, id, host, challenge, state, is_primary) values ($1, $2, 'www.own.example', 'a challenge of twenty letters', 'verified', true)`, [school.organizationId, v7()])
    const email = `grace-${slug}@test.example`
    const userId = await buildUser(database(), 'Grace', email)
    await rows(`insert into user_identities (id, provider, subject, user_id) values ($1, 'builtin', $2, $3)`, [v7(), `subject-${userId}`, userId])
    const started = await world().start(school, email, { userId })
    if (started.kind !== 'opened') throw new Error(started.kind)
    await pressButton(started.url, { choice: 'pay', email })
    await world().settle()
    await sendReceipt(world().app.systemCtx, { organizationId: school.organizationId, orderId: (await orderOf(school)).id })
    const [mail] = await mailsOf(school, 'receipt')
    expect(mail.text_body).toContain(`Open my library:\nhttp://${host}/learn\n`)
  })
})

describe('the refund notice', () => {
  it('says how much comes back and that the course has left, once', async () => {
    const school = await world().buildSeller('notices')
    await world().buy(school, 'sorry@test.example')
    await refundOrder(world().ctx(school.organizationId, school.ownerId), { orderId: (await orderOf(school)).id, reason: 'secret words of the school' })
    const fact = await factOf(school, 'order.refunded')
    const { systemCtx } = world().app
    await systemCtx.inSystem((tx) => sendRefundNotice.hear(systemCtx, tx, fact))
    const [job] = await rows('select 1 from graphile_worker.jobs where key = $1', [`refund-notice:${fact.id}`])
    expect(job).toBeDefined()
    const wish = { organizationId: school.organizationId, orderId: fact.payload.orderId, eventId: fact.id, amountCents: fact.payload.amountCents }
    for (let time = 0; time < 2; time += 1) await sendRefundNoticeMail(systemCtx, wish)
    const mails = await mailsOf(school, 'refund-notice')
    expect(mails).toHaveLength(1)
    expect(mails[0].text_body).toContain('€89.00 is on its way back to you')
    expect(mails[0].text_body).toContain('has left your library')
    expect(mails[0].text_body).not.toContain('secret words')
  })
})
