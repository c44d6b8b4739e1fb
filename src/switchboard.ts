import type { Switchboard } from '#platform/switchboard-types.ts'
import type { AppCtx } from './wiring.ts'

/** One screen: outside event → use case, fact → who hears it, job → what is done, and when. */
export const switchboard: Switchboard<AppCtx> = {
  inbox: {
    builtin: {},
    stripe: {},
    'stripe-connect': {},
  },
  events: {},
  jobs: {},
  cron: [],
}
