import { requirePermission } from '#modules/tenancy/index.ts'
import { TooManyEndpoints } from '../errors.ts'
import type { WebhooksPersonCtx } from '../webhooks-ctx.ts'
import { newSecret, sealSecret } from './endpoint-secret.ts'
import { endpointsMax, type EndpointInput } from './endpoint.schema.ts'
import { countEndpointsForAdding, findEndpoint, insertEndpoint } from './endpoints.queries.ts'

/**
 * Adds an endpoint that from now on is told the chosen facts.
 *
 * @returns its id and its secret, which is shown this once; null when the same form has added it before
 * @throws NotFound, NotAllowed
 * @throws TooManyEndpoints
 */
export async function addEndpoint(ctx: WebhooksPersonCtx, input: EndpointInput): Promise<{ endpointId: string; secret: string | null }> {
  const { organizationId } = ctx
  const [endpointId, secret] = [input.requestKey ?? ctx.ids.next(), newSecret()]
  const secretSealed = sealSecret(ctx.config.appSecret, secret, { organizationId, endpointId })
  const isNew = await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    const count = await countEndpointsForAdding(tx, organizationId)
    if (await findEndpoint(tx, organizationId, endpointId)) return false
    if (count >= endpointsMax) throw new TooManyEndpoints(endpointsMax)

    await insertEndpoint(tx, organizationId, { ...input, id: endpointId, secretSealed })
    return true
  })
  return { endpointId, secret: isNew ? secret : null }
}
