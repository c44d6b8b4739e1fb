import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { choose, createSession, startWithReceiver } from './emulator-harness.ts'

let world: Awaited<ReturnType<typeof startWithReceiver>>
beforeAll(async () => { world = await startWithReceiver({ webhooks: [] }) })
afterAll(() => world.close())

const pageOf = async (url: string | null) => {
  const response = await fetch(url ?? '')
  return { response, text: await response.text() }
}

describe('the checkout page', () => {
  test('names what is sold and what it costs, and says that it is a test', async () => {
    const { text } = await pageOf((await createSession(world.stripe, 123_456)).url)
    expect(text).toContain('Test checkout — no card is charged.')
    expect(text).toContain('$1,234.56')
    expect(text).toContain('Bowing, from the start')
    expect(text).toMatch(/<html lang="en">/)
    for (const button of ['Pay now', 'Pay with a declined card', 'Pay later by bank debit', 'Leave without paying']) expect(text).toContain(`>${button}</button>`)
  })

  test('locks an address that the shop gave', async () => {
    const session = await createSession(world.stripe, 1000, undefined, { customer_email: 'kevin@example.com' })
    expect((await pageOf(session.url)).text).toMatch(/value="kevin@example.com" readonly/)
    await choose(session, world.emulator, 'pay', 'somebody@example.com')
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ customer_details: { email: 'kevin@example.com' } })
  })

  test('says beside the field what is wrong with an address, and keeps it', async () => {
    const session = await createSession(world.stripe, 1000)
    const answer = await choose(session, world.emulator, 'pay', 'no-address')
    expect(answer.status).toBe(422)
    const text = await answer.text()
    expect(text).toMatch(/value="no-address" aria-invalid="true" autofocus aria-describedby="email-note"/)
    expect(text).toContain('Enter an e-mail address')
  })

  test('leads back when somebody leaves, and stays open', async () => {
    const session = await createSession(world.stripe, 1000)
    const answer = await choose(session, world.emulator, 'leave', '')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://school.example/course'])
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ status: 'open', payment_intent: null })
  })

  test('offers no debit where the currency has none or the shop wants cards only, and completes free orders', async () => {
    const cards = await createSession(world.stripe, 1000, undefined, { allowed_payment_method_types: ['card'] })
    expect((await pageOf(cards.url)).text).not.toContain('bank debit')
    const yen = await createSession(world.stripe, 0, undefined, { line_items: [{ quantity: 2, price_data: { currency: 'jpy', unit_amount: 500, product_data: { name: 'Zwölf <Etüden>' } } }] })
    const { text } = await pageOf(yen.url)
    expect(text).toContain('¥1,000')
    expect(text).toContain('Zwölf &lt;Etüden&gt; × 2')
    expect(text).not.toContain('bank debit')
    const free = await createSession(world.stripe, 0)
    await choose(free, world.emulator, 'pay')
    expect(await world.stripe.checkout.sessions.retrieve(free.id)).toMatchObject({ status: 'complete', payment_status: 'no_payment_required', payment_intent: null })
  })

  test('allows no script and no form to anywhere but itself and the shop', async () => {
    const { response, text } = await pageOf((await createSession(world.stripe, 1000)).url)
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; form-action 'self' https:\/\/school\.example;/)
    expect(text).not.toContain('<script')
    expect(text).not.toMatch(/ (style|on\w+)="/)
  })

  test('says when an order is complete, expired or unknown', async () => {
    const paid = await createSession(world.stripe, 1000)
    await choose(paid, world.emulator, 'pay')
    expect((await pageOf(paid.url)).text).toContain('This order is complete')
    const expired = await createSession(world.stripe, 1000)
    await world.stripe.checkout.sessions.expire(expired.id)
    expect((await pageOf(expired.url)).text).toContain('This checkout has expired')
    expect((await pageOf(`${world.emulator.url}/c/pay/cs_none`)).response.status).toBe(404)
  })

  test('the page for people lists debits that wait, and settles them', async () => {
    const session = await createSession(world.stripe, 1000)
    await choose(session, world.emulator, 'debit')
    const { text } = await pageOf(`${world.emulator.url}/_emulator/`)
    expect(text).toContain(`action="/_emulator/sessions/${session.id}/settle"`)
    const answer = await fetch(`${world.emulator.url}/_emulator/sessions/${session.id}/settle`, { method: 'POST', body: new URLSearchParams(), redirect: 'manual' })
    expect(answer.headers.get('location')).toBe('/_emulator/')
    expect(await world.stripe.checkout.sessions.retrieve(session.id)).toMatchObject({ payment_status: 'paid' })
  })
})
