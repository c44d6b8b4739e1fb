import { orderPaid } from '#modules/commerce/index.ts'
import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import { InvalidInput, NotFound, SignInRequired } from '#platform/errors/app-error.ts'
import type { Subscriber } from '#platform/switchboard-types.ts'
import { NotToBeAnswered } from '../errors.ts'
import { consentWords } from '../ui/words/consent-words.ts'
import { claimAnswers, claimAnswersOfOrder, deleteUnpaidAnswers, insertAnswers, listAsked, type NewAnswer } from './answers.queries.ts'
import { isOwed, type AskedDocument } from './owed.ts'

/** Which boxes were ticked: the versions that stood beside them, by document. */
export type Ticks = ReadonlyMap<string, string>

/** The name of a document's box in a form. */
export const boxOf = (documentId: string): string => `agree-${documentId}`

/** The boxes of a form that were ticked. */
export function readTicks(form: FormData): Ticks {
  return new Map([...form].flatMap(([name, value]): [string, string][] => (name.startsWith('agree-') && typeof value === 'string' ? [[name.slice('agree-'.length), value]] : [])))
}

/**
 * Writes what somebody answers who comes to learn: a yes for each box, and a no for each optional one that was left.
 *
 * @throws SignInRequired; InvalidInput beside a box that is required, or whose text was changed while it was read
 */
export async function answerOwed(ctx: TenantCtx, ticks: Ticks): Promise<void> {
  const userId = requirePerson(ctx)
  await ctx.inTenant(async ({ tx }) => {
    const owed = (await listAsked(tx, { organizationId: ctx.organizationId, userId, moment: 'entry' })).filter(isOwed)
    requireTicks(owed, ticks)
    const line = lineOf(ctx, { userId, checkoutId: null, moment: 'entry' })
    await insertAnswers(tx, owed.map((document) => line(document, ticks.has(document.documentId) ? 'agreed' : 'declined')))
  })
}

/**
 * Checks the boxes of a checkout before it begins.
 *
 * @returns the documents whose box was ticked
 * @throws InvalidInput beside a box that is required, or whose text was changed while it was read
 */
export function requireTicks(asked: readonly AskedDocument[], ticks: Ticks): AskedDocument[] {
  const words = consentWords()
  const faults: Record<string, string> = {}
  for (const { documentId, versionId, isRequired, title } of asked) {
    const ticked = ticks.get(documentId)
    if (ticked === undefined ? isRequired : ticked !== versionId) faults[boxOf(documentId)] = ticked === undefined ? words.mustAgree(title) : words.changedMeanwhile(title)
  }
  if (Object.keys(faults).length > 0) throw new InvalidInput(faults)
  return asked.filter(({ documentId }) => ticks.has(documentId))
}

/**
 * Writes down what was agreed to with a checkout. Who is signed in has agreed at once; a visitor has once they paid and
 * it is known who they are.
 */
export async function noteCheckoutAnswers(ctx: TenantCtx & Pick<SystemCtx, 'inSystem'>, { checkoutId, agreed }: { checkoutId: string; agreed: readonly AskedDocument[] }): Promise<void> {
  if (agreed.length === 0) return
  const line = lineOf(ctx, { userId: ctx.userId, checkoutId, moment: 'checkout' })
  await ctx.inSystem(async (tx) => {
    await deleteUnpaidAnswers(tx, ctx.organizationId, checkoutId)
    await insertAnswers(tx, agreed.map((document) => line(document, 'agreed')))
    // Where nothing was to pay there is an order already, and its fact may have been heard before these lines were there.
    await claimAnswersOfOrder(tx, ctx.organizationId, checkoutId)
  })
}

/** Hears `order.paid`: what a visitor agreed to with the checkout is the buyer's from now on. */
export const claimAnswersOnPayment: Subscriber<SystemCtx> = {
  name: 'consents.claim-answers-on-payment',
  async hear(_ctx, tx, event) {
    const { checkoutId, userId } = orderPaid.payload.parse(event.payload)
    await claimAnswers(tx, event.organizationId, checkoutId, userId)
  },
}

/**
 * Gives an optional consent, or takes it back, at one's own page.
 *
 * @throws SignInRequired; NotFound for what is not asked here; NotToBeAnswered for what is required
 */
export async function changeOwnAnswer(ctx: TenantCtx, documentId: string, { agrees }: { agrees: boolean }): Promise<void> {
  const userId = requirePerson(ctx)
  await ctx.inTenant(async ({ tx }) => {
    const asked = await listAsked(tx, { organizationId: ctx.organizationId, userId, moment: 'account' })
    const document = asked.find((one) => one.documentId === documentId)
    if (!document) throw new NotFound('no such document is asked of anybody here')
    if (document.isRequired) throw new NotToBeAnswered()
    const isAgreed = document.last?.answer === 'agreed' && !isOwed(document)
    if (isAgreed === agrees && document.last !== null) return

    await insertAnswers(tx, [lineOf(ctx, { userId, checkoutId: null, moment: 'account' })(document, agrees ? 'agreed' : document.last?.answer === 'agreed' ? 'withdrawn' : 'declined')])
  })
}

function lineOf(ctx: TenantCtx, by: Pick<NewAnswer, 'userId' | 'checkoutId' | 'moment'>) {
  const at = ctx.clock.now()
  return ({ documentId, versionId }: AskedDocument, answer: NewAnswer['answer']): NewAnswer => ({ ...by, organizationId: ctx.organizationId, id: ctx.ids.next(), documentId, versionId, answer, at })
}

function requirePerson({ userId }: TenantCtx): string {
  if (userId === null) throw new SignInRequired()
  return userId
}
