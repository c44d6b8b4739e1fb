import type * as core from 'inngest'
import type * as hono from 'inngest/hono'

/** The parts of Inngest's SDK that are used. */
export interface InngestSdk {
  core: typeof core
  hono: typeof hono
}

/** The package is optional, and it is not here. */
export class InngestMissing extends Error {
  override readonly name = 'InngestMissing'
}

/**
 * Loads Inngest's SDK. Only who chose Inngest comes here: it is an optional package and takes its time.
 *
 * @throws InngestMissing with what to do
 */
export async function loadInngest(): Promise<InngestSdk> {
  try {
    const [loaded, served] = await Promise.all([import('inngest'), import('inngest/hono')])
    return { core: loaded, hono: served }
  } catch (cause) {
    throw new InngestMissing('INNGEST_EVENT_KEY chooses Inngest, and its package is not installed. Run "npm install inngest", or "npm ci" without --omit=optional; or take INNGEST_EVENT_KEY away for the queue in the database.', { cause })
  }
}
