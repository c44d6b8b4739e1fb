import './read-tsx.ts'
import { openGuardGround } from './auth/guard.ts'
import { measureSignUpUnderStorm } from './auth/sign-up-under-storm.ts'
import { atMost, interleave, median, type Benchmark, type Figure } from './figures.ts'

const rounds = 31
const requestsARound = 200

/** What it costs to know who asks, where, as what, and whether they may; and how soon somebody new sees their first page. */
export const benchmark: Benchmark = {
  name: 'auth',
  async measure(say) {
    const figures = await measureGuard(say)
    const calm = await measureSignUpUnderStorm(say)
    say(`under the storm, from sign-up to the first page with name and school: p50 ${calm.p50.toFixed(0)} ms, p95 ${calm.p95.toFixed(0)}, p99 ${calm.p99.toFixed(0)}, ${calm.samples} people, ${calm.storm.taken} webhooks`)
    return [...figures, atMost('sign-up to first page under the storm, p99', calm.p99, 1000, 'ms')]
  },
}

async function measureGuard(say: (line: string) => void): Promise<Figure[]> {
  const ground = await openGuardGround()
  try {
    const figures: Figure[] = []
    for (const atOnce of [1, 8]) {
      const round = (ask: () => Promise<void>) => () => timeRound(ask, atOnce)
      await warmUp([ground.guard, ground.roundTrip, ground.bareRoundTrip], atOnce)
      const found = await interleave(rounds, round(ground.guard), round(ground.roundTrip))
      const how = atOnce === 1 ? 'one after the other' : `${atOnce} at once`
      const bare = await interleave(rounds, round(ground.guard), round(ground.bareRoundTrip))
      say(`${how}: guard ${perRequest(bare.a)} ms, the bare driver's prepared question for the role alone ${perRequest(bare.b)} ms, ${median(bare.ratios).toFixed(2)} times that`)
      say(`${how}: guard ${perRequest(found.a)} ms, one round trip (a visitor's school) ${perRequest(found.b)} ms; rounds ${found.ratios.map((ratio) => ratio.toFixed(2)).join(' ')}`)
      figures.push(atMost(`guard to one round trip, ${how}`, median(found.ratios), 1.2, '×'))
    }
    return figures
  } finally {
    await ground.close()
  }
}

/** The first thousands are spent on making machine code of what is asked for. */
async function warmUp(asks: readonly (() => Promise<void>)[], atOnce: number): Promise<void> {
  for (let round = 0; round < 30; round += 1) await Promise.all(asks.map((ask) => timeRound(ask, atOnce)))
}

/** Milliseconds for one round. */
async function timeRound(ask: () => Promise<void>, atOnce: number): Promise<number> {
  let left = requestsARound
  const one = async () => {
    while (left-- > 0) await ask()
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, one))
  return performance.now() - started
}

function perRequest(rounds: readonly number[]): string {
  return (median([...rounds]) / requestsARound).toFixed(3)
}
