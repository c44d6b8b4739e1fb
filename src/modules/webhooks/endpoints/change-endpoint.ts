import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { NotFound } from '#platform/errors/app-error.ts'
import { holdDeliveries } from '../deliveries/deliveries.queries.ts'
import type { WebhooksPersonCtx } from '../webhooks-ctx.ts'
import { newSecret, overlapHours, sealSecret } from './endpoint-secret.ts'
import type { EndpointInput } from './endpoint.schema.ts'
import { deleteEndpoint, forgetPreviousSecret, replaceSecret, updateEndpoint } from './endpoints.queries.ts'

type Change = (tx: Parameters<Parameters<TenantCtx['inTenant']>[0]>[0]['tx']) => Promise<boolean>

/** Changes address, words and facts. What is on its way goes to the new address. @throws NotFound, NotAllowed */
export async function changeEndpoint(ctx: TenantCtx, endpointId: string, input: EndpointInput): Promise<void> {
  const { url, description, facts } = input
  await change(ctx, endpointId, (tx) => updateEndpoint(tx, ctx.organizationId, endpointId, { url, description, facts }))
}

/**
 * Switches an endpoint on, or off. Off, it is told nothing, and what is on its way is held until somebody sends it again.
 *
 * @throws NotFound, NotAllowed
 */
export async function switchEndpoint(ctx: TenantCtx, endpointId: string, state: 'on' | 'off'): Promise<void> {
  await change(ctx, endpointId, async (tx) => {
    const isThere = await updateEndpoint(tx, ctx.organizationId, endpointId, { state })
    if (state === 'off') await holdDeliveries(tx, ctx.organizationId, endpointId)
    return isThere
  })
}

/**
 * Gives the endpoint a new secret. For `overlapHours` the one until now signs too.
 *
 * @returns the secret, which is shown this once
 * @throws NotFound, NotAllowed
 */
export async function rotateSecret(ctx: WebhooksPersonCtx, endpointId: string): Promise<string> {
  const secret = newSecret()
  const secretSealed = sealSecret(ctx.config.appSecret, secret, { organizationId: ctx.organizationId, endpointId })
  await change(ctx, endpointId, (tx) => replaceSecret(tx, ctx.organizationId, endpointId, { secretSealed, overlapHours }))
  return secret
}

/** Lets the secret before the last change sign no more: receivers have the new one, or the old one is in wrong hands. @throws NotFound, NotAllowed */
export async function endOverlap(ctx: TenantCtx, endpointId: string): Promise<void> {
  await change(ctx, endpointId, (tx) => forgetPreviousSecret(tx, ctx.organizationId, endpointId))
}

/** Removes an endpoint with the log of what it was told. @throws NotFound, NotAllowed */
export async function removeEndpoint(ctx: TenantCtx, endpointId: string): Promise<void> {
  await change(ctx, endpointId, (tx) => deleteEndpoint(tx, ctx.organizationId, endpointId))
}

async function change(ctx: TenantCtx, endpointId: string, work: Change): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'webhooks.manage')
    if (!(await work(tx))) throw new NotFound(`no endpoint ${endpointId}`)
  })
}
