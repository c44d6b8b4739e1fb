import { sql, type RawBuilder, type Selectable, type Updateable } from 'kysely'
import type { Tx } from '#platform/ctx.ts'
import type { MusicFacts as MusicFactsRow } from '#platform/db/schema.ts'
import type { MusicalKey } from './music-keys.ts'
import type { MusicFilter } from './music.schema.ts'

/** What a piece of music is found by, and its preview. */
export interface MusicFacts {
  bpm: number | null
  musicalKey: MusicalKey | null
  tags: string[]
  previewFileId: string | null
  previewSeconds: number | null
  /** Loudness of equal parts, 0 to 100; none where it is not known. */
  peaks: number[]
  /** When it was sold exclusively; null while it is for sale. */
  soldAt: Date | null
}

/** Music of which nothing was said yet. */
export const noFacts: MusicFacts = { bpm: null, musicalKey: null, tags: [], previewFileId: null, previewSeconds: null, peaks: [], soldAt: null }

/** The facts of several products at once, by their ids; one without a row is not among them. */
export async function listMusicFacts(tx: Tx, organizationId: string, productIds: readonly string[]): Promise<Map<string, MusicFacts>> {
  if (productIds.length === 0) return new Map()
  const rows = await tx.selectFrom('music_facts').selectAll().where('organization_id', '=', organizationId).where('product_id', 'in', [...productIds]).execute()
  return new Map(rows.map((row) => [row.product_id, toFacts(row)]))
}

/** Writes some of the facts; what is not named stays. */
export async function writeMusicFacts(tx: Tx, organizationId: string, productId: string, change: Updateable<MusicFactsRow>): Promise<void> {
  await tx.insertInto('music_facts').values({ ...change, organization_id: organizationId, product_id: productId })
    .onConflict((conflict) => conflict.columns(['organization_id', 'product_id']).doUpdateSet(change)).execute()
}

/** Notes that a piece was sold by a licence that is sold once. */
export async function noteExclusiveSale(tx: Tx, sale: { organizationId: string; licenceId: string; at: Date }): Promise<void> {
  const licence = await tx.selectFrom('licences').select('product_id').where('organization_id', '=', sale.organizationId).where('id', '=', sale.licenceId).where('is_exclusive', '=', true).executeTakeFirst()
  if (licence) await writeMusicFacts(tx, sale.organizationId, licence.product_id, { sold_at: sale.at })
}

/** What a filter asks of a product, as a condition on `products`. */
export function fitsFilter(organizationId: string, { bpmFrom, bpmTo, key, tag }: MusicFilter): RawBuilder<boolean> {
  return sql<boolean>`exists (select 1 from music_facts m where m.organization_id = ${organizationId} and m.product_id = products.id
    and (${bpmFrom}::int is null or m.bpm >= ${bpmFrom}) and (${bpmTo}::int is null or m.bpm <= ${bpmTo})
    and (${key}::text is null or m.musical_key = ${key}) and (${tag}::text is null or m.tags @> array[${tag}::text]))`
}

/** What there is to choose from among the music on the site. */
export interface MusicChoices {
  keys: MusicalKey[]
  /** Those that stand at most pieces first. */
  tags: string[]
}

/** @returns null when there is no music on the site */
export async function listMusicChoices(tx: Tx, organizationId: string): Promise<MusicChoices | null> {
  const found = await sql<{ keys: MusicalKey[] | null; tags: string[] | null; pieces: number }>`
    with listed as (
      select m.musical_key, m.tags from music_facts m join products p on p.organization_id = m.organization_id and p.id = m.product_id
      where m.organization_id = ${organizationId} and p.status = 'published' and p.deleted_at is null
    )
    select (select count(*)::int from listed) as pieces,
      (select array_agg(distinct musical_key) from listed where musical_key is not null) as keys,
      (select array_agg(tag order by uses desc, tag) from (select tag, count(*) as uses from listed, unnest(tags) as tag group by tag order by uses desc, tag limit 40) one) as tags`.execute(tx)
  const [row] = found.rows
  return row && row.pieces > 0 ? { keys: row.keys ?? [], tags: row.tags ?? [] } : null
}

function toFacts(row: Selectable<MusicFactsRow>): MusicFacts {
  return { bpm: row.bpm, musicalKey: row.musical_key as MusicalKey | null, tags: row.tags, previewFileId: row.preview_file_id, previewSeconds: row.preview_seconds, peaks: row.peaks, soldAt: row.sold_at }
}
