import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import type { Directory } from '../ports.ts'
import { bring, healListed, type HealCtx } from './heal.ts'
import { kinds } from './kinds.ts'

export type AskCtx = Pick<SystemCtx, 'clock' | 'ids' | 'inSystem'> & { directory: Directory | null }

/** Whether somebody can be looked for at the identity provider: by an address, or by what it calls people. */
export function canAskFor(directory: Directory | null, text: string): boolean {
  return directory !== null && /^([^\s@]+@[^\s@]+|user_\w+)$/.test(text)
}

/**
 * Asks the identity provider for somebody who is missing, and brings them here with their schools, by the use cases
 * that its events go through. Asked twice it comes to the same.
 *
 * @param text an address, or what the provider calls them
 * @param by the operator, for the log
 * @returns whether the provider knows somebody by it
 * @throws NotFound where accounts live here, so that there is nobody to ask; IdentityUnavailable when it does not answer
 */
export async function askProvider(ctx: AskCtx, text: string, by: string): Promise<boolean> {
  const { directory } = ctx
  if (!directory || !canAskFor(directory, text)) throw new NotFound('nobody can be asked for this person')

  const healing: HealCtx = { ...ctx, directory }
  const subjects = text.includes('@') ? (await directory.findUsersByEmail(text)).map(({ subject }) => subject) : [text]
  const brought: string[] = []
  for (const subject of subjects) {
    if (!(await bring(healing, kinds.user, subject))) continue
    brought.push(subject)
    await bringSchools(healing, subject)
  }
  log.info({ by, asked: subjects.length, brought }, 'an operator asked the identity provider for a person')
  return brought.length > 0
}

/** A membership whose school has not come brings that school too. */
async function bringSchools(ctx: HealCtx, subject: string): Promise<void> {
  for (const membership of await ctx.directory.listMembershipsOf(subject)) await healListed(ctx, kinds.membership, membership)
}
