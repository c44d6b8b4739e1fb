import { systemClock, type Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { asSystem } from '#platform/db/as-system.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids, type Ids } from '#platform/ids/ids.ts'
import type { Viewer } from './app/request-context.ts'

/** Ports that use cases of the system may ask for, with their providers. */
export interface Ports {
  identity: { findViewer(headers: Headers): Promise<Viewer | null> }
}

/** The context of the inbox, of jobs and of subscribers: the system's door, and every port. */
export interface AppCtx extends SystemCtx, Ports {
  config: Config
}

/** The running application: ports with their providers, one object a process. */
export interface App extends Ports {
  config: Config
  pools: Pools
  clock: Clock
  ids: Ids
  /** The context for what the system does by itself. */
  systemCtx: AppCtx
  close(): Promise<void>
}

/** Puts the application together. Nothing connects before it is used. */
export function wire(config: Config): App {
  const pools = openPools(config)
  const ground = { config, clock: systemClock, ids: uuidV7Ids }
  const ports: Ports = { identity: { findViewer: async () => null } }
  const systemCtx: AppCtx = { ...ground, ...ports, inSystem: (work) => asSystem(pools.system, ({ tx }) => work(tx)) }
  return { ...ground, ...ports, pools, systemCtx, close: () => pools.close() }
}
