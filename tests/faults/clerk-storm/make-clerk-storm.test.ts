import { describe, expect, it } from 'vitest'
import { makeClerkStorm } from './make-clerk-storm.ts'

const size = { users: 60, organizations: 12, memberships: 120, events: 600, goingShare: 0.1 }

describe('the storm that is generated', () => {
  it.each([1, 2, 3, 4, 5])('is the same for the same seed and another for another (%i)', (seed) => {
    expect(makeClerkStorm(seed, size)).toEqual(makeClerkStorm(seed, size))
    expect(makeClerkStorm(seed + 1, size).deliveries.map(({ id }) => id)).not.toEqual(makeClerkStorm(seed, size).deliveries.map(({ id }) => id))
  })

  it.each([1, 2, 3, 4, 5])('holds all that a storm needs: repeats up to four times, ends and new beginnings (seed %i)', (seed) => {
    const { events, deliveries, world } = makeClerkStorm(seed, size)
    const times = new Map<string, number>()
    for (const { id } of deliveries) times.set(id, (times.get(id) ?? 0) + 1)
    expect(times.size).toBe(events.length)
    expect(new Set(times.values())).toEqual(new Set([1, 2, 3, 4]))
    expect(Math.min(world.gone.users.length, world.gone.organizations.length, world.gone.memberships.length)).toBeGreaterThan(0)
    const types = new Set(events.map(({ type }) => type))
    expect([...types].toSorted()).toEqual(['organization', 'organizationMembership', 'user'].flatMap((kind) => ['created', 'deleted', 'updated'].map((what) => `${kind}.${what}`)).toSorted())
  })
})
