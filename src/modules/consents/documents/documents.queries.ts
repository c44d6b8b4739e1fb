import { sql } from 'kysely'
import type { Tx } from '#platform/ctx.ts'

/** When people are asked, and whether they may say no. */
export interface DocumentTerms {
  isRequired: boolean
  asksAtEntry: boolean
  asksAtCheckout: boolean
}

/** A document as its school sees it. */
export interface SchoolDocument extends DocumentTerms {
  id: string
  /** Of the newest version, else of the draft. */
  title: string
  hasDraft: boolean
  archivedAt: Date | null
  /** How often it was published. */
  versions: number
  publishedAt: Date | null
  /** People whose last answer is a yes, to the newest version and to an older one. */
  agreed: number
  agreedBefore: number
}

/** A text as it was published, or the draft. */
export interface DocumentVersion {
  id: string
  documentId: string
  /** Null for the draft. */
  number: number | null
  title: string
  bodyHtml: string
  changeNote: string
  publishedAt: Date | null
  bindingAt: Date | null
}

const versionColumns = sql`v.id, v.document_id as "documentId", v.number, v.title, v.body_html as "bodyHtml", v.change_note as "changeNote", v.published_at as "publishedAt", v.binding_at as "bindingAt"`

/** The last answer of each person to each document; who is only about to pay has not answered yet. */
const lastAnswers = (organizationId: string) => sql`
  (select distinct on (a.document_id, a.user_id) a.document_id, a.user_id, a.version_id, a.answer from consent_answers a
   where a.organization_id = ${organizationId} and a.user_id is not null order by a.document_id, a.user_id, a.answered_at desc, a.id desc)`

/** The documents of a school with their figures: those in use first, then by age. */
export async function listDocumentRows(tx: Tx, organizationId: string, documentId: string | null = null): Promise<SchoolDocument[]> {
  const { rows } = await sql<SchoolDocument>`
    select d.id, d.is_required as "isRequired", d.asks_at_entry as "asksAtEntry", d.asks_at_checkout as "asksAtCheckout", d.archived_at as "archivedAt",
      coalesce(newest.title, draft.title, '') as title, draft.id is not null as "hasDraft", coalesce(newest.number, 0) as versions, newest.published_at as "publishedAt",
      coalesce(said.agreed, 0)::int as agreed, coalesce(said.before, 0)::int as "agreedBefore"
    from consent_documents d
    left join lateral (select v.id, v.title, v.number, v.published_at from consent_versions v where v.organization_id = d.organization_id and v.document_id = d.id and v.published_at is not null order by v.number desc limit 1) newest on true
    left join consent_versions draft on draft.organization_id = d.organization_id and draft.document_id = d.id and draft.published_at is null
    left join lateral (select count(*) filter (where l.version_id = newest.id) as agreed, count(*) filter (where l.version_id <> newest.id) as before
      from ${lastAnswers(organizationId)} l where l.document_id = d.id and l.answer = 'agreed') said on true
    where d.organization_id = ${organizationId} and (${documentId}::uuid is null or d.id = ${documentId}::uuid)
    order by d.archived_at is not null, d.created_at, d.id`.execute(tx)
  return rows
}

/** How many learn at a school: those who are asked. */
export async function countLearners(tx: Tx, organizationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from organization_memberships where organization_id = ${organizationId} and deleted_at is null and role in ('student', 'guardian')`.execute(tx)
  return rows[0]?.count ?? 0
}

/** The published versions, the newest first, with how many agreed to each, and how many of them still stand by it. */
export async function listVersions(tx: Tx, organizationId: string, documentId: string): Promise<(DocumentVersion & { agreed: number; stillAgreed: number })[]> {
  const { rows } = await sql<DocumentVersion & { agreed: number; stillAgreed: number }>`
    select ${versionColumns},
      (select count(distinct a.user_id)::int from consent_answers a where a.organization_id = v.organization_id and a.version_id = v.id and a.answer = 'agreed' and a.user_id is not null) as agreed,
      (select count(*)::int from ${lastAnswers(organizationId)} l where l.version_id = v.id and l.answer = 'agreed') as "stillAgreed"
    from consent_versions v where v.organization_id = ${organizationId} and v.document_id = ${documentId} and v.published_at is not null order by v.number desc`.execute(tx)
  return rows
}

/** A published version by its number, or the newest; null where there is none. */
export async function findVersion(tx: Tx, organizationId: string, documentId: string, number: number | null): Promise<DocumentVersion | null> {
  const { rows } = await sql<DocumentVersion>`
    select ${versionColumns} from consent_versions v
    where v.organization_id = ${organizationId} and v.document_id = ${documentId} and v.published_at is not null and (${number}::int is null or v.number = ${number}::int)
    order by v.number desc limit 1`.execute(tx)
  return rows[0] ?? null
}

export async function findDraft(tx: Tx, organizationId: string, documentId: string): Promise<DocumentVersion | null> {
  const { rows } = await sql<DocumentVersion>`select ${versionColumns} from consent_versions v where v.organization_id = ${organizationId} and v.document_id = ${documentId} and v.published_at is null`.execute(tx)
  return rows[0] ?? null
}

/** What anyone may read: the newest text of each document in use. */
export async function listPublicRows(tx: Tx, organizationId: string): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string }>`
    select d.id, v.title from consent_documents d
    join lateral (select v.title from consent_versions v where v.organization_id = d.organization_id and v.document_id = d.id and v.published_at is not null order by v.number desc limit 1) v on true
    where d.organization_id = ${organizationId} and d.archived_at is null order by d.created_at, d.id`.execute(tx)
  return rows
}

export async function insertDocument(tx: Tx, row: DocumentTerms & { organizationId: string; id: string }): Promise<void> {
  await tx.insertInto('consent_documents').values({ organization_id: row.organizationId, id: row.id, ...columnsOf(row) }).execute()
}

/** Locks a document, so that its changes come one after another. @returns whether it is there */
export async function lockDocument(tx: Tx, organizationId: string, documentId: string): Promise<boolean> {
  const row = await tx.selectFrom('consent_documents').select('id').where('organization_id', '=', organizationId).where('id', '=', documentId).forUpdate().executeTakeFirst()
  return row !== undefined
}

export async function updateDocument(tx: Tx, organizationId: string, documentId: string, change: DocumentTerms | { archivedAt: Date | null }): Promise<void> {
  const set = 'archivedAt' in change ? { archived_at: change.archivedAt } : columnsOf(change)
  await tx.updateTable('consent_documents').set(set).where('organization_id', '=', organizationId).where('id', '=', documentId).execute()
}

/** Writes the draft, over the one that is there. */
export async function writeDraft(tx: Tx, draft: { organizationId: string; id: string; documentId: string; title: string; bodyHtml: string }): Promise<void> {
  const { numUpdatedRows } = await tx.updateTable('consent_versions').set({ title: draft.title, body_html: draft.bodyHtml })
    .where('organization_id', '=', draft.organizationId).where('document_id', '=', draft.documentId).where('published_at', 'is', null).executeTakeFirst()
  if (numUpdatedRows > 0n) return
  await tx.insertInto('consent_versions').values({ organization_id: draft.organizationId, id: draft.id, document_id: draft.documentId, title: draft.title, body_html: draft.bodyHtml }).execute()
}

export async function deleteDraft(tx: Tx, organizationId: string, documentId: string): Promise<void> {
  await tx.deleteFrom('consent_versions').where('organization_id', '=', organizationId).where('document_id', '=', documentId).where('published_at', 'is', null).execute()
}

export async function publishDraft(tx: Tx, organizationId: string, draftId: string, published: { number: number; changeNote: string; publishedAt: Date; bindingAt: Date; publishedBy: string | null }): Promise<void> {
  await tx.updateTable('consent_versions')
    .set({ number: published.number, change_note: published.changeNote, published_at: published.publishedAt, binding_at: published.bindingAt, published_by: published.publishedBy })
    .where('organization_id', '=', organizationId).where('id', '=', draftId).execute()
}

export async function deleteDocument(tx: Tx, organizationId: string, documentId: string): Promise<void> {
  await tx.deleteFrom('consent_documents').where('organization_id', '=', organizationId).where('id', '=', documentId).execute()
}

function columnsOf({ isRequired, asksAtEntry, asksAtCheckout }: DocumentTerms) {
  return { is_required: isRequired, asks_at_entry: asksAtEntry, asks_at_checkout: asksAtCheckout }
}
