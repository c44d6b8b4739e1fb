import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { countLearners, findDraft, findVersion, listDocumentRows, listPublicRows, listVersions, type DocumentVersion, type SchoolDocument } from './documents.queries.ts'

const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a school knows of one of its documents. */
export interface DocumentWithHistory {
  document: SchoolDocument
  /** What is being written; without a draft, the text as it is published. */
  text: { title: string; bodyHtml: string }
  versions: (DocumentVersion & { agreed: number; stillAgreed: number })[]
  /** How many people are asked. */
  learners: number
}

/** All documents of the school, with how many agreed. @throws NotFound, NotAllowed */
export async function listDocuments(ctx: TenantCtx): Promise<{ documents: SchoolDocument[]; learners: number }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    return { documents: await listDocumentRows(tx, ctx.organizationId), learners: await countLearners(tx, ctx.organizationId) }
  })
}

/** @throws NotFound, NotAllowed */
export async function readDocument(ctx: TenantCtx, documentId: string): Promise<DocumentWithHistory> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const [document] = isDocumentId(documentId) ? await listDocumentRows(tx, ctx.organizationId, documentId) : []
    if (!document) throw new NotFound('no such document in this school')

    const versions = await listVersions(tx, ctx.organizationId, documentId)
    const text = (await findDraft(tx, ctx.organizationId, documentId)) ?? versions[0]
    return { document, text: { title: text?.title ?? '', bodyHtml: text?.bodyHtml ?? '' }, versions, learners: await countLearners(tx, ctx.organizationId) }
  })
}

/** The names of what the school has published, as the foot of its pages shows them. */
export async function listPublicDocuments(ctx: TenantCtx): Promise<{ id: string; title: string }[]> {
  return ctx.inTenant(({ tx }) => listPublicRows(tx, ctx.organizationId))
}

/**
 * A text as it was published, for anyone.
 *
 * @param number of the version; null for the newest
 * @throws NotFound
 */
export async function readPublicDocument(ctx: TenantCtx, documentId: string, number: number | null): Promise<{ version: DocumentVersion; newest: number }> {
  return ctx.inTenant(async ({ tx }) => {
    const newest = isDocumentId(documentId) ? await findVersion(tx, ctx.organizationId, documentId, null) : null
    const version = number === null ? newest : newest && (await findVersion(tx, ctx.organizationId, documentId, number))
    if (!newest || !version) throw new NotFound('no such text in this school')
    return { version, newest: newest.number ?? 1 }
  })
}

/** Whether a word of an address can be the id of a document at all. */
export function isDocumentId(word: string): boolean {
  return idForm.test(word)
}
