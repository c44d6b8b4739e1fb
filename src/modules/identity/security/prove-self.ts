import { AppError, InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { requirePasswords, type IdentityCtx } from '../identity-ctx.ts'
import { failedSignIns, requireTries } from '../sign-in/limits.ts'
import { findSubject } from '../viewer/viewer.queries.ts'
import { securityWords } from './words/security-words.ts'

/** For how long a sign-in stands in for the password of an account that has none. */
const freshMinutes = 10

/** Somebody whose account has no password asks for what a password would be asked for, and signed in long ago. */
export class SignInAgain extends AppError {
  constructor() {
    super({ code: 'sign-in-again', status: 409, publicMessage: securityWords().signInFreshly(freshMinutes) })
  }
}

/** Who asks to change how they sign in. */
export interface Self {
  userId: string
  /** As it was typed; empty for accounts without one. */
  password: string
  headers: Headers
}

/** The account of somebody who showed that it is theirs, and not only its open browser. */
export interface ProvenSelf {
  subject: string
  name: string
  email: string
  /** What was proven; absent for an account without password. */
  password: string | undefined
}

export type ProofCtx = Pick<IdentityCtx, 'accounts' | 'passwords' | 'attempts' | 'inSystem' | 'clock'>

/**
 * Makes sure that whoever changes how an account signs in is its owner: by the password, and where there is none by a
 * sign-in that is a few minutes old.
 *
 * @throws InvalidInput beside `password`, TooManyRequests after ten wrong ones, SignInAgain
 */
export async function proveSelf(ctx: ProofCtx, { userId, password, headers }: Self): Promise<ProvenSelf> {
  const words = securityWords()
  const passwords = requirePasswords(ctx)
  const subject = await requireSubject(ctx, userId)
  const account = await ctx.accounts.fetchAccount(subject)
  if (!account?.email) throw new NotFound('an account without an address wants to change how it signs in')

  const { name, email } = account
  const key = `sign-in:account:${email}`
  await requireTries(ctx.attempts, [key], failedSignIns)
  const isRight = await passwords.checkPassword(subject, password)
  if (isRight === null) {
    await requireFresh(ctx, subject, headers)
    return { subject, name, email, password: undefined }
  }
  if (!password) throw new InvalidInput({ password: words.enterPassword })
  if (!isRight) {
    await ctx.attempts.count(key, failedSignIns)
    throw new InvalidInput({ password: words.notYourPassword })
  }
  return { subject, name, email, password }
}

async function requireFresh(ctx: ProofCtx, subject: string, headers: Headers): Promise<void> {
  const current = (await ctx.accounts.listSessions(subject, headers)).find(({ isCurrent }) => isCurrent)
  if (!current || ctx.clock.now().getTime() - current.startedAt.getTime() > freshMinutes * 60_000) throw new SignInAgain()
}

/** @throws NotFound for a user who never had an account */
export async function requireSubject(ctx: Pick<IdentityCtx, 'accounts' | 'inSystem'>, userId: string): Promise<string> {
  const subject = await ctx.inSystem((tx) => findSubject(tx, ctx.accounts.provider, userId))
  if (!subject) throw new NotFound('a user without an account asked for it')
  return subject
}
