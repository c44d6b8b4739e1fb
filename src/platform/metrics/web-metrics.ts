import { readFileSync } from 'node:fs'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Pools } from '#platform/db/pools.ts'

type CountedPools = Omit<Pools, 'close'>

/** A request that was answered. */
export interface AnsweredRequest {
  method: string
  /** The pattern that matched, never the address itself: there are as many addresses as there are courses. */
  route: string
  status: number
  seconds: number
}

/** What this web process tells of itself. */
export interface WebMetrics {
  registry: Registry
  answered(request: AnsweredRequest): void
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])

/**
 * The metrics of one web process: requests, connections to the database, the process itself and its version.
 *
 * @param pools whose connections are counted
 * @example
 * const metrics = makeWebMetrics(app.pools)
 * metrics.answered({ method: 'GET', route: '/courses/:courseSlug', status: 200, seconds: 0.012 })
 */
export function makeWebMetrics(pools: CountedPools): WebMetrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  tellVersion(registry)
  tellPools(registry, pools)
  const requests = new Histogram({
    name: 'coursecove_http_request_duration_seconds',
    help: 'Until the answer began, by method, route pattern and class of status. Of this process.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  })
  return {
    registry,
    answered({ method, route, status, seconds }) {
      requests.observe({ method: methods.has(method) ? method : 'other', route, status: `${Math.floor(status / 100)}xx` }, seconds)
    },
  }
}

function tellVersion(registry: Registry): void {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
  new Gauge({ name: 'coursecove_build_info', help: 'Always 1; its labels say which release this is, and on which Node.', labelNames: ['version', 'node'], registers: [registry] }).set({ version, node: process.version }, 1)
}

function tellPools(registry: Registry, { web, system, questions, intake, auth }: CountedPools): void {
  const all = Object.entries({ web, system, ...(questions && { questions }), ...(intake && { intake }), auth })
  new Gauge({
    name: 'coursecove_db_pool_connections',
    help: 'Connections of this process by pool: used, idle, and requests that wait for one.',
    labelNames: ['pool', 'state'],
    registers: [registry],
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of all) {
        this.set({ pool, state: 'used' }, totalCount - idleCount)
        this.set({ pool, state: 'idle' }, idleCount)
        this.set({ pool, state: 'waiting' }, waitingCount)
      }
    },
  })
  const most = new Gauge({ name: 'coursecove_db_pool_connections_max', help: 'Connections that each pool of this process may have.', labelNames: ['pool'], registers: [registry] })
  for (const [pool, { options }] of all) most.set({ pool }, options.max ?? 0)
}
