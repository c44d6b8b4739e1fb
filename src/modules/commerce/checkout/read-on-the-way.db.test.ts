import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildUser } from '../../../../tests/support/builders.ts'
import { useCommerceWorld } from '../../../../tests/support/commerce-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { OnTheWay } from '../ui/on-the-way.tsx'
import { readOnTheWay } from './read-on-the-way.ts'

const database = useTestDatabase()
const world = useCommerceWorld(database)
const seenBy = (school: { organizationId: string }, userId: string, limit = 20) => readOnTheWay(world().ctx(school.organizationId, userId), { limit })

async function settleDebit(checkoutId: string, verb: 'settle' | 'fail') {
  const { rows } = await database().superuser.query<{ provider_session_id: string }>('select provider_session_id from checkouts where id = $1', [checkoutId])
  await fetch(`${world().emulator.url}/_emulator/sessions/${rows[0]?.provider_session_id}/${verb}`, { method: 'POST' })
  await world().settle()
}

describe('a bank debit', () => {
  it('is on its way for the owner until it has arrived or failed', async () => {
    const school = await world().buildSeller('carried')
    await world().buy(school, 'card@test.example')
    expect(await seenBy(school, school.ownerId)).toEqual({ payments: [], sums: [] })

    const first = await world().buy(school, 'first@test.example', 'debit')
    const second = await world().buy(school, 'second@test.example', 'debit')
    const both = await seenBy(school, school.ownerId)
    expect(both.payments).toMatchObject([
      { checkoutId: second, email: 'second@test.example', title: 'Piano', amountCents: 8900, currency: 'eur' },
      { checkoutId: first, email: 'first@test.example' },
    ])
    expect(both.sums).toEqual([{ currency: 'eur', amountCents: 17800, count: 2 }])
    expect(await seenBy(school, school.ownerId, 1)).toMatchObject({ payments: [{ checkoutId: second }], sums: [{ count: 2 }] })

    await settleDebit(first, 'settle')
    expect((await seenBy(school, school.ownerId)).payments.map(({ checkoutId }) => checkoutId)).toEqual([second])
    await settleDebit(second, 'fail')
    expect(await seenBy(school, school.ownerId)).toEqual({ payments: [], sums: [] })
  })

  it('is for those alone who keep this school’s books', async () => {
    const school = await world().buildSeller('closed-books')
    const rival = await world().buildSeller('open-books')
    await world().buy(school, 'quiet@test.example', 'debit')
    const assistant = await buildUser(database(), 'Assistant')
    await buildMembership(database(), school.organizationId, assistant, 'assistant')
    await expect(seenBy(school, assistant)).rejects.toMatchObject({ status: 403 })
    await expect(seenBy(school, rival.ownerId)).rejects.toMatchObject({ status: 404 })
    expect(await seenBy(rival, rival.ownerId)).toEqual({ payments: [], sums: [] })
  })
})

describe('what is on its way', () => {
  const payment = { checkoutId: 'a', email: 'grace@test.example', title: 'Piano', amountCents: 8900, currency: 'EUR', begunAt: '2026-11-20T17:15:00Z' }
  const shown = (sums: Parameters<typeof OnTheWay>[0]['sums']) =>
    renderToStaticMarkup(createElement(OnTheWay, { payments: sums.length > 0 ? [payment] : [], sums, locale: 'en-GB', zone: 'Europe/Lisbon' }))

  it('is said with who, what and how much, and how many more there are', () => {
    const html = shown([{ currency: 'EUR', amountCents: 26700, count: 3 }])
    for (const word of ['grace@test.example', 'Piano', '€89.00', '€267.00', 'And 2 more.']) expect(html).toContain(word)
  })

  it('takes no place where there is nothing', () => {
    expect(shown([])).toBe('')
  })
})
