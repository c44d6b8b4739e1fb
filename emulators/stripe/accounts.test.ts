import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readyAccount, SECRET, setUp, startReceiver, startWithReceiver, until } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
let thin: Awaited<ReturnType<typeof startReceiver>>
let connect: Awaited<ReturnType<typeof startReceiver>>
beforeAll(async () => {
  thin = await startReceiver()
  connect = await startReceiver()
  world = await startWithReceiver({ webhooks: [{ url: thin.url, secret: SECRET, thin: true }, { url: connect.url, secret: SECRET, connect: true }] })
})
afterAll(async () => {
  await world.close()
  await thin.close()
  await connect.close()
})

const everything = { include: ['configuration.recipient', 'requirements', 'identity', 'defaults'] as const }
const read = (id: string) => world.stripe.v2.core.accounts.retrieve(id, { include: [...everything.include] })

describe('a connected account', () => {
  test('shows only what was asked for', async () => {
    const id = await readyAccount(world.emulator, 'unfinished')
    const bare = await world.stripe.v2.core.accounts.retrieve(id)
    expect(bare).toMatchObject({ object: 'v2.core.account', configuration: null, identity: null, requirements: null })
    expect(await read(id)).toMatchObject({ identity: { country: 'us', entity_type: 'company' }, defaults: { currency: 'usd' } })
  })

  test('becomes active when its set-up is complete, and restricted when it is refused', async () => {
    const id = await readyAccount(world.emulator, 'unfinished')
    const status = async () => (await read(id)).configuration?.recipient?.capabilities?.stripe_balance?.stripe_transfers?.status
    expect(await status()).toBe('restricted')
    expect((await read(id)).requirements?.entries?.length).toBeGreaterThan(0)
    expect(await setUp(world.emulator, id, 'complete')).toBe('https://school.example/return')
    expect(await status()).toBe('active')
    expect((await read(id)).requirements?.entries).toEqual([])
    expect(await world.stripe.accounts.retrieve(id)).toMatchObject({ object: 'account', capabilities: { transfers: 'active' }, payouts_enabled: true })
    await setUp(world.emulator, id, 'restricted')
    expect(await status()).toBe('restricted')
  })

  test('tells thin events, which lead to the account, and account.updated to Connect endpoints', async () => {
    await world.emulator.settled()
    const before = thin.received.length
    const id = await readyAccount(world.emulator)
    await until(() => thin.received.length === before + 4)
    const types = thin.received.slice(before).map((one) => one.event.type)
    expect(types).toEqual([
      'v2.core.account.created', 'v2.core.account[requirements].updated',
      'v2.core.account[configuration.recipient].capability_status_updated', 'v2.core.account_link.returned',
    ])
    const updated = thin.received.slice(before)[2]
    const notification = world.stripe.parseEventNotification(updated?.body ?? '', updated?.signature ?? '', SECRET)
    if (notification.type !== 'v2.core.account[configuration.recipient].capability_status_updated') throw new Error(notification.type)
    expect(notification.related_object.id).toBe(id)
    expect((await notification.fetchEvent()).data).toEqual({ updated_capability: 'stripe_balance.stripe_transfers' })
    expect((await notification.fetchRelatedObject()).id).toBe(id)
    expect(() => world.stripe.webhooks.constructEvent(updated?.body ?? '', updated?.signature ?? '', SECRET)).toThrow()

    await until(() => connect.received.some((one) => one.event.account === id))
    const snapshot = connect.received.find((one) => one.event.account === id)
    expect(snapshot?.event).toMatchObject({ type: 'account.updated', data: { object: { id, capabilities: { transfers: 'active' } } } })
    expect((await world.stripe.events.list({ type: 'account.updated' }, { stripeAccount: id })).data).toHaveLength(1)
    expect((await world.stripe.v2.core.events.list({ object_id: id })).data).toHaveLength(3)
  })

  test('is refused with an unknown parameter, or without what a recipient needs', async () => {
    const careless: object = { contact_email: 'a@example.com', colour: 'red' }
    await expect(world.stripe.v2.core.accounts.create(careless)).rejects.toMatchObject({ statusCode: 400, code: 'parameter_unknown', param: 'colour' })
    await expect(world.stripe.v2.core.accounts.create({ configuration: { recipient: { capabilities: { stripe_balance: { stripe_transfers: { requested: true } } } } } }))
      .rejects.toMatchObject({ code: 'parameter_missing' })
    await expect(world.stripe.v2.core.accounts.retrieve('acct_none')).rejects.toMatchObject({ statusCode: 404 })
  })
})

describe('an account link', () => {
  const open = (url: string) => fetch(url, { redirect: 'manual' })
  const create = (account: string) => world.stripe.v2.core.accountLinks.create({
    account, use_case: { type: 'account_onboarding', account_onboarding: { refresh_url: 'https://school.example/refresh' } },
  })

  test('opens once, and leads to refresh_url afterwards', async () => {
    const link = await create(await readyAccount(world.emulator, 'unfinished'))
    const page = await open(link.url)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://school.example")
    expect((await open(link.url)).headers.get('location')).toBe('https://school.example/refresh')
  })

  test('expires after five minutes', async () => {
    const link = await create(await readyAccount(world.emulator, 'unfinished'))
    world.emulator.clock.advance(301)
    expect((await open(link.url)).headers.get('location')).toBe('https://school.example/refresh')
  })
})
