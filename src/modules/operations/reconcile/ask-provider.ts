import { IdentityUnavailable } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import type { Directory } from '../ports.ts'
import { bring, healListed, type HealCtx } from './heal.ts'
import { kinds } from './kinds.ts'

export type AskCtx = Pick<SystemCtx, 'clock' | 'ids' | 'inSystem'> & { directory: Directory | null }

/** How it ended: somebody was brought, the provider knows nobody by it, or it did not answer while the operator waited. */
export type Asked = 'brought' | 'unknown' | 'no-answer'

/** A walk may try for a minute; somebody waits for this page. */
const askForMs = 10_000

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
 * @param waitMs how long the provider is waited for
 * @throws NotFound where accounts live here, so that there is nobody to ask
 */
export async function askProvider(ctx: AskCtx, text: string, by: string, waitMs = askForMs): Promise<Asked> {
  const { directory } = ctx
  if (!directory || !canAskFor(directory, text)) throw new NotFound('nobody can be asked for this person')

  const signal = AbortSignal.timeout(waitMs)
  try {
    const brought = await bringAll({ ...ctx, directory, signal }, text)
    log.info({ by, brought }, 'an operator asked the identity provider for a person')
    return brought.length > 0 ? 'brought' : 'unknown'
  } catch (fault) {
    if (!(fault instanceof IdentityUnavailable) && !signal.aborted) throw fault
    log.warn({ by, err: fault }, 'an operator asked the identity provider for a person, and it did not answer')
    return 'no-answer'
  }
}

/** @returns whom the provider knows by it, by its own names */
async function bringAll(ctx: HealCtx, text: string): Promise<string[]> {
  const subjects = text.includes('@') ? (await ctx.directory.findUsersByEmail(text, ctx.signal)).map(({ subject }) => subject) : [text]
  const brought: string[] = []
  for (const subject of subjects) {
    if (!(await bring(ctx, kinds.user, subject))) continue
    brought.push(subject)
    await bringSchools(ctx, subject)
  }
  return brought
}

/** A membership whose school has not come brings that school too. */
async function bringSchools(ctx: HealCtx, subject: string): Promise<void> {
  for (const membership of await ctx.directory.listMembershipsOf(subject, ctx.signal)) await healListed(ctx, kinds.membership, membership)
}
