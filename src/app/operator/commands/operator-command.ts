import { parseArgs } from 'node:util'
import { appointOperator, type Appointment } from '#modules/identity/index.ts'
import type { AppCtx } from '../../../wiring.ts'

type OperatorCtx = Pick<AppCtx, 'inSystem' | 'accounts' | 'config'>

/**
 * `cove operator <e-mail> [--remove]`: makes somebody an operator of the installation, or takes it back.
 *
 * @returns the exit code: 0 when it is so now, 1 when nothing was changed
 * @throws with the usage when it is not told whom
 */
export async function operatorCommand(ctx: OperatorCtx, args: string[], { say }: { say(line: string): void }): Promise<number> {
  const { values, positionals } = parseArgs({ args, options: { remove: { type: 'boolean', default: false } }, allowPositionals: true })
  const [who, ...more] = positionals
  if (!who || more.length > 0) {
    say('Say whom: npm run cove -- operator <e-mail>, and --remove to take it back.')
    return 1
  }

  const appointment = await appointOperator(ctx, { who, isOperator: !values.remove })
  for (const line of linesOf(appointment, { who, isRemoved: values.remove, origin: `${ctx.config.scheme}://${ctx.config.baseDomain}` })) say(line)
  return appointment.kind === 'done' ? 0 : 1
}

function linesOf(appointment: Appointment, asked: { who: string; isRemoved: boolean; origin: string }): string[] {
  const { who, isRemoved, origin } = asked
  switch (appointment.kind) {
    case 'done':
      return doneLines(appointment, asked)
    case 'nobody':
      return [isRemoved ? `Nobody here has the address ${who}.` : `Nobody here has the address ${who}. They sign up first: ${origin}/sign-up`]
    case 'no-account':
      return [`${who} has no account yet: the address is known from a purchase, or from another identity provider. They sign up first: ${origin}/sign-up`]
    case 'not-confirmed':
      return [`${who} has an account, but has not confirmed the address: anybody could have typed it. They open the link in the mail that came when they signed up, then ask again.`]
    case 'several':
      return [
        `${appointment.people.length} people have the address ${who}. Give the id of the one you mean in place of the address:`,
        ...appointment.people.map(({ userId, name, createdAt }) => `  ${userId}  ${name || 'without a name'}, here since ${createdAt.toISOString().slice(0, 10)}`),
      ]
  }
}

function doneLines({ name, email, isChanged, operators }: Extract<Appointment, { kind: 'done' }>, { who, isRemoved, origin }: { who: string; isRemoved: boolean; origin: string }): string[] {
  const person = [name, `<${email ?? who}>`].filter(Boolean).join(' ')
  if (!isRemoved) return [isChanged ? `${person} is an operator now: ${origin}/operator` : `${person} is an operator already: ${origin}/operator`]

  const told = isChanged ? `${person} is an operator no more.` : `${person} is no operator. Nothing was changed.`
  return operators === 0 ? [told, 'Nobody is an operator now: npm run cove -- operator <e-mail> makes one.'] : [told]
}
