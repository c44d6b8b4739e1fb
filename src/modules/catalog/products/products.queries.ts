import { sql, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { Products } from '#platform/db/schema.ts'
import type { MusicFilter } from '../music/music.schema.ts'
import { fitsFilter } from '../music/music.queries.ts'
import type { ProductKind, ProductStatus } from './product-kinds.ts'

/** A product as its row tells it. */
export interface Product {
  id: string
  kind: ProductKind
  slug: string
  title: string
  summary: string
  descriptionHtml: string
  status: ProductStatus
  givesLicenceKeys: boolean
  answersLicenceChecks: boolean
  /** How often a buyer may fetch each file; null for as often as wanted. */
  downloadsMax: number | null
  /** What people agree to who leave their address for it; empty for the usual words. */
  consentText: string
  publishedAt: Date | null
}

export async function findProduct(tx: Tx, organizationId: string, wanted: { id: string } | { slug: string }): Promise<Product | null> {
  const all = tx.selectFrom('products').selectAll().where('organization_id', '=', organizationId).where('deleted_at', 'is', null)
  const row = await ('id' in wanted ? all.where('id', '=', wanted.id) : all.where('slug', '=', wanted.slug)).executeTakeFirst()
  return row ? toProduct(row) : null
}

/** The same also when it was deleted, locked until the transaction ends. */
export async function lockProduct(tx: Tx, organizationId: string, productId: string): Promise<Product | null> {
  const row = await tx.selectFrom('products').selectAll().where('organization_id', '=', organizationId).where('id', '=', productId).where('deleted_at', 'is', null).forUpdate().executeTakeFirst()
  return row ? toProduct(row) : null
}

/** A page of products in the school's order: those on the site, or all of them for those who build them. */
export async function selectProducts(tx: Tx, wanted: { organizationId: string; isListedOnly: boolean; filter?: MusicFilter | null; after: { position: number; id: string } | null; limit: number }): Promise<(Product & { position: number })[]> {
  let query = tx.selectFrom('products').selectAll().where('organization_id', '=', wanted.organizationId).where('deleted_at', 'is', null)
  if (wanted.isListedOnly) query = query.where('status', '=', 'published')
  if (wanted.filter) query = query.where(fitsFilter(wanted.organizationId, wanted.filter))
  if (wanted.after) query = query.where(sql<boolean>`(position, id) > (${wanted.after.position}, ${wanted.after.id}::uuid)`)
  const rows = await query.orderBy('position').orderBy('id').limit(wanted.limit).execute()
  return rows.map((row) => ({ ...toProduct(row), position: row.position }))
}

/** How many are on the site. */
export async function countListedProducts(tx: Tx, organizationId: string, filter: MusicFilter | null): Promise<number> {
  const all = tx.selectFrom('products').select((eb) => eb.fn.countAll<number>().as('count'))
    .where('organization_id', '=', organizationId).where('status', '=', 'published').where('deleted_at', 'is', null)
  const row = await (filter ? all.where(fitsFilter(organizationId, filter)) : all).executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Whether there is anything on the site beside courses. */
export async function isAnyProductListed(tx: Tx, organizationId: string): Promise<boolean> {
  const row = await tx.selectFrom('products').select('id').where('organization_id', '=', organizationId).where('status', '=', 'published').where('deleted_at', 'is', null).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The addresses of a school's products that begin with a slug, also of deleted ones: links to those must not lead astray. */
export async function listProductSlugsLike(tx: Tx, organizationId: string, slug: string): Promise<Set<string>> {
  const rows = await tx.selectFrom('products').select('slug').where('organization_id', '=', organizationId).where('slug', 'like', `${slug}%`).execute()
  return new Set(rows.map((row) => row.slug))
}

/** Makes new products of one school follow each other, so that two with one title get two addresses. */
export async function lockNewProducts(tx: Tx, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`products:${organizationId}`}, 0))`.execute(tx)
}

export async function insertProduct(tx: Tx, product: { organizationId: string; id: string; kind: ProductKind; slug: string; title: string }): Promise<void> {
  await tx.insertInto('products').values({
    organization_id: product.organizationId,
    id: product.id,
    kind: product.kind,
    slug: product.slug,
    title: product.title,
    position: sql<number>`(select coalesce(max(position) + 1, 0) from products where organization_id = ${product.organizationId})`,
  }).execute()
}

export async function updateProductRow(tx: Tx, organizationId: string, productId: string, change: Updateable<Products>): Promise<void> {
  await tx.updateTable('products').set(change).where('organization_id', '=', organizationId).where('id', '=', productId).execute()
}

/** How many have or had it, are buying it, or find it in a bundle. */
export async function countProductUse(tx: Tx, organizationId: string, productId: string): Promise<number> {
  const found = await sql<{ uses: number }>`
    select count_product_sales(${productId}) + (select count(*)::int from bundle_parts where organization_id = ${organizationId} and product_id = ${productId}) as uses`.execute(tx)
  return found.rows[0]?.uses ?? 0
}

function toProduct(row: Selectable<Products>): Product {
  return {
    id: row.id,
    kind: row.kind as ProductKind,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    descriptionHtml: row.description_html,
    status: row.status as ProductStatus,
    givesLicenceKeys: row.gives_licence_keys,
    answersLicenceChecks: row.answers_licence_checks,
    downloadsMax: row.downloads_max,
    consentText: row.consent_text,
    publishedAt: row.published_at,
  }
}
