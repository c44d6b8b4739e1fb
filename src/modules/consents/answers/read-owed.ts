import type { TenantCtx } from '#platform/ctx.ts'
import { requirePermission } from '#modules/tenancy/index.ts'
import { listAnswersOfPerson, listAsked } from './answers.queries.ts'
import { canWait, isOwed, type AskedDocument, type Moment } from './owed.ts'

/** What a person is to answer now. */
export interface Owed {
  documents: AskedDocument[]
  /** Whether all of it can be put off. */
  canWait: boolean
}

/** What the person who comes to learn has not answered yet; nothing for those who work at the school, whose texts they are. */
export async function readOwed(ctx: TenantCtx): Promise<Owed> {
  return ctx.inTenant(async ({ tx, role }) => {
    const isAsked = ctx.userId !== null && (role === null || role === 'student' || role === 'guardian')
    const asked = isAsked ? await listAsked(tx, { organizationId: ctx.organizationId, userId: ctx.userId, moment: 'entry' }) : []
    const documents = asked.filter(isOwed)
    const now = ctx.clock.now()
    return { documents, canWait: documents.every((document) => canWait(document, now)) }
  })
}

/** What is asked before paying: of a visitor all of it, of who is known only what they have not agreed to. */
export async function readAskedAtCheckout(ctx: TenantCtx): Promise<AskedDocument[]> {
  return readAsked(ctx, 'checkout', (document) => document.last?.answer !== 'agreed' || isOwed(document))
}

/** All that the person is asked in this school, with what they said: the page of their account. */
export async function readOwnAnswers(ctx: TenantCtx): Promise<AskedDocument[]> {
  return readAsked(ctx, 'account', () => true)
}

/** What one of the school's people answered, for those who work with them. @throws NotFound, NotAllowed */
export async function readAnswersOf(ctx: TenantCtx, userId: string) {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'people.read')
    return listAnswersOfPerson(tx, ctx.organizationId, userId)
  })
}

async function readAsked(ctx: TenantCtx, moment: Moment, isShown: (document: AskedDocument) => boolean): Promise<AskedDocument[]> {
  return ctx.inTenant(async ({ tx }) => (await listAsked(tx, { organizationId: ctx.organizationId, userId: ctx.userId, moment })).filter(isShown))
}
