import { requirePermission } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { SignInRequired } from '#platform/errors/app-error.ts'
import { log } from '#platform/log/log.ts'
import { TooManyApiKeys } from '../errors.ts'
import { keysMax, type KeyInput } from './api-key.schema.ts'
import { newSecret } from './api-key-secret.ts'
import { countKeysForAdding, findKey, insertKey } from './api-keys.queries.ts'

/**
 * Makes a key in the name of the person who asks.
 *
 * @returns its id and the key itself, which is shown this once; null when the same form has made it before
 * @throws NotFound, NotAllowed, SignInRequired
 * @throws TooManyApiKeys
 */
export async function makeKey(ctx: TenantCtx, input: KeyInput): Promise<{ keyId: string; secret: string | null }> {
  const { organizationId, userId } = ctx
  if (!userId) throw new SignInRequired()

  const [id, made] = [input.requestKey ?? ctx.ids.next(), newSecret()]
  const expiresAt = input.daysValid === null ? null : new Date(ctx.clock.now().getTime() + input.daysValid * 86_400_000)
  const isNew = await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'api-keys.manage')
    const inUse = await countKeysForAdding(tx, organizationId)
    if (await findKey(tx, organizationId, id)) return false
    if (inUse >= keysMax) throw new TooManyApiKeys(keysMax)

    const { prefix, secretHash } = made
    await insertKey(tx, organizationId, { id, name: input.name, scopes: input.scopes, prefix, secretHash, madeBy: userId, expiresAt })
    return true
  })
  if (isNew) log.info({ organizationId, keyId: id, userId, scopes: input.scopes }, 'an API key was made')
  return { keyId: id, secret: isNew ? made.secret : null }
}
