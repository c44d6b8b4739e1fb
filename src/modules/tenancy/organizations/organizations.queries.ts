import { sql } from 'kysely'
import type { MemberRole } from '#platform/ctx.ts'
import type { Tx } from '#platform/db/transaction.ts'
import type { PresetTexts } from './preset-texts.ts'

/** A school of the person who asks. */
export interface MyOrganization {
  id: string
  slug: string
  name: string
  role: MemberRole
  brandColour: string
}

/** What the settings page shows. */
export interface SchoolSettings {
  slug: string
  name: string
  tagline: string
  heroTitle: string
  heroText: string
  brandColour: string
  timeZone: string
  currency: string
}

export async function listTakenSlugs(tx: Tx, slugs: readonly string[]): Promise<string[]> {
  const found = await tx.selectFrom('organizations').select('slug').where('slug', 'in', [...slugs]).execute()
  return found.map(({ slug }) => slug)
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
    })
    .execute()
}

export async function findSchoolSettings(tx: Tx, organizationId: string): Promise<SchoolSettings | null> {
  const found = await tx
    .selectFrom('organizations')
    .select([
      'slug',
      'name',
      'tagline',
      'hero_title as heroTitle',
      'hero_text as heroText',
      'brand_colour as brandColour',
      'time_zone as timeZone',
      'currency',
    ])
    .where('id', '=', organizationId)
    .executeTakeFirst()
  return found ?? null
}

export async function writeSchoolSettings(tx: Tx, organizationId: string, settings: Omit<SchoolSettings, 'slug' | 'currency'>): Promise<void> {
  await tx
    .updateTable('organizations')
    .set({
      name: settings.name,
      tagline: settings.tagline,
      hero_title: settings.heroTitle,
      hero_text: settings.heroText,
      brand_colour: settings.brandColour,
      time_zone: settings.timeZone,
    })
    .where('id', '=', organizationId)
    .execute()
}

/** The schools of the person in the claims, whichever tenant the claims name. */
export async function selectMyOrganizations(tx: Tx): Promise<MyOrganization[]> {
  const { rows } = await sql<MyOrganization>`select id, slug, name, role, brand_colour as "brandColour" from list_my_organizations()`.execute(tx)
  return rows
}
