import { isId } from '#modules/catalog/index.ts'
import { findReadyFile } from '#modules/files/index.ts'
import { requirePermission, writeSchoolDress } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { storefrontFaultWords } from '../words/storefront-fault-words.ts'
import type { SchoolDress } from './look.schema.ts'

/**
 * Changes the school's colour, its typefaces, and whether its pages are light or dark. Pages show it with their next
 * request.
 *
 * @throws NotAllowed without school.manage
 */
export async function dressSchool(ctx: TenantCtx, dress: SchoolDress): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await writeSchoolDress(tx, ctx.organizationId, dress)
  })
}

/**
 * Gives the school a logo, or takes it away; without one its sign is drawn.
 *
 * @throws NotAllowed; InvalidInput beside `logo` for what is no picture of this school
 */
export async function setLogo(ctx: TenantCtx, input: { fileId: string | null }): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const file = input.fileId && isId(input.fileId) ? await findReadyFile(tx, ctx.organizationId, input.fileId) : null
    if (input.fileId && file?.purpose !== 'image') throw new InvalidInput({ logo: storefrontFaultWords().pictureGone })
    await writeSchoolDress(tx, ctx.organizationId, { logo: file ? { fileId: file.fileId, storageKey: file.storageKey } : null })
  })
}
