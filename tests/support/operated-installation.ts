import pg from 'pg'
import type { Browser, BrowserContext } from 'playwright-core'
import { ensureAppSecret } from '../../bin/parts/app-secret.ts'
import { findRunner } from '../../bin/parts/run-lock.ts'
import { sdkFor, type Sdk } from '../../emulators/clerk/emulator-harness.ts'
import { loginUrl } from '../../src/platform/db/logins.ts'
import type { ClerkInstallation } from './clerk-installation.ts'

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

/** An installation whose people are Clerk's, and its database under the hands of a test. */
export interface OperatedInstallation extends ClerkInstallation {
  sdk: Sdk
  /** As the owner of the tables, who makes and drops what stands around them. */
  asOwner(statement: string): Promise<void>
  /** As the system, which sees every row. */
  asSystem(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** The cookies of somebody whom Clerk knows by this address, and who signed in there. */
  cookiesOf(browser: Browser, email: string): Promise<Cookies>
  /** The cookies of somebody new who signed in at Clerk, and is an operator here. */
  operatorCookies(browser: Browser): Promise<Cookies>
  /** Lets no walk begin by the clock, which would heal what somebody wants to see. */
  stopClock(): Promise<void>
}

const clockStandsStill = `
  create function clock_stands_still() returns trigger language plpgsql as $$ begin raise exception 'no walk by the clock here'; end $$;
  create trigger clock_stands_still before insert on reconcile_runs for each row when (new.started_by = 'clock') execute function clock_stands_still()`

/** @param installation that runs */
export function operate(installation: ClerkInstallation): OperatedInstallation {
  const databaseUrl = findRunner(installation.dataDir)?.databaseUrl ?? ''
  const systemUrl = loginUrl({ databaseUrl, appSecret: ensureAppSecret(installation.dataDir) }, 'system')
  const sdk = sdkFor(installation.emulator)
  const operated: OperatedInstallation = {
    ...installation,
    sdk,
    asOwner: async (statement) => void (await ask(databaseUrl, (client) => client.query(statement))),
    asSystem: (statement, values = []) =>
      ask(systemUrl, async (client) => {
        await client.query('set role service_role')
        return (await client.query<Record<string, unknown>>(statement, values)).rows
      }),
    stopClock: () => operated.asOwner(clockStandsStill),
    async operatorCookies(browser) {
      const email = `olga-${crypto.randomUUID()}@operator.example`
      const { id } = await sdk.users.createUser({ firstName: 'Olga', lastName: 'Brandt', emailAddress: [email] })
      const cookies = await operated.cookiesOf(browser, email)
      const made = await operated.asSystem(`update users set is_operator = true where id = (select user_id from user_identities where provider = 'clerk' and subject = $1) returning id`, [id])
      if (made.length !== 1) throw new Error('nobody was made an operator')
      return cookies
    },
    async cookiesOf(browser, email) {
      const context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(`${installation.emulator.connection.CLERK_SIGN_IN_URL}?redirect_url=${encodeURIComponent(`${installation.url}/account`)}`)
      await page.getByLabel('E-mail address').fill(email)
      await page.getByRole('button', { name: 'Continue' }).click()
      await page.waitForURL(`${installation.url}/**`)
      const cookies = await context.cookies()
      await context.close()
      return cookies
    },
  }
  return operated
}

async function ask<T>(url: string, question: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await question(client)
  } finally {
    await client.end()
  }
}
