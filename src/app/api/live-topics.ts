import { readCheckout, readCheckoutToken } from '#modules/commerce/index.ts'
import { holdsPermission } from '#modules/tenancy/index.ts'
import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { topicKey } from '#platform/live/publish-live.queries.ts'
import type { RequestContext } from '../request-context.ts'

/** What a person may follow. */
export interface Authorised {
  keys: Set<string>
  isMember: boolean
}

const checkoutTopic = /^checkout:([0-9a-f-]{36})$/i

/**
 * Who may hear what: `orders` those who may read orders, `progress` those who may read progress, `people` those
 * who may manage people, `library` everyone who
 * is signed in the own (a buyer becomes a member only when the payment is heard, and waits for exactly that word),
 * `checkout:<id>` the browser that began it or the person who bought.
 *
 * @param names of the topics, as the page asks for them
 * @param cookies of the request
 * @returns the keys to follow, and whether the person is a member at this moment
 * @throws NotFound when one of them is not for this person, or does not exist: both look the same
 */
export async function authoriseTopics(visit: RequestContext, names: string[], cookies: string | null): Promise<Authorised> {
  if (names.length === 0 || names.length > 8) throw new NotFound('no topics, or too many')

  const ctx = await visit.tenantCtx()
  const role = ctx.userId ? await ctx.inTenant(async (opened) => opened.role) : null
  const keys = new Set<string>()
  for (const name of names) keys.add(await authoriseTopic(visit, ctx, { name, role, cookies }))
  return { keys, isMember: role !== null }
}

async function authoriseTopic(visit: RequestContext, ctx: TenantCtx, asked: { name: string; role: MemberRole | null; cookies: string | null }): Promise<string> {
  const { name, role, cookies } = asked
  const { organizationId, userId } = ctx
  const checkoutId = checkoutTopic.exec(name)?.[1]
  if (checkoutId) {
    // Without the payment gateway it only reads: following must not ask the provider.
    const { inSystem } = visit.app.systemCtx
    await readCheckout({ ...ctx, inSystem, payments: null }, { checkoutId, token: readCheckoutToken(cookies) })
    return topicKey({ organizationId, name })
  }

  if (name === 'orders' && holdsPermission(role, 'orders.read')) return topicKey({ organizationId, name })
  if (name === 'progress' && holdsPermission(role, 'progress.read')) return topicKey({ organizationId, name })
  if (name === 'people' && holdsPermission(role, 'people.manage')) return topicKey({ organizationId, name })
  if (name === 'library' && userId) return topicKey({ organizationId, name, userId })
  throw new NotFound(`the topic ${name.slice(0, 80)} is not for this person`)
}
