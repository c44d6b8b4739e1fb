import { z } from 'zod'
import type { Inngest } from 'inngest'
import { inngestFaults, inngestSettings, readInngest, type InngestConfig } from '../../src/platform/config/inngest-config.ts'
import { loadInngest, type InngestSdk } from '../../src/providers/inngest/load-inngest.ts'
import { waitForCall } from './smoke-inngest-call.ts'
import type { SmokeRow } from './smoke-table.ts'

/** How far the look may go. */
export interface InngestWishes {
  isWriting: boolean
  /** Null: no call is waited for. */
  waitPort: number | null
  /** How Inngest reaches that port: a tunnel's address. Left out, the port itself, as a development server on this machine does. */
  origin: string | undefined
  waitSeconds: number
}

const serviceUrl = 'https://api.inngest.com'
const answerWithinMs = 10_000
/** What no function of ours listens to. */
const smokeEvent = { name: 'coursecove/smoke', data: {} }

/**
 * Looks whether Inngest, or whatever speaks its protocol at INNGEST_BASE_URL, does what CourseCove needs. Reads only,
 * unless writing or waiting is wished for: the first sends one event that nothing listens to, the second registers an
 * app of its own, `coursecove-smoke`, beside the real one.
 *
 * @throws Error with a sentence when there are no keys
 */
export async function smokeInngest(env: NodeJS.ProcessEnv, wishes: InngestWishes, say: (line: string) => void): Promise<SmokeRow[]> {
  const config = readKeys(env)
  const sdk = await loadInngest()
  const client = openClient(sdk, config)
  const look = looking(config)
  say(`Inngest at ${config.baseUrl ?? serviceUrl}${config.isDev ? ', a development server: nothing is signed' : ''}\n`)

  const rows = [await lookAtSigningKey(config, look)]
  const sent = { what: 'an event, by the event key' }
  rows.push(wishes.isWriting ? await look(sent.what, () => sendAndFind(client, config)) : { ...sent, outcome: 'not run', says: 'add --write: it sends one event that nothing listens to' })
  const called = { what: 'a call, signed' }
  const { waitPort: port, origin, waitSeconds: seconds } = wishes
  rows.push(port === null ? { ...called, outcome: 'not run', says: 'add --wait <port>, and --origin <address of a tunnel to it>' } : await look(called.what, () => waitForCall({ sdk, client, event: smokeEvent }, { port, origin, seconds }, say)))
  return rows
}

function readKeys(env: NodeJS.ProcessEnv): InngestConfig {
  const read = z.object(inngestSettings).parse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')))
  const faults = inngestFaults(read)
  if (faults.length > 0) throw new Error(`The settings of Inngest cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

  const config = readInngest(read)
  if (!config) throw new Error('There are no keys of Inngest: set INNGEST_EVENT_KEY and INNGEST_SIGNING_KEY, in the shell or in .env.local, or INNGEST_EVENT_KEY=local and INNGEST_DEV=1 for a development server. Nothing was asked.')
  return config
}

function openClient({ core }: InngestSdk, config: InngestConfig): Inngest.Any {
  const quiet = { debug() {}, info() {}, warn() {}, error() {} }
  return new core.Inngest({
    id: 'coursecove-smoke',
    eventKey: config.eventKey,
    isDev: config.isDev,
    logger: quiet,
    fetch: (input: RequestInfo | URL, init?: RequestInit) => fetch(input, { ...init, signal: AbortSignal.timeout(answerWithinMs) }),
    ...(config.signingKey ? { signingKey: config.signingKey } : {}),
    ...(config.signingKeyFallback ? { signingKeyFallback: config.signingKeyFallback } : {}),
    ...(config.baseUrl ? { baseUrl: config.baseUrl } : {}),
  })
}

type Look = (what: string, work: () => Promise<string>) => Promise<SmokeRow>

/** Faults are said without the keys: the event key stands in the address that events are sent to. */
function looking({ eventKey, signingKey, signingKeyFallback }: InngestConfig): Look {
  const keys = [eventKey, signingKey, signingKeyFallback].filter((key) => key !== undefined)
  return async (what, work) => {
    try {
      return { what, outcome: 'ok', says: await work() }
    } catch (fault) {
      const said = fault instanceof Error ? fault.message : String(fault)
      return { what, outcome: 'failed', says: keys.reduce((text, key) => text.replaceAll(key, '…'), said) }
    }
  }
}

async function lookAtSigningKey(config: InngestConfig, look: Look): Promise<SmokeRow> {
  const what = 'signing key'
  if (!config.signingKey) return { what, outcome: 'not run', says: 'a development server has none' }

  return look(what, async () => {
    const { status } = await askApi(config, '/v1/events?limit=1')
    if (status === 401 || status === 403) throw new Error(`${status}: this environment of Inngest has another signing key`)
    if (status !== 200) throw new Error(`the list of events answers ${status}`)
    return `taken${config.signingKeyFallback ? '; a second one is set for while they change' : ''}`
  })
}

/** That the signing key finds what the event key sent shows that both are of one environment. */
async function sendAndFind(client: Inngest.Any, config: InngestConfig): Promise<string> {
  const { ids } = await client.send(smokeEvent)
  const [id] = ids
  if (!id) throw new Error('it was taken without an id')
  if (!config.signingKey) return `${id} was taken`

  let status = 0
  // Inngest shows an event some seconds after it took it.
  for (const until = Date.now() + 2 * answerWithinMs; status !== 200 && Date.now() < until; await new Promise((done) => setTimeout(done, 500))) {
    status = (await askApi(config, `/v1/events/${encodeURIComponent(id)}`)).status
    if (status === 200) break
  }
  if (status !== 200) throw new Error(`${id} was taken, and the signing key does not find it (${status}): are both keys of one environment?`)
  return `${id} was taken, and the signing key finds it`
}

function askApi({ baseUrl, signingKey }: InngestConfig, path: string): Promise<Response> {
  return fetch(new URL(path, baseUrl ?? serviceUrl), { headers: { authorization: `Bearer ${signingKey}` }, signal: AbortSignal.timeout(answerWithinMs) })
}
