import { beforeAll, describe, expect, it } from 'vitest'
import { useClerkWorld } from '../../../../tests/support/clerk-world.ts'
import { useTestDatabase } from '../../../../tests/support/test-database.ts'
import { healDrift } from './heal-drift.ts'
import { reconcile } from './reconcile.ts'

const database = useTestDatabase()
const world = useClerkWorld(database)
let run = ''

async function lines(): Promise<{ id: string; subject: string; state: string; note: string | null }[]> {
  return (await database().superuser.query('select id, subject, state, note from reconcile_drift where run_id = $1 order by id', [run])).rows
}
const heal = (ids: string[], waitMs?: number) => healDrift(world().app.systemCtx, run, { ids, by: 'the operator', ...(waitMs ? { waitMs } : {}) })
const namesHere = async () => (await database().superuser.query<{ name: string }>('select name from users order by 1')).rows.map(({ name }) => name)

describe('differences that an operator chose', () => {
  beforeAll(async () => {
    for (const firstName of ['Mei', 'Noor', 'Rui']) await world().sdk.users.createUser({ emailAddress: [`${firstName}@chosen.example`], firstName })
    const outcome = await reconcile(world().app.systemCtx, { mode: 'full', isApplied: false, startedBy: 'operator' })
    if (outcome.kind !== 'done') throw new Error(`it ended as ${outcome.kind}`)
    run = outcome.run.id
  })

  it('are healed, and no other', async () => {
    const [first] = await lines()
    expect(await heal([first?.id ?? ''])).toBe(1)
    expect((await lines()).map(({ state }) => state)).toEqual(['healed', 'open', 'open'])
    expect(await namesHere()).toEqual(['Mei'])
  })

  it('say so where Clerk does not answer in time, and are healed once it does', async () => {
    const chosen = (await lines()).slice(1).map(({ id }) => id)
    world().emulator.setFaults({ api: [{ kind: 'server_error', status: 503, times: null }] })
    expect(await heal(chosen, 600)).toBe(0)
    const note = 'the identity provider did not answer: choose it again in a moment'
    expect((await lines()).slice(1)).toMatchObject([{ state: 'failed', note }, { state: 'failed', note }])

    world().emulator.setFaults({})
    expect(await heal(chosen)).toBe(2)
    expect((await lines()).map(({ state, note: said }) => [state, said])).toEqual([['healed', null], ['healed', null], ['healed', null]])
    expect(await namesHere()).toEqual(['Mei', 'Noor', 'Rui'])
  })
})
