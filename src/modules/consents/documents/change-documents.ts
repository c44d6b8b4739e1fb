import { sanitiseRichText } from '#modules/catalog/index.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx, Tx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { NothingToPublish } from '../errors.ts'
import type { DocumentInput, PublishInput } from './document.schema.ts'
import { deleteDocument, deleteDraft, findDraft, findVersion, insertDocument, lockDocument, publishDraft, updateDocument, writeDraft } from './documents.queries.ts'
import { isDocumentId } from './read-documents.ts'

const dayMs = 86_400_000

/** Begins a document with its first draft; nobody sees it yet. @returns its id @throws NotFound, NotAllowed */
export async function createDocument(ctx: TenantCtx, input: DocumentInput): Promise<string> {
  const documentId = ctx.ids.next()
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    await insertDocument(tx, { organizationId: ctx.organizationId, id: documentId, ...termsOf(input) })
    await writeDraft(tx, { organizationId: ctx.organizationId, id: ctx.ids.next(), documentId, title: input.title, bodyHtml: sanitiseRichText(input.bodyHtml) })
  })
  return documentId
}

/**
 * Writes the draft. What is published stays as it is; whom it asks and when holds at once. A draft that says what is
 * published is none.
 *
 * @throws NotFound, NotAllowed
 */
export async function saveDocument(ctx: TenantCtx, documentId: string, input: DocumentInput): Promise<void> {
  await changing(ctx, documentId, async (tx) => {
    const { organizationId } = ctx
    const bodyHtml = sanitiseRichText(input.bodyHtml)
    await updateDocument(tx, organizationId, documentId, termsOf(input))
    const published = await findVersion(tx, organizationId, documentId, null)
    if (published?.title === input.title && published.bodyHtml === bodyHtml) await deleteDraft(tx, organizationId, documentId)
    else await writeDraft(tx, { organizationId, id: ctx.ids.next(), documentId, title: input.title, bodyHtml })
  })
}

/**
 * Makes the draft the next version. From now on nobody changes it, and who agreed to an older one is asked again.
 *
 * @throws NotFound, NotAllowed; NothingToPublish without a draft or without words
 */
export async function publishDocument(ctx: TenantCtx, documentId: string, { changeNote, days }: PublishInput): Promise<void> {
  await changing(ctx, documentId, async (tx) => {
    const draft = await findDraft(tx, ctx.organizationId, documentId)
    if (!draft) throw new NothingToPublish('unchanged')
    if (draft.bodyHtml === '') throw new NothingToPublish('empty')

    const before = await findVersion(tx, ctx.organizationId, documentId, null)
    const publishedAt = ctx.clock.now()
    const bindingAt = new Date(publishedAt.getTime() + days * dayMs)
    await publishDraft(tx, ctx.organizationId, draft.id, { number: (before?.number ?? 0) + 1, changeNote: before ? changeNote : '', publishedAt, bindingAt, publishedBy: ctx.userId })
  })
}

/** Takes a document out of use, or brings it back: nobody is asked, and its answers stay. @throws NotFound, NotAllowed */
export async function archiveDocument(ctx: TenantCtx, documentId: string, { isArchived }: { isArchived: boolean }): Promise<void> {
  await changing(ctx, documentId, (tx) => updateDocument(tx, ctx.organizationId, documentId, { archivedAt: isArchived ? ctx.clock.now() : null }))
}

/** Throws the draft away; a document that was never published goes with it. @returns whether the document is gone @throws NotFound, NotAllowed */
export async function discardDraft(ctx: TenantCtx, documentId: string): Promise<boolean> {
  return changing(ctx, documentId, async (tx) => {
    await deleteDraft(tx, ctx.organizationId, documentId)
    if (await findVersion(tx, ctx.organizationId, documentId, null)) return false

    await deleteDocument(tx, ctx.organizationId, documentId)
    return true
  })
}

async function changing<T>(ctx: TenantCtx, documentId: string, change: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    if (!isDocumentId(documentId) || !(await lockDocument(tx, ctx.organizationId, documentId))) throw new NotFound('no such document in this school')
    return change(tx)
  })
}

function termsOf({ weight, atEntry, atCheckout }: DocumentInput) {
  return { isRequired: weight === 'required', asksAtEntry: atEntry, asksAtCheckout: atCheckout }
}
