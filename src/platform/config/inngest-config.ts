import { z } from 'zod'

const text = z.string().trim().min(1)

/** The settings of Inngest, under the names that its SDK knows. */
export const inngestSettings = {
  INNGEST_EVENT_KEY: text.optional(),
  INNGEST_SIGNING_KEY: text.optional(),
  INNGEST_SIGNING_KEY_FALLBACK: text.optional(),
  INNGEST_DEV: text.optional(),
  INNGEST_BASE_URL: z.url().optional(),
  INNGEST_SERVE_ORIGIN: z.url().optional(),
}

type Read = z.infer<z.ZodObject<typeof inngestSettings>>

/** Inngest as the queue. */
export interface InngestConfig {
  eventKey: string
  /** Undefined only towards a development server, which signs nothing. */
  signingKey: string | undefined
  /** Valid too, while one key takes over from another. */
  signingKeyFallback: string | undefined
  isDev: boolean
  /** An Inngest of one's own or a development server; undefined is Inngest's own service. */
  baseUrl: string | undefined
  /** How Inngest reaches this installation when that is not its base domain: a tunnel, say. */
  serveOrigin: string | undefined
}

/** The dummy of many guides: no key at all. */
const dummy = 'test'
const usualDevServer = 'http://localhost:8288'
const signingKeyShape = /^(signkey-\w+-)?(?:[0-9a-f]{2})+$/i

/** What is wrong with the settings of Inngest, each in a sentence. */
export function inngestFaults(read: Read): string[] {
  if (!isChosen(read)) return []

  const faults: string[] = []
  const dev = readDev(read.INNGEST_DEV)
  if (dev === null) faults.push('INNGEST_DEV: is 1, 0 or the address of a development server, like http://localhost:8288')
  if (dev?.isDev) return faults

  const signingKey = read.INNGEST_SIGNING_KEY
  if (!signingKey || signingKey === dummy) {
    faults.push('INNGEST_SIGNING_KEY: is missing, and INNGEST_EVENT_KEY chooses Inngest. Without it anybody could run our jobs. Set it, or INNGEST_DEV for a development server, or take INNGEST_EVENT_KEY away for the queue in the database')
  }
  for (const [name, key] of [['INNGEST_SIGNING_KEY', signingKey], ['INNGEST_SIGNING_KEY_FALLBACK', read.INNGEST_SIGNING_KEY_FALLBACK]] as const) {
    if (key && key !== dummy && !signingKeyShape.test(key)) faults.push(`${name}: is no signing key of Inngest: hexadecimal digits, two by two, usually behind signkey-prod-`)
  }
  return faults
}

/** @returns null for the queue in the database: without an event key, or with the dummy `test` */
export function readInngest(read: Read): InngestConfig | null {
  if (!isChosen(read)) return null

  const dev = readDev(read.INNGEST_DEV)
  const isDev = dev?.isDev ?? false
  return {
    eventKey: read.INNGEST_EVENT_KEY ?? '',
    signingKey: isDev ? undefined : read.INNGEST_SIGNING_KEY,
    signingKeyFallback: isDev ? undefined : read.INNGEST_SIGNING_KEY_FALLBACK,
    isDev,
    baseUrl: read.INNGEST_BASE_URL ?? (isDev ? dev?.url : undefined),
    serveOrigin: read.INNGEST_SERVE_ORIGIN,
  }
}

function isChosen(read: Read): boolean {
  return read.INNGEST_EVENT_KEY !== undefined && read.INNGEST_EVENT_KEY !== dummy
}

/** As Inngest's SDK reads it: a yes, a no, or an address, which is a yes. Null: none of them. */
function readDev(value: string | undefined): { isDev: boolean; url: string } | null {
  const said = (value ?? '0').toLowerCase()
  if (['1', 'true'].includes(said)) return { isDev: true, url: usualDevServer }
  if (['0', 'false'].includes(said)) return { isDev: false, url: usualDevServer }

  const url = said.includes('://') ? said : `http://${said}`
  return URL.canParse(url) && /^https?:/.test(url) && /[.:]|localhost/.test(url.slice(7)) ? { isDev: true, url } : null
}
