import { IdentityUnavailable, type KnownViewer, type SessionFacts } from '#modules/identity/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import type { App } from '../../wiring.ts'
import { findTenant } from '../find-tenant.queries.ts'
import type { Tenant } from '../request-context.ts'

/** Whose session it is, and what was found of them. */
export interface SeenVisitor {
  session: SessionFacts
  person: KnownViewer | null
  /** In the school they come to. */
  role: MemberRole | null
}

/** What is known of a request to a school before its page is. */
export interface Arrival {
  tenant: Tenant | null
  /** Null for visitors, and where to know more would take another question. */
  seen: SeenVisitor | null
}

/**
 * The school of an address and, where a session says by itself whose it is, the person and their role: one question to
 * the database either way.
 */
export async function findArrival(app: App, name: string, headers: Headers): Promise<Arrival> {
  const session = await readSession(app, headers)
  if (!session) return { tenant: await findTenant(app.pools.web, name), seen: null }

  const { school, person, role } = await app.findVisit(name, session)
  // Sessions that say whose they are come from a provider that knows no domains of the schools' own.
  return { tenant: school && { ...school, primary_domain: null }, seen: { session, person, role } }
}

/** Where the keys of sessions cannot be fetched, whoever needs the person will say so; a page for everybody does not. */
async function readSession(app: App, headers: Headers): Promise<SessionFacts | null> {
  try {
    return await app.identity.readSession(headers)
  } catch (fault) {
    if (fault instanceof IdentityUnavailable) return null
    throw fault
  }
}
