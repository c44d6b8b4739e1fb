import { requireSecondFactor, type IdentityCtx } from '../identity-ctx.ts'
import type { SecondStepOutcome } from '../ports.ts'
import { tellOwner } from '../security/tell-owner.ts'
import { failedSecondSteps, requireTries, usesOfOneCode } from './limits.ts'

/** An answer to the question for the second factor. */
export interface SecondStepInput {
  code: string
  kind: 'app' | 'recovery'
  /** Whether this browser is to be asked again within thirty days. */
  trustsDevice: boolean
  headers: Headers
}

/**
 * Goes through with a sign-in that waits for its second factor. A code of the app works once, a recovery code once and
 * never again; wrong ones are counted by account, whichever browser they come from.
 *
 * @throws TooManyRequests after five wrong ones in ten minutes
 */
export async function answerSecondStep(ctx: IdentityCtx, input: SecondStepInput): Promise<SecondStepOutcome> {
  const secondFactor = requireSecondFactor(ctx)
  const subject = await secondFactor.findPending(input.headers)
  if (!subject) return { kind: 'over' }

  const key = `second-step:${subject}`
  await requireTries(ctx.attempts, [key], failedSecondSteps)
  const isUsed = input.kind === 'app' && (await ctx.attempts.count(`second-step:${subject}:${input.code}`, usesOfOneCode)) > 0
  const outcome: SecondStepOutcome = isUsed ? { kind: 'refused' } : await secondFactor.answer(input)
  if (outcome.kind === 'refused') await ctx.attempts.count(key, failedSecondSteps)
  if (outcome.kind === 'signed-in') await ctx.attempts.forget(key, failedSecondSteps)
  if (outcome.kind === 'signed-in' && input.kind === 'recovery') await tellOfRecovery(ctx, subject)
  return outcome
}

async function tellOfRecovery(ctx: IdentityCtx, subject: string): Promise<void> {
  const account = await ctx.accounts.fetchAccount(subject)
  if (account?.email) await tellOwner(ctx, { name: account.name, email: account.email }, 'recovery-code-used')
}
