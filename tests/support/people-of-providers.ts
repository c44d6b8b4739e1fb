import { startBrowser } from '../../emulators/clerk/emulator-harness.ts'
import type { App } from '../../src/wiring.ts'
import { requirePasswords } from '../../src/modules/identity/index.ts'
import { cookieHeader, followLink, withCookie } from './account-steps.ts'
import { useClerkWorld, type ClerkWorld } from './clerk-world.ts'
import { useTestApp } from './test-app.ts'
import { useTestDatabase, type TestDatabase } from './test-database.ts'

/** A browser of somebody who signed in. */
export interface PersonsBrowser {
  /** What it sends with its next visit; by then a token that ran out has been renewed, if the session still stands. */
  nextRequest(): Promise<Headers>
  /** For an Authorization header. */
  token(): Promise<string>
}

/** Whatever people do at their identity provider without us. */
export interface People {
  app: App
  /** @returns what the provider calls them */
  make(person: { email: string; name: string; isVerified: boolean }): Promise<string>
  remove(subject: string): Promise<void>
  signIn(email: string): Promise<PersonsBrowser>
  /** Follows a sign-in link as a browser would, to where it lands; null when it signs nobody in. */
  follow(link: string): Promise<{ location: string | null; headers: Headers } | null>
  countUsers(email: string): Promise<number>
}

const password = 'a quiet morning'

export function useBuiltinPeople(): () => People {
  const database = useTestDatabase()
  const app = useTestApp(database)
  return () => {
    const passwords = requirePasswords(app())
    return {
      app: app(),
      make: async (person) => (await passwords.createAccount({ ...person, password }))?.subject ?? '',
      async remove(subject) {
        await passwords.removeAccount(subject)
        await app().accountEvents.settle(subject)
      },
      async signIn(email) {
        const outcome = await passwords.signIn({ email, password, headers: new Headers(), address: '10.0.0.1' })
        if (outcome.kind !== 'signed-in') throw new Error(`not signed in: ${outcome.kind}`)
        const cookie = cookieHeader(outcome.cookies)
        return { nextRequest: async () => withCookie(cookie), token: async () => decodeURIComponent(/cove\.session_token=([^;]+)/.exec(cookie)?.[1] ?? '') }
      },
      async follow(link) {
        const { location, cookie } = await followLink(app(), link)
        return cookie.includes('cove.session_token=') ? { location, headers: withCookie(cookie) } : null
      },
      countUsers: (email) => countUsers(database(), email),
    }
  }
}

export function useClerkPeople(): () => People {
  const database = useTestDatabase()
  const world = useClerkWorld(database)
  return () => {
    const { app, sdk } = world()
    return {
      app,
      make: (person) => makeAtClerk(world(), person),
      remove: async (subject) => void (await sdk.users.deleteUser(subject)),
      async signIn(email) {
        const { data } = await sdk.users.getUserList({ emailAddress: [email] })
        const session = await world().signIn(data[0]?.id ?? '')
        const token = async () => (await sdk.sessions.getToken(session)).jwt
        // Of a session that is over Clerk gives no new token, and the browser sends none.
        return { token, nextRequest: () => token().then((jwt) => withCookie(`__session=${jwt}`), () => new Headers()) }
      },
      follow: (link) => followAtClerk(world(), link),
      countUsers: (email) => countUsers(database(), email),
    }
  }
}

async function makeAtClerk({ sdk }: ClerkWorld, { email, name, isVerified }: Parameters<People['make']>[0]): Promise<string> {
  const [firstName = '', ...rest] = name.split(' ')
  const { id } = await sdk.users.createUser({ ...(isVerified ? { emailAddress: [email] } : { username: email.replace(/\W/g, '_') }), firstName, lastName: rest.join(' ') })
  if (!isVerified) await sdk.emailAddresses.createEmailAddress({ userId: id, emailAddress: email, verified: false, primary: true })
  return id
}

/** Our page leads the ticket on to Clerk's, which signs in by it. */
async function followAtClerk({ emulator }: ClerkWorld, link: string): Promise<{ location: string | null; headers: Headers } | null> {
  const { searchParams } = new URL(link)
  const browser = startBrowser(emulator)
  const query = new URLSearchParams({ __clerk_ticket: searchParams.get('__clerk_ticket') ?? '', redirect_url: searchParams.get('next') ?? '' })
  const { status, location } = await browser.visit(`/sign-in?${query}`)
  return status === 303 ? { location: location ?? null, headers: withCookie(browser.cookieHeader()) } : null
}

async function countUsers(database: TestDatabase, email: string): Promise<number> {
  const { rows } = await database.superuser.query('select count(*)::int as found from users where email = $1', [email])
  return rows[0].found
}
