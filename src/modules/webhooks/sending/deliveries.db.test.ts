import type { ServerResponse } from 'node:http'
import { Webhook } from 'svix'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { useWebhookWorld } from '../../../../tests/support/webhook-world.ts'
import { refundOrder } from '#modules/commerce/index.ts'
import { webhookHttpSender } from '#providers/webhook-http/webhook-http-sender.ts'
import { addEndpoint, changeEndpoint, forgetOldWebhooks, listDeliveries, readDelivery, sendAgain, sendTest, sweepLostWebhooks } from '../index.ts'

const database = useTestDatabase()
const world = useWebhookWorld(database)
const ask = async (text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows

describe('a fact', () => {
  it('comes to each endpoint that wants it, once, signed, with ids and figures and nobody’s name', async () => {
    const school = await world().buildSeller('told')
    const other = await world().buildSeller('not-told')
    const first = await addEndpoint(world().person(school), world().input())
    const second = await addEndpoint(world().person(school), world().input({ facts: ['order.paid'] }))
    await addEndpoint(world().person(school), world().input({ facts: ['course.completed'] }))
    await addEndpoint(world().person(other), world().input())
    await world().buy(school, 'zephyrine@test.example')
    await world().work()
    // Handed out twice, told once.
    const [fact] = await ask(`select organization_id, id from outbox_events where name = 'order.paid' and organization_id = $1`, [school.organizationId])
    const [hearing] = await ask(`select id from outbox_deliveries where subscriber = 'webhooks.tell-endpoints' and event_id = $1`, [fact.id])
    await ask(`update outbox_deliveries set status = 'pending' where id = $1`, [hearing.id])
    await ask(`select jobs.enqueue('hear-event', json_build_object('organizationId', $1::uuid, 'deliveryId', $2::uuid), 'again', now())`, [fact.organization_id, hearing.id])
    await world().work()

    expect(world().receiver.received).toHaveLength(2)
    const [order] = await ask('select id, user_id from orders where organization_id = $1', [school.organizationId])
    for (const { secret } of [first, second]) {
      if (!secret) throw new Error('the endpoint was there')
      const mine = world().receiver.received.filter(({ body, headers }) => {
        try {
          new Webhook(secret).verify(body, headers)
          return true
        } catch {
          return false
        }
      })
      expect(mine).toHaveLength(1)
      const said = JSON.parse(mine[0]?.body ?? '')
      expect(said).toEqual({
        type: 'order.paid',
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        data: { orderId: order.id, userId: order.user_id, subjectKind: 'course', subjectId: school.courseId, title: 'Piano', amountCents: 8900, currency: 'eur' },
      })
    }
    expect(world().receiver.received.map(({ body }) => body).join()).not.toContain('zephyrine')
    expect(world().receiver.received[0]?.headers).toMatchObject({ 'content-type': 'application/json', 'user-agent': 'CourseCove-Webhooks/1' })
    expect(await world().logOf(school, first.endpointId)).toMatchObject([{ type: 'order.paid', status: 'delivered', tries: 1, lastStatus: 204 }])
  })

  it('about a refund comes too', async () => {
    const school = await world().buildSeller('refunding')
    await world().buy(school, 'sorry@test.example')
    await world().work()
    await addEndpoint(world().person(school), world().input())
    const [order] = await ask('select id from orders where organization_id = $1', [school.organizationId])
    await refundOrder(world().person(school), { orderId: order.id, reason: 'secret words of the school' })
    await world().work('all')
    expect(world().receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([{ type: 'order.refunded', data: { orderId: order.id, amountCents: 8900, currency: 'eur', isFull: true } }])
    expect(world().receiver.received[0]?.body).not.toContain('secret words')
  })
})

describe('a try that fails', () => {
  it('is made again later under the same id with another time, and the log says how it went', async () => {
    const { school, endpointId, secret, deliveryId } = await world().withTest('again')
    world().receiver.answer = (response) => response.writeHead(500).end('no room')
    await world().tryNow(school, deliveryId)
    const [row] = await ask('select extract(epoch from next_attempt_at - now())::float as seconds from webhook_deliveries where id = $1', [deliveryId])
    expect(row.seconds).toBeGreaterThan(3)
    expect(row.seconds).toBeLessThan(6.1)
    world().receiver.answer = (response) => response.writeHead(200).end('thanks')
    await world().tryNow(school, deliveryId)
    await world().tryNow(school, deliveryId)
    expect(world().receiver.received).toHaveLength(2)
    expect(new Set(world().receiver.received.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([deliveryId]))
    for (const { body, headers } of world().receiver.received) new Webhook(secret).verify(body, headers)
    const { delivery, tries } = await readDelivery(world().person(school), { endpointId, deliveryId })
    expect(delivery).toMatchObject({ type: 'webhook.test', status: 'delivered' })
    expect(tries).toMatchObject([{ outcome: 'answered', answerStatus: 200, answerStart: 'thanks' }, { outcome: 'answered', answerStatus: 500, answerStart: 'no room' }])
  })

  it('is made ten times and then given up; sent again by hand it begins anew', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('given-up')
    world().receiver.answer = (response) => response.writeHead(302, { location: `${world().receiver.url}/elsewhere` }).end()
    await world().work('all')
    expect(world().receiver.received).toHaveLength(10)
    expect(world().receiver.received.every(({ path }) => path === '/hooks')).toBe(true)
    expect(await world().logOf(school, endpointId)).toMatchObject([{ status: 'failed', tries: 10, lastStatus: 302, nextAttemptAt: null }])
    expect(await world().stateOf(school, endpointId)).toMatchObject({ state: 'on', failed: 1 })

    world().receiver.answer = (response) => response.writeHead(204).end()
    await sendAgain(world().person(school), { endpointId, deliveryId })
    await world().work()
    expect(await world().logOf(school, endpointId)).toMatchObject([{ status: 'delivered', tries: 11 }])
    expect(await world().stateOf(school, endpointId)).toMatchObject({ failingSince: null })
  })

  it('waits as long as the receiver asks for', async () => {
    const { school, deliveryId } = await world().withTest('patient')
    world().receiver.answer = (response) => response.writeHead(429, { 'retry-after': '3600' }).end()
    await world().tryNow(school, deliveryId)
    const [row] = await ask('select extract(epoch from next_attempt_at - now())::float as seconds from webhook_deliveries where id = $1', [deliveryId])
    expect(row.seconds).toBeGreaterThan(3500)
  })

  it('by time, by a private address, or because nobody is there is told apart in the log', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('kinds')
    world().receiver.answer = () => {}
    await world().tryNow(school, deliveryId, webhookHttpSender({ mayReachLoopback: true, timeoutMs: 100 }))
    await world().tryNow(school, deliveryId, webhookHttpSender({ mayReachLoopback: false }))
    await changeEndpoint(world().person(school), endpointId, world().input({ url: 'http://127.0.0.1:1/' }))
    await world().tryNow(school, deliveryId)
    const { tries } = await readDelivery(world().person(school), { endpointId, deliveryId })
    expect(tries.map(({ outcome, reason }) => [outcome, reason])).toEqual([['unreachable', 'ECONNREFUSED'], ['refused', null], ['timed-out', null]])
  })

  it('whose process dies before it wrote is made again, and one that is written twice counts once', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('dying')
    // Neither is answered before both have come.
    const open: ServerResponse[] = []
    world().receiver.answer = (response) => {
      open.push(response)
      if (open.length === 2) for (const one of open) one.writeHead(500).end()
    }
    await Promise.all([world().tryNow(school, deliveryId), world().tryNow(school, deliveryId)])
    expect(await world().logOf(school, endpointId)).toMatchObject([{ status: 'pending', tries: 1 }])
    await ask('delete from graphile_worker._private_jobs')
    await ask(`update webhook_deliveries set next_attempt_at = now() - interval '5 minutes' where id = $1`, [deliveryId])
    world().receiver.answer = (response) => response.writeHead(204).end()
    await sweepLostWebhooks(world().ctx())
    await sweepLostWebhooks(world().ctx())
    expect(await ask('select 1 from graphile_worker._private_jobs')).toHaveLength(1)
    await world().work()
    expect(await world().logOf(school, endpointId)).toMatchObject([{ status: 'delivered', tries: 2 }])
  })
})

describe('the log', () => {
  it('goes back thirty days, and what is on its way stays', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('log')
    await world().tryNow(school, deliveryId)
    const waiting = await sendTest(world().person(school), endpointId)
    const recent = await sendTest(world().person(school), endpointId)
    await world().tryNow(school, recent)
    await ask(`update webhook_deliveries set created_at = now() - interval '31 days' where id = any($1)`, [[deliveryId, waiting]])
    await forgetOldWebhooks(world().ctx())
    expect((await world().logOf(school, endpointId)).map(({ id }) => id).sort()).toEqual([waiting, recent].sort())
    expect(await ask('select 1 from webhook_tries where delivery_id = $1', [deliveryId])).toEqual([])
  })

  it('is read page by page, and by how a delivery stands', async () => {
    const { school, endpointId } = await world().withTest('pages')
    for (let sent = 0; sent < 51; sent += 1) await sendTest(world().person(school), endpointId)
    const first = await listDeliveries(world().person(school), { endpointId, status: null, before: null })
    expect(first.deliveries).toHaveLength(50)
    const second = await listDeliveries(world().person(school), { endpointId, status: 'pending', before: first.older })
    expect(second).toMatchObject({ older: null })
    expect(new Set([...first.deliveries, ...second.deliveries].map(({ id }) => id)).size).toBe(52)
    expect((await listDeliveries(world().person(school), { endpointId, status: 'failed', before: null })).deliveries).toEqual([])
    await expect(readDelivery(world().person(school), { endpointId, deliveryId: v7() })).rejects.toMatchObject({ code: 'not-found' })
  })
})
