import { buildOnce } from '../../tests/faults/build-once.ts'
import { startProgram, type Program } from '../../tests/faults/programs.ts'
import { seededChance } from '../../tests/faults/seeded-chance.ts'
import { makeClerkStorm } from '../../tests/faults/clerk-storm/make-clerk-storm.ts'
import { rage, type Strength } from '../../tests/faults/clerk-storm/rage.ts'
import { startStormGround } from '../../tests/faults/clerk-storm/storm-ground.ts'
import { atClerk, type Clerk } from '../../tests/faults/clerk-storm/at-clerk.ts'
import { waitForPage } from './wait-for-page.ts'

/** How long people waited who signed up while the storm went over, in milliseconds. */
export interface SignUpTimes {
  p50: number
  p95: number
  p99: number
  max: number
  samples: number
  /** What went over them meanwhile: webhooks taken, tries, kills of web and worker. */
  storm: { taken: number; tries: number; kills: number }
}

/** How it is measured. */
export interface SignUpOptions {
  samples?: number
  /** Web and worker die all the while too; with them a second and more, which no page can make up for. */
  withKills?: boolean
}

const seed = 1
const size = { users: 2000, organizations: 200, memberships: 4000, events: 20_000, goingShare: 0.02 }
const pauseMs = { least: 100, most: 200 }
const school = { name: 'Melody Music', slug: 'melody' }

/**
 * Measures the time from a sign-up at Clerk to the first page with the person's name and their school's.
 *
 * Every 100 to 200 ms somebody new signs up at Clerk (the emulator) and is made an admin of a school there. Clerk tells
 * us of both by webhooks, in no order, amid the storm of 20,000 events by 32 senders; and the person asks for their
 * studio at once, again 100 ms after each answer, until it is a page with both names. The clock starts before the call
 * that makes the person. The studio is shown to members only, so it takes person and membership both.
 */
export async function measureSignUpUnderStorm(say: (line: string) => void, { samples = 300, withKills = false }: SignUpOptions = {}): Promise<SignUpTimes> {
  await buildOnce()
  let emulator: Program | null = null
  let clerk: Clerk | null = null
  const ground = await startStormGround(async (url, secret) => {
    emulator = await startProgram('clerk', 'emulators/clerk/main.ts', emulatorEnvironment(url, secret), /listening on/)
    clerk = await atClerk(emulator, new URL(url).port)
    return clerk.settings
  })
  const storm = new AbortController()
  const progress = { taken: 0 }
  try {
    if (!clerk) throw new Error('the emulator of Clerk did not start')
    const join = await openSchool(clerk, ground.url)
    const strength: Strength = { senders: 32, timeScale: 0.001, killAfterMs: withKills ? [2500, 6500] : null, takenBetweenKills: 500, restarts: [] }
    const raging = rage(ground, makeClerkStorm(seed, size), { ...strength, signal: storm.signal, onTaken: (taken) => (progress.taken = taken) }, seededChance(seed))
    const times = await signUpAgainAndAgain(join, { samples, isOver: () => progress.taken >= 0.99 * size.events })
    say(`${times.length} people signed up while ${progress.taken} webhooks were taken`)
    storm.abort()
    const { tries, kills } = await raging
    return { ...summary(times), storm: { taken: progress.taken, tries, kills: kills.web + kills.worker } }
  } finally {
    storm.abort()
    await ground.stop()
    await (emulator as Program | null)?.kill()
  }
}

function emulatorEnvironment(url: string, secret: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    PORT: '0',
    CLERK_EMULATOR_WEBHOOKS: JSON.stringify([{ url: `${url}/api/webhooks/clerk`, secret }]),
    CLERK_EMULATOR_WEBHOOK_CONCURRENCY: '16',
    CLERK_EMULATOR_RETRY_SECONDS: '0,0.2,0.2,0.5,1,2,4,8,16',
    CLERK_EMULATOR_RATE_LIMIT: '0',
    CLERK_EMULATOR_USER_RATE_LIMIT: '0',
  }
}

/** @returns signs up one person and gives the milliseconds until their page */
async function openSchool(clerk: Clerk, url: string): Promise<(number: number) => Promise<number>> {
  const owner = await clerk.signUp('Kevin')
  const organization = await clerk.makeOrganization(owner, school)
  const page = (token: string, name: string) => waitForPage({ url: `${url}/studio`, host: `${school.slug}.${clerk.baseDomain}`, cookie: `__session=${token}`, words: [name, school.name] })
  await page(await clerk.signIn(owner), 'Kevin')
  return async (number) => {
    const name = `Newcomer${number}x`
    const startedAt = performance.now()
    const person = await clerk.signUp(name)
    await clerk.addMember(organization, person)
    await page(await clerk.signIn(person), name)
    return performance.now() - startedAt
  }
}

/** Somebody comes every so often, whether or not those before have their page. */
async function signUpAgainAndAgain(join: (number: number) => Promise<number>, until: { samples: number; isOver: () => boolean }): Promise<number[]> {
  const chance = seededChance(seed)
  const waiting: Promise<number>[] = []
  while (waiting.length < until.samples && !until.isOver()) {
    waiting.push(join(waiting.length))
    await new Promise((done) => setTimeout(done, pauseMs.least + chance() * (pauseMs.most - pauseMs.least)))
  }
  if (waiting.length < until.samples) throw new Error(`the storm was over after ${waiting.length} sign-ups of ${until.samples}`)
  return Promise.all(waiting)
}

function summary(times: number[]): Omit<SignUpTimes, 'storm'> {
  const sorted = times.toSorted((one, other) => one - other)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1), samples: sorted.length }
}
