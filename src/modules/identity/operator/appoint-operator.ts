import { validate } from 'uuid'
import type { SystemCtx } from '#platform/ctx.ts'
import { log } from '#platform/log/log.ts'
import type { IdentityCtx } from '../identity-ctx.ts'
import { countOperators, holdCandidates, writeIsOperator, type Candidate } from './appoint-operator.queries.ts'

/** What became of it: done, or why nothing was changed. */
export type Appointment =
  | { kind: 'done'; userId: string; name: string; email: string | null; isChanged: boolean; operators: number }
  | { kind: 'nobody' }
  /** They only bought something, or their account is at a provider that is not in use: they could not sign in. */
  | { kind: 'no-account' }
  /** Anybody could have typed this address: whoever holds its mailbox has not confirmed it. */
  | { kind: 'not-confirmed' }
  | { kind: 'several'; people: { userId: string; name: string; createdAt: Date }[] }

/**
 * Makes a person an operator of the installation, or takes it back. It holds from their next request on, and may be
 * asked twice.
 *
 * An address makes somebody an operator only where it was confirmed and has one account: the operator sees every
 * school, so the right one has to be meant. Taking it back needs neither.
 *
 * @param input `who` is an e-mail address, or the id of a user where two people have one address
 */
export async function appointOperator(ctx: Pick<SystemCtx, 'inSystem'> & Pick<IdentityCtx, 'accounts'>, input: { who: string; isOperator: boolean }): Promise<Appointment> {
  const person = validate(input.who) ? { userId: input.who } : { email: input.who.trim() }
  const appointment = await ctx.inSystem<Appointment>(async (tx) => {
    const here = await holdCandidates(tx, ctx.accounts.provider, person)
    const chosen = input.isOperator ? chooseForOffice(here) : chooseFromOffice(here)
    if ('kind' in chosen) return chosen

    await writeIsOperator(tx, chosen.userId, input.isOperator)
    return { kind: 'done', userId: chosen.userId, name: chosen.name, email: chosen.email, isChanged: chosen.isOperator !== input.isOperator, operators: await countOperators(tx) }
  })
  if (appointment.kind === 'done' && appointment.isChanged) log.info({ userId: appointment.userId, operators: appointment.operators }, input.isOperator ? 'a person was made an operator' : 'a person is an operator no more')
  return appointment
}

function chooseForOffice(here: Candidate[]): Candidate | Exclude<Appointment, { kind: 'done' }> {
  if (here.length === 0) return { kind: 'nobody' }
  const withAccount = here.filter(({ hasAccount }) => hasAccount)
  if (withAccount.length === 0) return { kind: 'no-account' }
  const confirmed = withAccount.filter(({ isEmailVerified }) => isEmailVerified)
  return oneOf(confirmed, { kind: 'not-confirmed' })
}

/** Among several of one address it can only be taken from those who have it. */
function chooseFromOffice(here: Candidate[]): Candidate | Exclude<Appointment, { kind: 'done' }> {
  const operators = here.filter(({ isOperator }) => isOperator)
  return oneOf(operators.length > 0 ? operators : here, { kind: 'nobody' })
}

function oneOf(people: Candidate[], none: Exclude<Appointment, { kind: 'done' }>): Candidate | Exclude<Appointment, { kind: 'done' }> {
  const [first, second] = people
  if (!first) return none
  return second ? { kind: 'several', people: people.map(({ userId, name, createdAt }) => ({ userId, name, createdAt })) } : first
}
