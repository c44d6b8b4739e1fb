import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import { languageOf, type Language } from '#platform/i18n/languages.ts'
import { readHeadTranslations, type PageHead } from '../blocks/head.schema.ts'
import { picturesOf, readBlocks, type Block } from '../blocks/blocks.schema.ts'
import type { SpokenPage } from '../blocks/translations.schema.ts'

/** What the page was after one change. */
export interface Version {
  id: string
  number: number
  previousId: string | null
  blocks: Block[]
  head: PageHead
  /** In which language the plain texts are; null where that was not kept yet. */
  language: Language | null
  /** What was done to get here, in words. */
  deed: string
  isPublished: boolean
  publishedAt: Date | null
}

const columns = ['id', 'number', 'previous_id', 'blocks', 'title', 'description', 'language', 'head_translations', 'deed', 'is_published', 'published_at'] as const

interface PageRow {
  blocks: unknown
  title: string
  description: string
  language: string | null
  head_translations: unknown
}

interface Row extends PageRow {
  id: string
  number: number
  previous_id: string | null
  deed: string
  is_published: boolean
  published_at: Date | null
}

/** One after another may change the page: the next waits here until the transaction before it ended. */
export async function lockPage(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`storefront:${organizationId}`}, 0))`.execute(tx)
}

/** What everybody sees; null where nobody published any. */
export async function findPublishedPage(tx: Tx, organizationId: string): Promise<SpokenPage | null> {
  const row = await tx.selectFrom('storefront_versions').select(['blocks', 'title', 'description', 'language', 'head_translations']).where('organization_id', '=', organizationId).where('is_published', '=', true).executeTakeFirst()
  return row ? pageOf(row) : null
}

export async function findDraft(tx: Tx, organizationId: string): Promise<Version | null> {
  const row = await tx.selectFrom('storefront_versions').select(columns).where('organization_id', '=', organizationId).where('is_draft', '=', true).executeTakeFirst()
  return row ? versionOf(row) : null
}

export async function findPublished(tx: Tx, organizationId: string): Promise<Version | null> {
  const row = await tx.selectFrom('storefront_versions').select(columns).where('organization_id', '=', organizationId).where('is_published', '=', true).executeTakeFirst()
  return row ? versionOf(row) : null
}

export async function findVersion(tx: Tx, organizationId: string, id: string): Promise<Version | null> {
  const row = await tx.selectFrom('storefront_versions').select(columns).where('organization_id', '=', organizationId).where('id', '=', id).executeTakeFirst()
  return row ? versionOf(row) : null
}

/** The newest version that was made from another one: where redo leads. */
export async function findNext(tx: Tx, organizationId: string, id: string): Promise<Version | null> {
  const row = await tx.selectFrom('storefront_versions').select(columns).where('organization_id', '=', organizationId).where('previous_id', '=', id)
    .orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row ? versionOf(row) : null
}

/** What was public once and is no more, the latest first. */
export async function listEarlier(tx: Tx, organizationId: string, limit: number): Promise<{ id: string; publishedAt: Date; blockCount: number }[]> {
  const rows = await tx.selectFrom('storefront_versions').select(['id', 'published_at', sql<number>`jsonb_array_length(blocks)`.as('block_count')])
    .where('organization_id', '=', organizationId).where('published_at', 'is not', null).where('is_published', '=', false)
    .orderBy('published_at', 'desc').limit(limit).execute()
  return rows.map((row) => ({ id: row.id, publishedAt: row.published_at ?? new Date(0), blockCount: row.block_count }))
}

/** Writes a version at the end; it is the draft from here on, and what was the draft before is a step back. */
export async function insertDraft(tx: Tx, version: SpokenPage & { organizationId: string; id: string; previousId: string | null; deed: string }): Promise<void> {
  const { organizationId } = version
  await tx.updateTable('storefront_versions').set({ is_draft: false }).where('organization_id', '=', organizationId).where('is_draft', '=', true).execute()
  await tx.insertInto('storefront_versions').values({
    organization_id: organizationId,
    id: version.id,
    number: sql<number>`(select coalesce(max(number), 0) + 1 from storefront_versions where organization_id = ${organizationId})`,
    previous_id: version.previousId,
    blocks: JSON.stringify(version.blocks),
    title: version.head.title,
    description: version.head.description,
    language: version.language,
    head_translations: JSON.stringify(version.head.translations),
    deed: version.deed,
    is_draft: true,
  }).execute()
  const pictures = picturesOf(version.blocks)
  if (pictures.length === 0) return
  await tx.insertInto('storefront_pictures').values(pictures.map((file_id) => ({ organization_id: organizationId, version_id: version.id, file_id }))).execute()
}

/** Makes a version the draft that was made before. */
export async function moveDraftTo(tx: Tx, organizationId: string, id: string): Promise<void> {
  await tx.updateTable('storefront_versions').set({ is_draft: false }).where('organization_id', '=', organizationId).where('is_draft', '=', true).execute()
  await tx.updateTable('storefront_versions').set({ is_draft: true }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** Makes a version the one that everybody sees. */
export async function movePublishedTo(tx: Tx, organizationId: string, id: string, at: Date): Promise<void> {
  await tx.updateTable('storefront_versions').set({ is_published: false }).where('organization_id', '=', organizationId).where('is_published', '=', true).execute()
  await tx.updateTable('storefront_versions').set({ is_published: true, published_at: at }).where('organization_id', '=', organizationId).where('id', '=', id).execute()
}

/** Forgets what nobody will go back to: all but the newest steps, and all but the last publications. */
export async function forgetOldVersions(tx: Tx, organizationId: string, keep: { steps: number; publications: number }): Promise<void> {
  await sql`delete from storefront_versions v where v.organization_id = ${organizationId} and not v.is_draft and not v.is_published
    and v.id not in (select s.id from storefront_versions s where s.organization_id = ${organizationId} order by s.number desc limit ${keep.steps})
    and v.id not in (select p.id from storefront_versions p where p.organization_id = ${organizationId} and p.published_at is not null order by p.published_at desc limit ${keep.publications})`.execute(tx)
}

/** The files among these that are pictures of the school and ready. */
export async function listReadyPictures(tx: Tx, organizationId: string, fileIds: readonly string[]): Promise<{ fileId: string; storageKey: string }[]> {
  if (fileIds.length === 0) return []
  const rows = await tx.selectFrom('files').select(['id', 'storage_key']).where('organization_id', '=', organizationId)
    .where('id', 'in', [...fileIds]).where('purpose', '=', 'image').where('status', '=', 'ready').execute()
  return rows.map((row) => ({ fileId: row.id, storageKey: row.storage_key }))
}

function versionOf(row: Row): Version {
  return { id: row.id, number: row.number, previousId: row.previous_id, ...pageOf(row), deed: row.deed, isPublished: row.is_published, publishedAt: row.published_at }
}

function pageOf({ blocks, title, description, language, head_translations }: PageRow): Pick<Version, 'blocks' | 'head' | 'language'> {
  return { blocks: readBlocks(blocks), head: { title, description, translations: readHeadTranslations(head_translations) }, language: languageOf(language ?? '') }
}
