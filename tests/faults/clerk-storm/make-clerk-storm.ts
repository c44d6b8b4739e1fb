import { seededChance, shuffled } from '../seeded-chance.ts'
import { ClerkLife, type ClerkWorld, type StormEvent } from './clerk-life.ts'

/** How large a storm is. */
export interface StormSize {
  users: number
  organizations: number
  memberships: number
  /** How many events there are at least; updates, deletions and re-additions fill up to it. */
  events: number
  /** Which part of the changes is somebody or something that goes, and mostly comes back. */
  goingShare: number
}

/** What is sent, in this order, and what must be true in the end. */
export interface ClerkStorm {
  events: StormEvent[]
  /** Each event between once and four times, over the whole run in any order, a twentieth of them at the very end. */
  deliveries: StormEvent[]
  world: ClerkWorld
}

const lateShare = 0.05
const timesMax = 4

/**
 * Makes a storm of Clerk's events, the same for the same seed: people, organizations and memberships that come, change,
 * go and come back, delivered often, in any order and late.
 */
export function makeClerkStorm(seed: number, size: StormSize): ClerkStorm {
  const chance = seededChance(seed)
  const life = new ClerkLife(chance, `s${seed.toString(36)}x`)
  live(life, size, chance)

  const late = new Set(life.events.filter(() => chance() < lateShare))
  const often = (event: StormEvent) => Array.from({ length: 1 + Math.floor(chance() ** 2 * timesMax) }, () => event)
  const inTime = life.events.filter((event) => !late.has(event)).flatMap(often)
  return { events: life.events, world: life.world, deliveries: [...shuffled(inTime, chance), ...shuffled([...late].flatMap(often), chance)] }
}

function live(life: ClerkLife, size: StormSize, chance: () => number): void {
  // A few people before the first organization: somebody has to make it.
  for (let first = 0; first < Math.min(3, size.users); first += 1) life.createUser()
  const births = shuffled(
    [
      ...Array.from({ length: size.users - 3 }, () => () => life.createUser()),
      ...Array.from({ length: size.organizations }, () => () => life.createOrganization()),
      ...Array.from({ length: size.memberships }, () => () => life.createMembership()),
    ],
    chance,
  )
  const changesFor = Math.max(0, size.events - births.length)
  for (const birth of births) {
    birth()
    if (chance() < (changesFor * 0.7) / births.length) change(life, size.goingShare, chance)
  }
  // However small the storm is, it holds each kind of end.
  life.deleteOrganization()
  life.deleteUser()
  life.leaveAndReturn()
  while (life.events.length < size.events) change(life, size.goingShare, chance)
}

function change(life: ClerkLife, goingShare: number, chance: () => number): void {
  const dice = chance()
  if (dice < goingShare * 0.02) life.deleteOrganization()
  else if (dice < goingShare * 0.1) life.deleteUser()
  else if (dice < goingShare) life.leaveAndReturn()
  else if (dice < 0.4) life.updateUser()
  else if (dice < 0.6) life.updateOrganization()
  else life.updateMembership()
}
