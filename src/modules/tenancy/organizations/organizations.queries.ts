import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Json } from '#platform/db/schema.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { SchoolTexts } from './organization.schema.ts'
import type { PresetTexts } from './preset-texts.ts'

/** A school of the person who asks. */
export interface MyOrganization {
  id: string
  slug: string
  name: string
  role: MemberRole
  brandColour: string
  /** The domain under which it wants to be found; null for its subdomain. */
  primaryDomain: string | null
}

/** What the settings page shows. */
export interface SchoolSettings {
  slug: string
  name: string
  tagline: string
  /** The tagline in languages besides the school's own. */
  taglines: Partial<Record<Language, string>>
  /** BCP 47; its language is the school's own. */
  locale: string
  /** In which languages it can be read besides its own. */
  languages: string[]
  heroTitle: string
  heroText: string
  brandColour: string
  timeZone: string
  currency: string
  /** Whether the identity provider keeps this school, and names it. */
  isNameKeptElsewhere: boolean
}

export async function listTakenSlugs(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.selectFrom('organizations').select('slug').where('slug', 'in', [...slugs]).execute()
  return found.map(({ slug }) => slug)
}

/** The school that has an address, closed ones included. */
export async function findSlugHolder(tx: Tx, slug: string): Promise<{ isKeptElsewhere: boolean } | null> {
  const found = await tx.selectFrom('organizations').select('clerk_id').where('slug', '=', slug).executeTakeFirst()
  return found ? { isKeptElsewhere: found.clerk_id !== null } : null
}

/** What somebody chose while opening a school, over what a school has that nobody was asked about. */
export async function writeOpening(
  tx: Tx,
  id: string,
  chosen: { preset: string; currency: string; timeZone: string; locale: string; texts: PresetTexts },
): Promise<void> {
  await tx
    .updateTable('organizations')
    .set({
      preset: chosen.preset,
      currency: chosen.currency,
      time_zone: chosen.timeZone,
      locale: chosen.locale,
      tagline: chosen.texts.tagline,
      hero_title: chosen.texts.heroTitle,
      hero_text: chosen.texts.heroText,
      about: chosen.texts.about,
      brand_colour: chosen.texts.brandColour,
      type_pair: chosen.texts.typePair,
      look: chosen.texts.look,
    })
    .where('id', '=', id)
    .execute()
}

export async function insertOrganization(
  tx: Tx,
  school: { id: string; slug: string; name: string; preset: string; currency: string; timeZone: string; locale: string; texts: PresetTexts },
): Promise<void> {
  await tx
    .insertInto('organizations')
    .values({
      id: school.id,
      slug: school.slug,
      name: school.name,
      preset: school.preset,
      currency: school.currency,
      time_zone: school.timeZone,
      locale: school.locale,
      tagline: school.texts.tagline,
      hero_title: school.texts.heroTitle,
      hero_text: school.texts.heroText,
      about: school.texts.about,
      brand_colour: school.texts.brandColour,
      type_pair: school.texts.typePair,
      look: school.texts.look,
    })
    .execute()
}

export async function findSchoolSettings(tx: Tx, organizationId: string): Promise<SchoolSettings | null> {
  const found = await tx
    .selectFrom('organizations')
    .select((column) => [
      // The link itself is no reader's affair; that somebody is a member by it says as much.
      column.exists(column.selectFrom('organization_memberships as m').select('m.id').where('m.organization_id', '=', organizationId).where('m.clerk_id', 'is not', null)).as('isNameKeptElsewhere'),
      'slug',
      'name',
      'tagline',
      'tagline_translations as taglines',
      'locale',
      'languages',
      'hero_title as heroTitle',
      'hero_text as heroText',
      'brand_colour as brandColour',
      'time_zone as timeZone',
      'currency',
    ])
    .where('id', '=', organizationId)
    .executeTakeFirst()
  return found ? { ...found, taglines: found.taglines as SchoolSettings['taglines'], isNameKeptElsewhere: Boolean(found.isNameKeptElsewhere) } : null
}

/** Writes what is given; words that are left out stay. */
export async function writeSchoolSettings(tx: Tx, organizationId: string, settings: SchoolTexts): Promise<void> {
  await tx
    .updateTable('organizations')
    .set({
      name: settings.name,
      tagline: settings.tagline,
      ...(settings.taglines ? { tagline_translations: withTaglines(settings.taglines) } : {}),
      hero_title: settings.heroTitle,
      hero_text: settings.heroText,
      brand_colour: settings.brandColour,
      time_zone: settings.timeZone,
    })
    .where('id', '=', organizationId)
    .execute()
}

/** What is empty goes, and what is not named stays. */
function withTaglines(taglines: Partial<Record<Language, string>>) {
  const named = JSON.stringify(Object.fromEntries(Object.entries(taglines).map(([language, tagline]) => [language, tagline || null])))
  return sql<Json>`jsonb_strip_nulls(tagline_translations || ${named}::jsonb)`
}

/** Writes how a school looks; what is left out stays. */
export async function writeSchoolDress(
  tx: Tx,
  organizationId: string,
  dress: { brandColour?: string; typePair?: string; look?: string; logo?: { fileId: string; storageKey: string } | null },
): Promise<void> {
  const logo = dress.logo === undefined ? {} : { logo_file_id: dress.logo?.fileId ?? null, logo_key: dress.logo?.storageKey ?? null }
  await tx.updateTable('organizations').set({ brand_colour: dress.brandColour, type_pair: dress.typePair, look: dress.look, ...logo }).where('id', '=', organizationId).execute()
}

/** The schools of the person in the claims, whichever tenant the claims name. */
export async function selectMyOrganizations(tx: Tx): Promise<MyOrganization[]> {
  const { rows } = await sql<MyOrganization>`select id, slug, name, role, brand_colour as "brandColour", primary_domain_of(id) as "primaryDomain" from list_my_organizations()`.execute(tx)
  return rows
}
