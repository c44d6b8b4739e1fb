import { createPublicKey } from 'node:crypto'
import { createClerkClient, verifyToken } from '@clerk/backend'
import { z } from 'zod'
import { clerkFaults, clerkSettings, readClerk, type ClerkConfig } from '../../src/platform/config/clerk-config.ts'
import type { SmokeRow } from './smoke-table.ts'
import { waitForWebhook } from './smoke-webhook.ts'

/** How far the look may go. */
export interface SmokeWishes {
  isWriting: boolean
  isLiveMeant: boolean
  /** Null: no webhook is waited for. */
  waitPort: number | null
  waitSeconds: number
}

type Sdk = ReturnType<typeof createClerkClient>

/**
 * Looks whether Clerk, or whatever speaks its protocol at CLERK_API_URL, does what CourseCove needs. Reads only,
 * unless writing is wished for; then what it makes it deletes again, also when something fails on the way.
 *
 * @throws Error with a sentence when there are no keys, or when writing with live keys is not meant
 */
export async function smokeClerk(env: NodeJS.ProcessEnv, wishes: SmokeWishes, say: (line: string) => void): Promise<SmokeRow[]> {
  const config = readKeys(env)
  if (wishes.isWriting && config.secretKey.startsWith('sk_live_') && !wishes.isLiveMeant) {
    throw new Error('CLERK_SECRET_KEY is a live key: --write would make and delete a person in your real instance. If that is meant, add --live.')
  }

  const { secretKey, publishableKey, apiUrl } = config
  const sdk = createClerkClient({ secretKey, publishableKey, ...(apiUrl ? { apiUrl } : {}), telemetry: { disabled: true } })
  say(`Clerk at ${apiUrl ?? 'https://api.clerk.com'}, ${secretKey.startsWith('sk_live_') ? 'live' : 'test'} keys, frontend ${config.frontendHost}\n`)
  const rows = [
    await look('secret key, people', async () => `${await sdk.users.getCount()} people; the API version of this SDK is taken`),
    await look('organizations', async () => `${(await sdk.organizations.getOrganizationList({ limit: 1 })).totalCount} organizations`),
    await look('key set', async () => lookAtKeys(sdk, config)),
    lookAtSecrets(config),
  ]
  rows.push(...(wishes.isWriting ? await writeAndDelete(sdk, config) : [{ what: 'person, session, token', outcome: 'not run' as const, says: 'add --write: it makes a test person and deletes it' }]))
  if (wishes.waitPort !== null) {
    const [port, seconds] = [wishes.waitPort, wishes.waitSeconds]
    rows.push(await look('a webhook', () => waitForWebhook(config.webhookSecrets, { port, seconds }, say)))
  }
  return rows
}

function readKeys(env: NodeJS.ProcessEnv): ClerkConfig {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const read = z.object(clerkSettings).parse(given)
  const faults = clerkFaults(read)
  if (faults.length > 0) throw new Error(`The settings of Clerk cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`)

  const config = readClerk(read)
  if (!config) throw new Error('There are no keys of Clerk: set CLERK_SECRET_KEY and NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY, in the shell or in .env.local. Nothing was asked.')
  return config
}

async function look(what: string, work: () => Promise<string>): Promise<SmokeRow> {
  try {
    return { what, outcome: 'ok', says: await work() }
  } catch (fault) {
    return { what, outcome: 'failed', says: sentenceOf(fault) }
  }
}

const clerkFault = z.object({ status: z.number(), errors: z.array(z.object({ code: z.string(), message: z.string() })).min(1) })

/** What Clerk says of a call that failed; never the request, which carries the key. */
function sentenceOf(fault: unknown): string {
  const said = clerkFault.safeParse(fault)
  if (said.success) return `${said.data.status} ${said.data.errors.map(({ code, message }) => `${code}: ${message}`).join('; ')}`
  return fault instanceof Error ? fault.message : String(fault)
}

async function lookAtKeys(sdk: Sdk, { jwtKey }: ClerkConfig): Promise<string> {
  const { keys = [] } = await sdk.jwks.getJwks()
  if (keys.length === 0) throw new Error('the key set is empty')
  const pems = keys.map((key) => pemOf({ kty: key.kty, n: key.n, e: key.e }))
  const count = keys.length === 1 ? 'one key' : `${keys.length} keys`
  if (!jwtKey) return `${count}; CLERK_JWT_KEY is not set, so the set is fetched and kept`
  if (!pems.includes(createPublicKey(jwtKey).export({ type: 'spki', format: 'pem' }).toString())) throw new Error('CLERK_JWT_KEY is none of the keys of this instance')
  return `${count}; CLERK_JWT_KEY is one of them, so sessions are checked without network`
}

function pemOf(jwk: { kty: string; n: string; e: string }): string {
  return createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' }).toString()
}

function lookAtSecrets({ webhookSecrets }: ClerkConfig): SmokeRow {
  const what = 'webhook secrets'
  if (webhookSecrets.length === 0) return { what, outcome: 'not run', says: 'CLERK_WEBHOOK_SECRET is not set: webhooks are refused with 503, people come by their first request' }

  const short = webhookSecrets.filter((secret) => Buffer.from(secret.replace(/^whsec_/, ''), 'base64').length < 16)
  if (short.length > 0) return { what, outcome: 'failed', says: `${short.length} of ${webhookSecrets.length} are too short to be Clerk's: copy them again` }
  return { what, outcome: 'ok', says: webhookSecrets.length === 1 ? 'one' : `${webhookSecrets.length}, all taken: remove the older one once Clerk has switched` }
}

/** A person's whole life: made, read, signed in, changed, deleted, gone. */
async function writeAndDelete(sdk: Sdk, config: ClerkConfig): Promise<SmokeRow[]> {
  const rows: SmokeRow[] = []
  let userId: string | null = null
  try {
    rows.push(await look('make a person', async () => {
      const person = await sdk.users.createUser({ emailAddress: [`coursecove-smoke-${Date.now()}+clerk_test@example.com`], firstName: 'Smoke', lastName: 'Test', skipPasswordRequirement: true })
      userId = person.id
      return person.id
    }))
    if (userId === null) return rows

    const id: string = userId
    rows.push(await look('change and read them', async () => {
      await sdk.users.updateUser(id, { firstName: 'Changed' })
      const { firstName } = await sdk.users.getUser(id)
      if (firstName !== 'Changed') throw new Error(`the name is ${firstName} after the change`)
      return 'the change is there'
    }))
    rows.push(await look('a token of their session', () => readToken(sdk, config, id)))
  } finally {
    if (userId !== null) rows.push(await look('delete them', () => remove(sdk, String(userId))))
  }
  return rows
}

async function readToken(sdk: Sdk, { secretKey, apiUrl, jwtKey }: ClerkConfig, userId: string): Promise<string> {
  const session = await sdk.sessions.createSession({ userId })
  const { jwt } = await sdk.sessions.getToken(session.id)
  const claims = await verifyToken(jwt, { secretKey, ...(apiUrl ? { apiUrl } : {}) })
  if (claims.sub !== userId) throw new Error('the token speaks of somebody else')
  if (jwtKey) await verifyToken(jwt, { jwtKey })
  return `version ${claims.v ?? 1}, true by the key set${jwtKey ? ' and by CLERK_JWT_KEY' : ''}`
}

async function remove(sdk: Sdk, userId: string): Promise<string> {
  await sdk.users.deleteUser(userId)
  const status = await sdk.users.getUser(userId).then(() => 200, (fault: unknown) => (fault as { status?: unknown }).status)
  if (status !== 404) throw new Error(`asked for after their deletion, they answer ${String(status)}`)
  return `${userId} is gone`
}
