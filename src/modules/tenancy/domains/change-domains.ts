import { randomBytes } from 'node:crypto'
import type { HandOvers } from '#modules/identity/index.ts'
import type { TenantCtx } from '#platform/ctx.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import { InvalidInput, NotFound } from '#platform/errors/app-error.ts'
import { DomainNotProven, DomainsUnavailable, TooManyDomains } from '../errors.ts'
import { requirePermission } from '../permissions.ts'
import { domainsMax } from './domain.schema.ts'
import { countMembers, deleteDomain, findDomain, insertDomain, selectDomains, writePrimary, type Domain } from './domains.queries.ts'
import { domainWords } from '../ui/words/domain-words.ts'

type WithHandOvers = { accounts: { handOvers: HandOvers | null } }
type DomainsCtx = TenantCtx & WithHandOvers & { config: { baseDomain: string } }

/** The school's domains, by name. @throws NotFound, NotAllowed */
export async function listDomains(ctx: TenantCtx): Promise<Domain[]> {
  return ctx.inTenant(({ tx, role }) => {
    requirePermission(role, 'school.manage')
    return selectDomains(tx, ctx.organizationId)
  })
}

/** One domain, and how many people the school has. @throws NotFound, NotAllowed */
export async function readDomain(ctx: TenantCtx, domainId: string): Promise<Domain & { memberCount: number }> {
  return ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    return { ...(await requireDomain(tx, ctx.organizationId, domainId)), memberCount: await countMembers(tx, ctx.organizationId) }
  })
}

/**
 * Adds a claim to a domain. It opens nothing until the DNS has proven it, so another school's claim is no hindrance.
 *
 * @returns the claim's id; that of the present one, if the school has it already
 * @throws InvalidInput beside `host` for the installation's own names; NotFound, NotAllowed, TooManyDomains;
 * DomainsUnavailable where sessions could not come along
 */
export async function addDomain(ctx: DomainsCtx, { host }: { host: string }): Promise<string> {
  const words = domainWords()
  if (!ctx.accounts.handOvers) throw new DomainsUnavailable()

  const installation = ctx.config.baseDomain.replace(/:\d+$/, '')
  if (host === installation || host.endsWith(`.${installation}`)) throw new InvalidInput({ host: words.installationNames(installation) })

  const id = ctx.ids.next()
  try {
    return await ctx.inTenant(async ({ tx, role }) => {
      requirePermission(role, 'school.manage')
      const present = await selectDomains(tx, ctx.organizationId)
      const same = present.find((domain) => domain.host === host)
      if (same) return same.id
      if (present.length >= domainsMax) throw new TooManyDomains(domainsMax)

      await insertDomain(tx, { organizationId: ctx.organizationId, id, host, challenge: randomBytes(24).toString('base64url') })
      return id
    })
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new InvalidInput({ host: words.hasAlready })
    throw fault
  }
}

/**
 * Removes a domain: its pages answer no more, and whoever is signed in there is signed out there.
 *
 * @throws NotFound, NotAllowed
 */
export async function removeDomain(ctx: TenantCtx & WithHandOvers, domainId: string): Promise<void> {
  const { host, state } = await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    const found = await requireDomain(tx, ctx.organizationId, domainId)
    await deleteDomain(tx, ctx.organizationId, domainId)
    return found
  })
  if (state === 'verified') await ctx.accounts.handOvers?.endAt(host)
}

/**
 * Chooses under which address the school wants to be found; the others lead there.
 *
 * @param domainId null for the subdomain
 * @throws DomainNotProven for a claim; NotFound, NotAllowed
 */
export async function choosePrimaryDomain(ctx: TenantCtx, domainId: string | null): Promise<void> {
  await ctx.inTenant(async ({ tx, role }) => {
    requirePermission(role, 'school.manage')
    if (domainId && (await requireDomain(tx, ctx.organizationId, domainId)).state !== 'verified') throw new DomainNotProven()
    await writePrimary(tx, ctx.organizationId, domainId)
  })
}

async function requireDomain(tx: Parameters<typeof findDomain>[0], organizationId: string, domainId: string): Promise<Domain> {
  const found = await findDomain(tx, organizationId, domainId)
  if (!found) throw new NotFound(`no domain ${domainId}`)
  return found
}
