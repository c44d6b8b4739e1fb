import { Webhook } from 'svix'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { useWebhookWorld, type WebhookPerson } from '../../../../tests/support/webhook-world.ts'
import { addEndpoint, changeEndpoint, endOverlap, listDeliveries, readDelivery, readEndpoint, removeEndpoint, rotateSecret, sendAgain, sendMissedAgain, sendTest, sendWebhook, switchEndpoint } from '../index.ts'
import { endpointForm } from './endpoint.schema.ts'

const database = useTestDatabase()
const world = useWebhookWorld(database)
const ask = async (text: string, values: unknown[] = []) => (await database().superuser.query(text, values)).rows

describe('an endpoint', () => {
  it('that answers 410 is switched off, its owner hears of it once, and what waited is held', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('gone')
    await sendTest(world().person(school), endpointId)
    world().receiver.answer = (response) => response.writeHead(410).end()
    await world().tryNow(school, deliveryId)
    await world().work()
    expect(await world().stateOf(school, endpointId)).toMatchObject({ state: 'gone', failed: 1, held: 1, pending: 0 })
    const mails = await ask(`select to_address, text_body from mail_messages where kind = 'endpoint-off' and organization_id = $1`, [school.organizationId])
    expect(mails).toHaveLength(1)
    expect(mails[0].text_body).toContain(`/studio/settings/webhooks/${endpointId}`)

    await world().buy(school, 'late@test.example')
    await world().work()
    expect(world().receiver.received).toHaveLength(1)
    expect(await world().stateOf(school, endpointId)).toMatchObject({ held: 1 })
    await expect(sendTest(world().person(school), endpointId)).rejects.toMatchObject({ code: 'endpoint-is-off' })
    await expect(sendAgain(world().person(school), { endpointId, deliveryId })).rejects.toMatchObject({ code: 'endpoint-is-off' })
  })

  it('that fails for five days is switched off; what happens meanwhile is held and can be sent', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('failing')
    world().receiver.answer = (response) => response.writeHead(500).end()
    await world().tryNow(school, deliveryId)
    await ask(`update webhook_endpoints set failing_since = now() - interval '4 days 23 hours' where id = $1`, [endpointId])
    await world().tryNow(school, deliveryId)
    expect(await world().stateOf(school, endpointId)).toMatchObject({ state: 'on' })
    await ask(`update webhook_endpoints set failing_since = now() - interval '5 days 1 minute' where id = $1`, [endpointId])
    await world().tryNow(school, deliveryId)
    await world().buy(school, 'held@test.example')
    await world().work()
    expect(await world().stateOf(school, endpointId)).toMatchObject({ state: 'failing', held: 2, pending: 0 })
    expect(await ask(`select 1 from mail_messages where kind = 'endpoint-off' and organization_id = $1`, [school.organizationId])).toHaveLength(1)

    world().receiver.received.length = 0
    world().receiver.answer = (response) => response.writeHead(204).end()
    await switchEndpoint(world().person(school), endpointId, 'on')
    expect((await listDeliveries(world().person(school), { endpointId, status: 'held', before: null })).missed).toContainEqual({ hours: 24, count: 2 })
    expect(await sendMissedAgain(world().person(school), { endpointId, hours: 24 })).toBe(2)
    await world().work()
    expect(world().receiver.received.map(({ body }) => JSON.parse(body).type).sort()).toEqual(['order.paid', 'webhook.test'])
    expect(await world().stateOf(school, endpointId)).toMatchObject({ state: 'on', delivered: 2, held: 0, failingSince: null })
  })

  it('signs with both secrets after a change, and with the new one alone when that is over', async () => {
    const { school, endpointId, secret } = await world().withTest('rotating')
    // A second change while the first is under way: what receivers have still signs.
    const unused = await rotateSecret(world().person(school), endpointId)
    const next = await rotateSecret(world().person(school), endpointId)
    await world().work()
    await endOverlap(world().person(school), endpointId)
    await sendTest(world().person(school), endpointId)
    await world().work()
    const [during, after] = world().receiver.received
    if (!during || !after) throw new Error('not both came')
    new Webhook(secret).verify(during.body, during.headers)
    new Webhook(next).verify(during.body, during.headers)
    expect(() => new Webhook(unused).verify(during.body, during.headers)).toThrow('No matching signature')
    new Webhook(next).verify(after.body, after.headers)
    expect(() => new Webhook(secret).verify(after.body, after.headers)).toThrow('No matching signature')
  })

  it('keeps its secret sealed, and says so when it no longer opens', async () => {
    const { school, endpointId, secret, deliveryId } = await world().withTest('sealed')
    const [row] = await ask('select to_jsonb(e)::text as row from webhook_endpoints e where id = $1', [endpointId])
    expect(row.row).not.toContain(secret.slice(6, 20))
    await sendWebhook({ ...world().ctx(), config: { ...world().ctx().config, appSecret: 'another secret, just as long as the other' } }, { organizationId: school.organizationId, deliveryId })
    expect((await readDelivery(world().person(school), { endpointId, deliveryId })).tries).toMatchObject([{ outcome: 'unreachable', reason: 'SECRET_UNREADABLE' }])
    expect(world().receiver.received).toEqual([])
  })

  it('is the business of owners and administrators of its own school', async () => {
    const { school, endpointId, deliveryId } = await world().withTest('mine')
    const other = await world().buildSeller('theirs')
    const instructor = await buildUser(database(), 'Ida')
    await buildMembership(database(), school.organizationId, instructor, 'instructor')
    const admin = await buildUser(database(), 'Ada')
    await buildMembership(database(), school.organizationId, admin, 'admin')
    for (const deed of [
      (by: WebhookPerson) => addEndpoint(by, world().input()),
      (by: WebhookPerson) => changeEndpoint(by, endpointId, world().input()),
      (by: WebhookPerson) => switchEndpoint(by, endpointId, 'off'),
      (by: WebhookPerson) => rotateSecret(by, endpointId),
      (by: WebhookPerson) => readEndpoint(by, endpointId),
      (by: WebhookPerson) => readDelivery(by, { endpointId, deliveryId }),
      (by: WebhookPerson) => sendTest(by, endpointId),
      (by: WebhookPerson) => sendAgain(by, { endpointId, deliveryId }),
      (by: WebhookPerson) => sendMissedAgain(by, { endpointId, hours: 24 }),
      (by: WebhookPerson) => removeEndpoint(by, endpointId),
    ].entries()) {
      const [place, act] = deed
      await expect(act(world().person(school, instructor))).rejects.toMatchObject({ code: 'not-allowed' })
      if (place > 0) await expect(act(world().person(other))).rejects.toMatchObject({ code: 'not-found' })
    }
    await removeEndpoint(world().person(school, admin), endpointId)
    expect(await ask('select 1 from webhook_deliveries where endpoint_id = $1', [endpointId])).toEqual([])
  })

  it('that is sent twice by the same form is one, and tells its secret once', async () => {
    const school = await world().buildSeller('twice')
    const requestKey = v7()
    const first = await addEndpoint(world().person(school), { ...world().input(), requestKey })
    expect(first).toEqual({ endpointId: requestKey, secret: expect.stringMatching(/^whsec_/) })
    expect(await addEndpoint(world().person(school), { ...world().input(), requestKey })).toEqual({ endpointId: requestKey, secret: null })
  })

  it('is one of ten at most, also when they are added at once', async () => {
    const school = await world().buildSeller('many')
    const added = await Promise.allSettled(Array.from({ length: 14 }, () => addEndpoint(world().person(school), world().input())))
    expect(added.filter(({ status }) => status === 'fulfilled')).toHaveLength(10)
    expect(added.find((one) => one.status === 'rejected')?.reason).toMatchObject({ code: 'too-many-endpoints' })
  })

  it.each([
    ['http://example.com/hooks', 'https://'], ['ftp://example.com', 'https://'], ['example.com', 'whole address'], ['https://me:secret@example.com/', 'name and password'],
    ['https://localhost/', 'this installation'], ['https://a.localhost/', 'this installation'], ['https://127.0.0.1/', 'this installation'], ['', 'Fill this in'], [`https://example.com/${'x'.repeat(2000)}`, '2000'],
  ])('does not take the address %s', (url, words) => {
    const read = endpointForm(false).safeParse({ url, 'order.paid': 'on' })
    expect(read.error?.issues[0]?.message).toContain(words)
  })
})
