import { sql } from 'kysely'
import type { SubjectKind } from '#modules/commerce/index.ts'
import type { Tx } from '#platform/ctx.ts'

/** A course or a download in a bundle, or one that could be. */
export interface BundlePart {
  subjectKind: SubjectKind
  subjectId: string
  title: string
  slug: string
  status: string
  /** What it costs alone, in minor units; null where it is not sold alone. */
  priceCents: number | null
  /** ISO 4217 in small letters; null without a price. */
  currency: string | null
}

const price = (kind: SubjectKind, id: string) => sql.raw(`left join offers o on o.organization_id = ${id}.organization_id and o.subject_kind = '${kind}' and o.subject_id = ${id}.id and o.status = 'active'`)

/** What is in a bundle, in order. What the reader may not see is not among it. */
export async function listParts(tx: Tx, organizationId: string, bundleId: string): Promise<BundlePart[]> {
  const found = await sql<BundlePart>`
    select * from (
      select b.position, 'course' as "subjectKind", c.id as "subjectId", c.title, c.slug, c.status, o.price_cents as "priceCents", o.currency
      from bundle_parts b join courses c on c.organization_id = b.organization_id and c.id = b.course_id ${price('course', 'c')}
      where b.organization_id = ${organizationId} and b.bundle_id = ${bundleId}
      union all
      select b.position, 'product', p.id, p.title, p.slug, p.status, o.price_cents, o.currency
      from bundle_parts b join products p on p.organization_id = b.organization_id and p.id = b.product_id ${price('product', 'p')}
      where b.organization_id = ${organizationId} and b.bundle_id = ${bundleId}
    ) parts order by position`.execute(tx)
  return found.rows
}

/** Everything that a bundle can hold: courses and downloads that are on the site or have an address. */
export async function listPossibleParts(tx: Tx, organizationId: string): Promise<BundlePart[]> {
  const found = await sql<BundlePart>`
    select * from (
      select 'course' as "subjectKind", c.id as "subjectId", c.title, c.slug, c.status, o.price_cents as "priceCents", o.currency
      from courses c ${price('course', 'c')} where c.organization_id = ${organizationId} and c.deleted_at is null and c.status <> 'draft'
      union all
      select 'product', p.id, p.title, p.slug, p.status, o.price_cents, o.currency
      from products p ${price('product', 'p')} where p.organization_id = ${organizationId} and p.deleted_at is null and p.status <> 'draft' and p.kind = 'download'
    ) parts order by title, "subjectId"`.execute(tx)
  return found.rows
}

/** Writes what is in a bundle from now on, in this order. */
export async function writeParts(tx: Tx, bundle: { organizationId: string; bundleId: string }, parts: readonly { id: string; subjectKind: SubjectKind; subjectId: string }[]): Promise<void> {
  await tx.deleteFrom('bundle_parts').where('organization_id', '=', bundle.organizationId).where('bundle_id', '=', bundle.bundleId).execute()
  if (parts.length === 0) return

  await tx.insertInto('bundle_parts').values(parts.map((part, position) => ({
    organization_id: bundle.organizationId,
    id: part.id,
    bundle_id: bundle.bundleId,
    course_id: part.subjectKind === 'course' ? part.subjectId : null,
    product_id: part.subjectKind === 'product' ? part.subjectId : null,
    position,
  }))).execute()
}
