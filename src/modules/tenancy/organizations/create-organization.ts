import { isUniqueViolation } from '#platform/db/database-faults.ts'
import type { SystemCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'
import { currentLanguage } from '#platform/i18n/locale.ts'
import { ensureMembership } from '../people/ensure-membership.ts'
import type { OrganizationKeeper } from '../ports.ts'
import { tenancyWords } from '../words/tenancy-words.ts'
import { openKeptOrganization } from './open-kept-organization.ts'
import { localeOf } from './locale-of.ts'
import { insertOrganization, listTakenSlugs } from './organizations.queries.ts'
import type { Preset } from '../presets/presets.schema.ts'
import { presetTexts } from './preset-texts.ts'
import { isReservedSlug, suggestSlug } from './suggest-slug.ts'

/** A school that somebody opens. */
export interface NewOrganization {
  /** Who becomes its owner. */
  userId: string
  name: string
  slug: string
  preset: Preset
  /** ISO 4217, in small letters. */
  currency: string
  /** IANA name. */
  timeZone: string
  /** BCP 47; if not given, the language of whoever opens it, as it is written where the currency is used. */
  locale?: string
}

/** What opening a school asks for. */
export interface OpeningCtx extends SystemCtx {
  /** Null, or not there, where organizations are kept here. */
  organizationKeeper?: OrganizationKeeper | null
}

const taken = () => tenancyWords().addressTaken

/**
 * Opens a school: the organization with the preset's texts, and its owner, in one transaction. Where organizations are
 * kept at the identity provider it is opened there first.
 *
 * @throws InvalidInput beside `slug` when the address is taken or kept for the installation
 * @example
 * const { organizationId, slug } = await createOrganization(app.systemCtx, { userId, name: 'Melody', slug: 'melody', … })
 */
export async function createOrganization(ctx: OpeningCtx, input: NewOrganization): Promise<{ organizationId: string; slug: string }> {
  if (isReservedSlug(input.slug)) throw new InvalidInput({ slug: tenancyWords().addressReserved })

  const { organizationKeeper } = ctx
  return organizationKeeper ? openKeptOrganization({ ...ctx, organizationKeeper }, input) : openHere(ctx, input)
}

async function openHere(ctx: SystemCtx, input: NewOrganization): Promise<{ organizationId: string; slug: string }> {
  const organizationId = ctx.ids.next()
  try {
    await ctx.inSystem(async (tx) => {
      const texts = presetTexts(input.preset, input.name)
      await insertOrganization(tx, { ...input, id: organizationId, locale: input.locale ?? localeOf(currentLanguage(), input.currency), texts })
      await ensureMembership(tx, { organizationId, userId: input.userId, role: 'owner', id: ctx.ids.next() })
    })
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new InvalidInput({ slug: taken() })
    throw fault
  }
  return { organizationId, slug: input.slug }
}

/**
 * An address for a school of this name that is free right now.
 *
 * @returns '' when the name gives none
 */
export async function suggestFreeSlug(ctx: Pick<SystemCtx, 'inSystem'>, name: string): Promise<string> {
  const wanted = suggestSlug(name)
  if (wanted === '') return ''

  const choices = [wanted, ...[2, 3, 4, 5, 6, 7, 8, 9].map((number) => `${wanted.slice(0, 38)}-${number}`)].filter((slug) => !isReservedSlug(slug))
  const used = await ctx.inSystem((tx) => listTakenSlugs(tx, choices))
  return choices.find((slug) => !used.includes(slug)) ?? ''
}
