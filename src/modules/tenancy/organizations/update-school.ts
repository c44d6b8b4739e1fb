import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { KeptElsewhere } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import type { SchoolTexts } from './organization.schema.ts'
import { findSchoolSettings, writeSchoolSettings, type SchoolSettings } from './organizations.queries.ts'

/**
 * The school's own words and colour, for the settings page.
 *
 * @throws NotAllowed, NotFound
 */
export async function readSchoolSettings(ctx: TenantCtx): Promise<SchoolSettings> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const found = await findSchoolSettings(tx, ctx.organizationId)
    if (!found) throw new NotFound('the school is gone')
    return found
  })
}

/**
 * Changes the school's name, words, colour and time zone. Pages show it with their next request.
 *
 * @throws NotAllowed, NotFound; KeptElsewhere for another name where the identity provider keeps it
 */
export async function updateSchool(ctx: TenantCtx, texts: SchoolTexts): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const before = await findSchoolSettings(tx, ctx.organizationId)
    if (before?.isNameKeptElsewhere && before.name !== texts.name) throw new KeptElsewhere()

    await writeSchoolSettings(tx, ctx.organizationId, texts)
  })
}
