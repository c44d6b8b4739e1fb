import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { publishLive } from '#platform/live/publish-live.queries.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { fillFromImport } from './fill-from-import.ts'
import { askToSendImport } from './send-import.ts'
import { deleteCheckedImport, moveImport, revokeUnanswered, selectImports } from './imports.queries.ts'

/**
 * Begins to invite everybody who was found to be new, or goes on where it was stopped; what the file says of those who
 * are here already is filled in at once. Asked twice, it happens once.
 *
 * @throws NotFound, NotAllowed
 */
export async function applyImport(ctx: TenantCtx, importId: string): Promise<void> {
  await onImport(ctx, importId, async (tx) => {
    if (!(await moveImport(tx, { organizationId: ctx.organizationId, id: importId }, ['checked', 'stopped'], { to: 'running', endedAt: null }))) return
    await fillFromImport(tx, ctx.organizationId, importId)
    await askToSendImport(tx, { organizationId: ctx.organizationId, importId, step: ctx.ids.next(), delaySeconds: 0 })
  })
}

/**
 * Stops sending. What went out stays out; `applyImport` goes on with the rest.
 *
 * @throws NotFound, NotAllowed
 */
export async function stopImport(ctx: TenantCtx, importId: string): Promise<void> {
  await onImport(ctx, importId, async (tx) => {
    await moveImport(tx, { organizationId: ctx.organizationId, id: importId }, ['running'], { to: 'stopped', endedAt: ctx.clock.now() })
  })
}

/**
 * Takes back every invitation of the import that nobody has answered: their links stop working at once.
 *
 * @returns how many
 * @throws NotFound, NotAllowed
 */
export async function takeBackImport(ctx: TenantCtx, importId: string): Promise<number> {
  return onImport(ctx, importId, async (tx) => {
    await moveImport(tx, { organizationId: ctx.organizationId, id: importId }, ['running'], { to: 'stopped', endedAt: ctx.clock.now() })
    return revokeUnanswered(tx, ctx.organizationId, importId, ctx.clock.now())
  })
}

/**
 * Throws an import away that was only checked.
 *
 * @throws NotFound, NotAllowed
 */
export async function discardImport(ctx: TenantCtx, importId: string): Promise<void> {
  await onImport(ctx, importId, async (tx) => {
    await deleteCheckedImport(tx, ctx.organizationId, importId)
  })
}

function onImport<T>(ctx: TenantCtx, importId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const [found] = isId(importId) ? await selectImports(tx, ctx.organizationId, { id: importId }) : []
    if (!found) throw new NotFound('there is no such import')

    const result = await work(tx)
    await publishLive(tx, { organizationId: ctx.organizationId, name: 'people' })
    return result
  })
}
