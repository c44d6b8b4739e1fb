import { describe, expect, it } from 'vitest'
import { useClerkWorld } from '../../support/clerk-world.ts'
import { useTestDatabase } from '../../support/test-database.ts'
import { agreesWithClerk } from './agrees-with-clerk.ts'
import { baseOrganizations, baseUsers, plantDifferences } from './plant-differences.ts'
import { backfill, dryRun, fullRun, inOrder, load, photograph, readDrift, reconcileCtx, runTo } from './reconcile-world.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)

describe('a thousand differences of every kind', () => {
  it('are found, these and no other, healed, and not found again', { timeout: 600_000 }, async () => {
    const ctx = reconcileCtx(world())
    await load(world(), { users: baseUsers, organizations: baseOrganizations, membershipsPerUser: 1 })
    await runTo('done', backfill(ctx))
    expect(await readDrift(database(), await runTo('done', dryRun(ctx)))).toEqual([])

    const planted = await plantDifferences(world(), database())
    expect(planted.length).toBeGreaterThanOrEqual(1000)
    const before = await photograph(database())
    expect(await readDrift(database(), await runTo('done', dryRun(ctx)))).toEqual(inOrder(planted))
    expect(await photograph(database())).toBe(before)

    const healing = await runTo('done', fullRun(ctx))
    expect((await readDrift(database(), healing)).filter(({ standing }) => standing === 'gone')).toEqual(inOrder(planted).filter(({ standing }) => standing === 'gone'))
    expect((await readDrift(database(), healing, 'healed')).length).toBe((await readDrift(database(), healing)).length)
    expect(await agreesWithClerk(world(), database())).toEqual([])
    expect(await readDrift(database(), await runTo('done', dryRun(ctx)))).toEqual([])
    console.log(`faults: reconciliation found and healed ${planted.length} planted differences`)
  })
})
