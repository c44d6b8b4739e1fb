import { afterEach, expect, it, vi } from 'vitest'
import { buildOnce } from '../build-once.ts'
import { countCompletions } from '../count-completions.ts'
import { waitFor } from '../programs.ts'
import { seededChance } from '../seeded-chance.ts'
import { differences, readTables, recordOf } from './compare-with-record.ts'
import { countBirths } from './count-births.ts'
import { makeClerkStorm, type StormSize } from './make-clerk-storm.ts'
import { rage, type Strength } from './rage.ts'
import { startStormGround, type StormGround } from './storm-ground.ts'
import { tellOfStorm } from './tell-of-storm.ts'

const isLong = process.env.COVE_LONG === '1'
const large: StormSize = { users: 2000, organizations: 200, memberships: 4000, events: 20_000, goingShare: 0.02 }
const small: StormSize = { users: 50, organizations: 8, memberships: 100, events: 400, goingShare: 0.05 }
const hard: Strength = { senders: 32, timeScale: 0.001, killAfterMs: [2500, 6500], takenBetweenKills: 500, restarts: [{ at: 0.3, how: 'immediate' }, { at: 0.65, how: 'smart' }] }
const short: Strength = { senders: 32, timeScale: 0.0003, killAfterMs: [500, 1500], takenBetweenKills: 100, killsMax: 2, restarts: [{ at: 0.4, how: 'immediate' }] }
const [size, strength] = isLong ? [large, hard] : [small, short]
const seeds = (process.env.STORM_SEEDS ?? (isLong ? '1,2,3,4,5' : '1')).split(',').map(Number)
const settleMs = isLong ? 180_000 : 45_000
vi.setConfig({ testTimeout: 1_200_000, hookTimeout: 60_000 })

let ground: StormGround | null = null
afterEach(async () => {
  await ground?.stop()
  ground = null
})

it.each(seeds)(`${size.events} events of Clerk while web, worker and database die: the tables equal the record, nothing is lost, nothing happens twice (seed %i)`, async (seed) => {
  await buildOnce()
  const { database } = (ground = await startStormGround())
  const storm = makeClerkStorm(seed, size)
  const [completions, births] = [await countCompletions(database), await countBirths(database.superuser)]

  const report = await rage(ground, storm, strength, seededChance(seed + 1000))
  const ids = storm.events.map(({ id }) => id)
  expect(report.acknowledged).toEqual(new Set(ids))
  const startedAt = performance.now()
  const open = async () => (await database.superuser.query(`select event_id, event_type, status, attempts, waiting_on, error, next_attempt_at from webhook_events where status <> 'completed'`)).rows
  await waitFor(async () => (await open()).length === 0, settleMs).catch(() => {})
  const settlingMs = performance.now() - startedAt
  expect(await open()).toEqual([])

  const counts = await completions()
  expect(ids.filter((id) => counts[id] !== 1)).toEqual([])
  expect(Object.keys(counts)).toHaveLength(ids.length)
  expect(Object.entries(await births()).filter(([, { rows, different }]) => rows !== different)).toEqual([])
  const [found, wanted] = [await readTables(database), recordOf(storm.world)]
  expect(differences(found, wanted)).toEqual([])
  await tellOfStorm({ seed, storm, report, settlingMs, found, database })
})
