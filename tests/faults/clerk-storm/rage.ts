import type { KeptProgram } from './kept-program.ts'
import type { Ending } from './storm-database.ts'
import type { StormGround } from './storm-ground.ts'
import { sendAsSvix, type SendingReport } from './svix-senders.ts'
import type { ClerkStorm } from './make-clerk-storm.ts'

/** How hard a storm is. */
export interface Strength {
  senders: number
  /** Real seconds for each second of Svix's schedule. */
  timeScale: number
  /** Web and worker are each killed so long after they came up, by chance between the two; null: they live. */
  killAfterMs: readonly [number, number] | null
  /**
   * How many deliveries are taken at least between two kills: on a machine so busy that a program does nothing in the
   * seconds of its life it lives longer, or the storm would never end.
   */
  takenBetweenKills: number
  /** How often each is killed at most. */
  killsMax?: number
  /** The database falls over when so much of the storm was delivered. */
  restarts: readonly { at: number; how: Ending }[]
  /** Hears how many deliveries were taken, after each. */
  onTaken?: (taken: number) => void
  /** Ends it before it is over. */
  signal?: AbortSignal
}

/** What happened. */
export interface RageReport extends SendingReport {
  kills: { web: number; worker: number }
  /** How often they ended without being killed: a worker ends when there is no database to begin with. */
  falls: { web: number; worker: number }
  restarts: Ending[]
  sendingMs: number
}

/** Lets a storm go over the ground, and ends when every delivery was taken and everything is up again. */
export async function rage(ground: StormGround, { deliveries }: Pick<ClerkStorm, 'deliveries'>, strength: Strength, chance: () => number): Promise<RageReport> {
  const startedAt = performance.now()
  const over = new AbortController()
  let taken = 0
  let isDatabaseAway = false
  const killing = [ground.web, ground.worker].map((program) => killNowAndThen(program, { ...strength, chance, taken: () => taken, isDatabaseAway: () => isDatabaseAway, signal: over.signal }))
  const waiting = [...strength.restarts]
  let restarting: Promise<void> = Promise.resolve()
  const onTaken = (now: number) => {
    taken = now
    strength.onTaken?.(now)
    const first = waiting[0]
    if (!first || taken < first.at * deliveries.length) return
    waiting.shift()
    restarting = restarting.then(async () => {
      isDatabaseAway = true
      await ground.database.restart(first.how)
      isDatabaseAway = false
    })
  }

  const sent = await sendAsSvix(deliveries, { url: `${ground.url}/api/webhooks/clerk`, secret: ground.secret, ...strength, onTaken })
  // Before the killing ends: the smart ending of a database waits until both are gone once.
  await restarting
  over.abort()
  await Promise.all(killing)
  await Promise.all([ground.web.up(), ground.worker.up()])
  const [web, worker] = [ground.web.counts(), ground.worker.counts()]
  return {
    ...sent,
    kills: { web: web.kills, worker: worker.kills },
    falls: { web: web.falls, worker: worker.falls },
    restarts: strength.restarts.map(({ how }) => how),
    sendingMs: performance.now() - startedAt,
  }
}

interface Killing extends Pick<Strength, 'killAfterMs' | 'takenBetweenKills' | 'killsMax'> {
  chance: () => number
  taken: () => number
  /** Then nothing can be taken, and a smart ending ends only when both have died: time alone counts. */
  isDatabaseAway: () => boolean
  signal: AbortSignal
}

/** However short the storm is, there is one kill. */
async function killNowAndThen(program: KeptProgram, how: Killing): Promise<void> {
  if (!how.killAfterMs) return
  const [least, most] = how.killAfterMs
  for (let kills = 0; kills === 0 || (!how.signal.aborted && kills < (how.killsMax ?? Infinity)); kills += 1) {
    const before = how.taken()
    await pause(least + how.chance() * (most - least))
    while (!how.signal.aborted && !how.isDatabaseAway() && how.taken() < before + how.takenBetweenKills) await pause(50)
    await program.kill()
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds))
}
