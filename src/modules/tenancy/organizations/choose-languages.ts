import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import type { SchoolTongues } from '#platform/i18n/choose-locale.ts'
import { languageOf } from '#platform/i18n/languages.ts'
import { requirePermission } from '../permissions.ts'
import { findTongues, writeTongues } from './languages.queries.ts'
import type { ChosenLanguages } from './languages.schema.ts'
import { localeOf } from './locale-of.ts'

/**
 * In which languages a school can be read.
 *
 * @throws NotAllowed, NotFound
 */
export async function readLanguages(ctx: TenantCtx): Promise<SchoolTongues> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const found = await findTongues(tx, ctx.organizationId)
    if (!found) throw new NotFound('the school is gone')
    return found
  })
}

/**
 * Chooses them. A school that keeps its language keeps its locale with it, whatever region that has.
 *
 * @throws NotAllowed, NotFound
 */
export async function chooseLanguages(ctx: TenantCtx, { language, others }: ChosenLanguages): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const before = await findTongues(tx, ctx.organizationId)
    if (!before) throw new NotFound('the school is gone')

    const locale = languageOf(before.locale) === language ? before.locale : localeOf(language, before.currency)
    await writeTongues(tx, ctx.organizationId, { locale, languages: others })
  })
}
