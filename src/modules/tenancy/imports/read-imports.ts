import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { isId } from '../is-id.ts'
import { requirePermission } from '../permissions.ts'
import { faultyOutcomes, importRowsMax, type ImportOutcome } from './import.schema.ts'
import { selectImportRows, selectImports, type ImportRow, type InvitationImport } from './imports.queries.ts'

const rowsPerPage = 100

/** One import with a page of its rows. */
export interface ImportPage {
  import: InvitationImport
  rows: ImportRow[]
  /** The number of the last row, for the next page; null on the last. */
  nextAfter: number | null
}

/**
 * The ten newest imports.
 *
 * @throws NotFound, NotAllowed
 */
export async function listImports(ctx: TenantCtx): Promise<InvitationImport[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    return selectImports(tx, ctx.organizationId, { limit: 10 })
  })
}

/**
 * An import and a hundred of its rows.
 *
 * @param input.outcomes which rows; null for all
 * @param input.afterNumber the row number that the page before ended with, 0 for the first
 * @throws NotFound, NotAllowed
 */
export async function readImport(ctx: TenantCtx, input: { importId: string; outcomes: readonly ImportOutcome[] | null; afterNumber: number }): Promise<ImportPage> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const [found] = isId(input.importId) ? await selectImports(tx, ctx.organizationId, { id: input.importId }) : []
    if (!found) throw new NotFound('there is no such import')

    const rows = await selectImportRows(tx, ctx.organizationId, { ...input, limit: rowsPerPage + 1 })
    const shown = rows.slice(0, rowsPerPage)
    return { import: found, rows: shown, nextAfter: rows.length > rowsPerPage ? (shown.at(-1)?.number ?? null) : null }
  })
}

/**
 * All rows of an import that somebody has to mend.
 *
 * @throws NotFound, NotAllowed
 */
export async function listFaultyRows(ctx: TenantCtx, importId: string): Promise<ImportRow[]> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.manage')
    const [found] = isId(importId) ? await selectImports(tx, ctx.organizationId, { id: importId }) : []
    if (!found) throw new NotFound('there is no such import')
    return selectImportRows(tx, ctx.organizationId, { importId, outcomes: faultyOutcomes, afterNumber: 0, limit: importRowsMax })
  })
}
