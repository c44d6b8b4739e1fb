import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { readConfig, BadEnvironment, type Config } from '#platform/config/config.ts'
import { createWeb } from './web.ts'
import { wire } from './wiring.ts'

// The fourth program: one function for hosts where no process lives on, such as Vercel. It writes no file, starts no
// process, and may be stopped after any answer.

/**
 * Without a queue outside nobody would run the jobs, and files in a folder would be gone with the process.
 *
 * @throws BadEnvironment naming every fault at once
 */
export function requireOutside(config: Config): Config {
  const faults = [
    config.inngest ? '' : 'INNGEST_EVENT_KEY: is missing, and on this host no worker can live: without it nobody runs the jobs',
    config.s3 ? '' : 'S3_BUCKET: is missing, and on this host no file can be kept',
  ].filter(Boolean)
  if (faults.length > 0) throw new BadEnvironment(`These settings cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
  return config
}

const app = wire(requireOutside(readConfig()))
const listener = getRequestListener(createWeb(app, { isFunction: true }).fetch)

/** What the host calls for each request. */
export default (request: IncomingMessage, response: ServerResponse): Promise<void> => listener(request, response)
