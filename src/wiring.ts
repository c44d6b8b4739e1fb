import { systemClock, type Clock } from '#platform/clock/clock.ts'
import type { Config } from '#platform/config/config.ts'
import { openPools, type Pools } from '#platform/db/pools.ts'
import { uuidV7Ids, type Ids } from '#platform/ids/ids.ts'

/** The running application: ports with their providers, one object a process. */
export interface App {
  config: Config
  pools: Pools
  clock: Clock
  ids: Ids
  identity: { findViewer(headers: Headers): Promise<import('./app/request-context.ts').Viewer | null> }
  close(): Promise<void>
}

/** Puts the application together. Nothing connects before it is used. */
export function wire(config: Config): App {
  const pools = openPools(config)
  return { config, pools, clock: systemClock, ids: uuidV7Ids, identity: { findViewer: async () => null }, close: () => pools.close() }
}
