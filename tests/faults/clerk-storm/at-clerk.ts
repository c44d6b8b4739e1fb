import type { Program } from '../programs.ts'

/** What people do at Clerk, by its emulator. */
export interface Clerk {
  /** The settings that lead an application to it. */
  settings: Record<string, string>
  /** Host and port of the installation. */
  baseDomain: string
  /** @returns the id of the new person */
  signUp(firstName: string): Promise<string>
  makeOrganization(maker: string, wish: { name: string; slug: string }): Promise<string>
  addMember(organization: string, person: string): Promise<void>
  /** @returns a token of a new session on our pages */
  signIn(person: string): Promise<string>
  /** What Clerk said last of this type, as its webhook says it. */
  lastEvent(type: string): Promise<{ id: string; body: string }>
}

/** Speaks to a running emulator; its webhooks are its own affair. */
export async function atClerk(emulator: Program, webPort: string): Promise<Clerk> {
  const url = /listening on (\S+)/.exec(emulator.output())?.[1] ?? ''
  const connection = (await (await fetch(`${url}/_emulator/connection`)).json()) as Record<string, string>
  const baseDomain = `coursecove.localhost:${webPort}`
  const ask = async <T>(path: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${connection.CLERK_SECRET_KEY}` }
    const answer = await fetch(`${url}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!answer.ok) throw new Error(`Clerk's emulator answers ${path} with ${answer.status}: ${await answer.text()}`)
    return (await answer.json()) as T
  }
  return {
    settings: {
      BASE_DOMAIN: baseDomain,
      CLERK_API_URL: url,
      CLERK_SECRET_KEY: connection.CLERK_SECRET_KEY ?? '',
      NEXT_PUBLIC_CLERK_PUBLISHABLE_KEY: connection.CLERK_PUBLISHABLE_KEY ?? '',
      CLERK_JWT_KEY: connection.CLERK_JWT_KEY ?? '',
    },
    baseDomain,
    signUp: async (firstName) => (await ask<{ id: string }>('/v1/users', { first_name: firstName, email_address: [`${firstName.toLowerCase()}@test.example`] })).id,
    makeOrganization: async (maker, wish) => (await ask<{ id: string }>('/v1/organizations', { ...wish, created_by: maker })).id,
    addMember: async (organization, person) => void (await ask(`/v1/organizations/${organization}/memberships`, { user_id: person, role: 'org:admin' })),
    async signIn(person) {
      const session = await ask<{ id: string }>('/_emulator/sessions', { user: person, origin: `http://${baseDomain}` })
      const { jwt } = await ask<{ jwt: string }>('/_emulator/tokens', { session: session.id })
      return jwt
    },
    async lastEvent(type) {
      const { data } = (await (await fetch(`${url}/_emulator/events`)).json()) as { data: { id: string; type: string; payload: unknown }[] }
      const event = data.findLast((one) => one.type === type)
      if (!event) throw new Error(`Clerk's emulator said nothing of ${type}`)
      return { id: event.id, body: JSON.stringify(event.payload) }
    },
  }
}
