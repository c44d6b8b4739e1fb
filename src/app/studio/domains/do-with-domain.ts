import { domainWords } from '#modules/tenancy/ui/words/domain-words.ts'
import { checkDomain, choosePrimaryDomain, removeDomain } from '#modules/tenancy/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { InvalidInput } from '#platform/errors/app-error.ts'

/**
 * Does what a button of the domain's page asks for.
 *
 * @param domainId of the school whose door `ctx` opens: read under it before
 * @returns which word of it the page says afterwards
 * @throws InvalidInput for a word that no button sends
 */
export async function doWithDomain(ctx: TenantCtx & Parameters<typeof checkDomain>[0], domainId: string, form: FormData): Promise<string> {
  switch (form.get('intent')) {
    case 'check':
      await checkDomain(ctx, { organizationId: ctx.organizationId, domainId })
      return 'checked'
    case 'main':
      await choosePrimaryDomain(ctx, domainId)
      return 'main'
    case 'subdomain':
      await choosePrimaryDomain(ctx, null)
      return 'subdomain'
    case 'remove':
      await removeDomain(ctx, domainId)
      return 'removed'
    default:
      throw new InvalidInput({}, domainWords().buttonUnknown)
  }
}
