import { findSubject } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { currentLanguage } from '#platform/i18n/locale.ts'
import type { OrganizationKeeper } from '../ports.ts'
import { syncMembership } from '../sync/sync-membership.ts'
import { syncOrganization } from '../sync/sync-organization.ts'
import { findOrganizationOfClerk } from '../sync/sync-organization.queries.ts'
import { tenancyWords } from '../words/tenancy-words.ts'
import type { NewOrganization } from './create-organization.ts'
import { localeOf } from './locale-of.ts'
import { findSlugHolder, writeOpening } from './organizations.queries.ts'
import { presetTexts } from './preset-texts.ts'

/** What opening a school elsewhere asks for. */
export interface KeptOpeningCtx extends SystemCtx {
  organizationKeeper: OrganizationKeeper
}

/**
 * Opens a school whose organization is kept at the identity provider: there first, then here, by the use cases that its
 * webhooks go by too. So nobody waits for a webhook, and one that comes before or after this changes nothing.
 *
 * @throws InvalidInput beside `slug` or `name`; IdentityUnavailable
 */
export async function openKeptOrganization(ctx: KeptOpeningCtx, input: NewOrganization): Promise<{ organizationId: string; slug: string }> {
  const creator = await ctx.inSystem(async (tx) => {
    const holder = await findSlugHolder(tx, input.slug)
    // One that is kept there may be the very one that is being opened, whose webhook was quicker than the answer.
    if (holder && !holder.isKeptElsewhere) throw new InvalidInput({ slug: tenancyWords().addressTaken })
    return findSubject(tx, 'clerk', input.userId)
  })
  if (!creator) throw new Error(`the user ${input.userId} has no account at the provider that keeps organizations`)

  const { organization, membership } = await ctx.organizationKeeper.openOrganization({ name: input.name, slug: input.slug, creator })
  return ctx.inSystem(async (tx) => {
    await syncOrganization(ctx, tx, organization)
    await syncMembership(ctx, tx, membership)
    const school = await findOrganizationOfClerk(tx, organization.clerkId)
    if (!school) throw new Error(`the organization ${organization.clerkId} was opened and is gone again`)

    const locale = input.locale ?? localeOf(currentLanguage(), input.currency)
    await writeOpening(tx, school.id, { preset: input.preset, currency: input.currency, timeZone: input.timeZone, locale, texts: presetTexts(input.preset, input.name) })
    return { organizationId: school.id, slug: school.slug }
  })
}
