import type { IdentityCtx } from './identity-ctx.ts'
import type { SessionFacts, SignInLinkInput } from './ports.ts'
import { bringUser } from './viewer/bring-user.ts'
import { provisionUser } from './viewer/provision-user.ts'
import { findSubject, type KnownViewer } from './viewer/viewer.queries.ts'

/** The person who is signed in. */
export interface Viewer {
  userId: string
  name: string
  email: string | null
  isOperator: boolean
  /** In which language they chose to read; null until they do. */
  language?: string | null
}

/** Who is here, and the ways in and out that other modules and the HTTP edge need. */
export interface Identity {
  /** Who is signed in by these headers; a person no event has brought yet is made on the way. */
  findViewer(headers: Headers): Promise<Viewer | null>
  /**
   * The session of these headers where it says by itself whose it is; null when nobody is signed in, or somebody would
   * have to be asked.
   */
  readSession(headers: Headers): Promise<SessionFacts | null>
  /** Whose session it is, if what was found of them is up to date; else they are brought here on the way. */
  viewerOf(session: SessionFacts, known: KnownViewer | null): Promise<Viewer | null>
  /** The user of a bearer token (a session's token), made or brought up to date on the way. */
  findViewerByBearer(token: string): Promise<Viewer | null>
  /** Reads an account at its provider and writes what it says about its user. */
  bringUser(subject: string): Promise<void>
  /** Answers `/api/auth/*`: what links in mails need, and 404 for the rest. */
  handle(request: Request, address?: string): Promise<Response>
  /** A one-time link for a mail: whoever follows it is signed in and lands at `callbackUrl`. */
  createSignInLink(input: SignInLinkInput): Promise<string>
  /** Ends every session of a user, at once. */
  signOutEverywhere(userId: string): Promise<void>
}

type Ground = Pick<IdentityCtx, 'accounts' | 'clock' | 'ids' | 'inSystem'>

/**
 * Puts identity together from its provider and our own users.
 *
 * @example
 * const identity = makeIdentity({ accounts: betterAuthIdentity(…), clock, ids, inSystem })
 */
export function makeIdentity(ctx: Ground): Identity {
  const { accounts } = ctx
  return {
    findViewer: async (headers) => viewerOf(await provisionUser(ctx, await accounts.findSession(headers))),
    readSession: async (headers) => (accounts.isSelfContained ? accounts.findSession(headers) : null),
    viewerOf: async (session, known) => viewerOf(await provisionUser(ctx, session, { known })),
    findViewerByBearer: async (token) => viewerOf(await provisionUser(ctx, await accounts.findSessionByBearer(token), { isForced: true })),
    bringUser: async (subject) => void (await bringUser(ctx, subject, 'sync')),
    handle: (request, address = 'unknown') => accounts.handle(request, address),
    createSignInLink: (input) => accounts.createSignInLink(input),
    async signOutEverywhere(userId) {
      const subject = await ctx.inSystem((tx) => findSubject(tx, accounts.provider, userId))
      if (subject) await accounts.signOutEverywhere(subject)
    },
  }
}

function viewerOf(row: Viewer | null): Viewer | null {
  return row && { userId: row.userId, name: row.name, email: row.email, isOperator: row.isOperator, language: row.language }
}
