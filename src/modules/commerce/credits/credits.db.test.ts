import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { buildMembership, buildSchool, buildUser } from '../../../../tests/support/builders.ts'
import { tenantCtx } from '../../../../tests/support/tenant-ctx.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { asSystem } from '#platform/db/as-system.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { readLedger } from '../ledger/read-ledger.ts'
import { creditsForm } from './credits.schema.ts'
import { giveCredits, takeCreditsBack } from './give-credits.ts'
import { readCreditsOf, readOwnCredits } from './read-credits.ts'

const database = useTestDatabase()

function as(organizationId: string, userId: string) {
  const inSystem: SystemCtx['inSystem'] = (work) => asSystem(database().pools.system, ({ tx }) => work(tx))
  return { ...tenantCtx(database(), organizationId, userId), inSystem }
}

async function school() {
  const { organizationId, ownerId } = await buildSchool(database(), `credits-${v7().slice(-8)}`)
  const userId = await buildUser(database(), 'Ada')
  const membershipId = await buildMembership(database(), organizationId, userId, 'student')
  return { organizationId, owner: as(organizationId, ownerId), student: as(organizationId, userId), userId, membershipId }
}

describe('credits', () => {
  it('are what was given, line by line, and each may read their own', async () => {
    const { owner, student, membershipId } = await school()
    await giveCredits(owner, { membershipId, amount: 20, reason: 'Thank you', requestKey: v7() })
    await giveCredits(owner, { membershipId, amount: 5, reason: 'The concert', requestKey: v7() })
    const own = await readOwnCredits(student)
    expect(own).toEqual(await readCreditsOf(owner, membershipId))
    expect([own.balance, own.lines.map(({ amount, reason }) => [amount, reason])]).toEqual([25, [[5, 'The concert'], [20, 'Thank you']]])
    expect(await readOwnCredits(owner)).toEqual({ balance: 0, lines: [] })
  })

  it('are given once, however often the button is pressed at once, and taken back once, whole', async () => {
    const { owner, student, membershipId } = await school()
    const gift = { membershipId, amount: 20, reason: 'Thank you', requestKey: v7() }
    const given = await Promise.all(Array.from({ length: 8 }, () => giveCredits(owner, gift)))
    expect(given.filter(Boolean)).toHaveLength(1)

    const [line] = (await readOwnCredits(student)).lines
    const transactionId = line?.transactionId ?? ''
    const back = await Promise.all(Array.from({ length: 8 }, () => takeCreditsBack(owner, { membershipId, transactionId })))
    expect(back.filter(Boolean)).toHaveLength(1)
    const after = await readOwnCredits(student)
    expect([after.balance, after.lines.map(({ kind, amount, isTakenBack }) => [kind, amount, isTakenBack])]).toEqual([0, [['credits-taken-back', -20, false], ['credits-given', 20, true]]])
    await expect(takeCreditsBack(owner, { membershipId, transactionId: after.lines[0]?.transactionId ?? '' })).rejects.toMatchObject({ status: 404 })
  })

  it('are given by owners alone, to people of their own school alone', async () => {
    const [one, other] = [await school(), await school()]
    const admin = as(one.organizationId, await buildUser(database(), 'Admin'))
    await buildMembership(database(), one.organizationId, admin.userId ?? '', 'admin')
    const gift = { membershipId: one.membershipId, amount: 1, reason: 'x', requestKey: v7() }
    for (const [ctx, status] of [[one.student, 403], [admin, 403], [other.owner, 404]] as const) {
      await expect(giveCredits(ctx, gift)).rejects.toMatchObject({ status })
      await expect(readCreditsOf(ctx, one.membershipId)).rejects.toMatchObject({ status })
    }
    await giveCredits(one.owner, gift)
    const [line] = (await readOwnCredits(one.student)).lines
    await expect(takeCreditsBack(other.owner, { membershipId: other.membershipId, transactionId: line?.transactionId ?? '' })).rejects.toMatchObject({ status: 404 })
    expect((await readOwnCredits(other.student)).lines).toEqual([])
  })

  it('are no money: the books of the school do not show them among its balances', async () => {
    const { owner, membershipId } = await school()
    await giveCredits(owner, { membershipId, amount: 20, reason: 'Thank you', requestKey: v7() })
    expect(await readLedger(owner)).toEqual({ parties: [], buyers: [] })
  })

  it('of two who become one come together', async () => {
    const { owner, student, userId, membershipId, organizationId } = await school()
    const otherId = await buildUser(database(), 'Ada again')
    const otherMembership = await buildMembership(database(), organizationId, otherId, 'student')
    await giveCredits(owner, { membershipId, amount: 20, reason: 'one', requestKey: v7() })
    await giveCredits(owner, { membershipId: otherMembership, amount: 3, reason: 'other', requestKey: v7() })
    await asSystem(database().pools.system, ({ tx }) => tx.selectNoFrom((make) => make.fn('merge_users', [make.val(otherId), make.val(userId)]).as('moved')).execute())
    expect((await readOwnCredits(student)).balance).toBe(23)
  })

  it.each([['0', 'at least one'], ['10001', 'at most 10,000'], ['2.5', 'whole number'], ['-3', 'whole number'], ['', 'whole number'], ['viele', 'whole number']])('of %s are not given: %s', (amount, sentence) => {
    const read = creditsForm.safeParse({ amount, reason: 'x', requestKey: v7() })
    expect(read.error?.issues[0]?.message).toContain(sentence)
  })
})
