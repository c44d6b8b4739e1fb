import type { Context } from 'hono'
import type { Emulator } from '../emulator.ts'
import { ClerkFault } from '../errors.ts'
import type { StoredSession, StoredUser } from '../state.ts'
import type { Visitor } from './visitor.ts'

/** One call of clerk-js. */
export type FrontendCall = {
  emulator: Emulator
  context: Context
  visitor: Visitor
  /** What the form in the body says. */
  form: Readonly<Record<string, string>>
  /** Of the page that asks: tokens are made for it. */
  origin: string | null
}

/** One address of the Frontend API; what it answers goes into `response`, with the browser's new state beside it. */
export type FrontendRoute = {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE'
  path: string
  run: (call: FrontendCall) => unknown
  /** Answers the bare value: tokens, the environment. */
  isBare?: boolean
}

/** @throws ClerkFault 401 as Clerk says it, which makes clerk-js forget its session */
export function requireSignedIn({ visitor }: FrontendCall): { session: StoredSession; user: StoredUser } {
  if (visitor.session && visitor.user) return { session: visitor.session, user: visitor.user }
  throw new ClerkFault(401, { code: 'signed_out', message: 'Signed out', longMessage: 'You are signed out' })
}
