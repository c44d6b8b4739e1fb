import type { SystemCtx } from '#platform/ctx.ts'
import type { HandOvers } from '#modules/identity/index.ts'
import { isUniqueViolation } from '#platform/db/database-faults.ts'
import type { DomainRecords } from '../ports.ts'
import { findDomain, isHeldByAnother, lockDomain, writeStanding, type Domain } from './domains.queries.ts'
import { recordName, recordValue } from './domain.schema.ts'
import { judgeDomain, readProof, type DomainStanding } from './judge-domain.ts'

/** What a look into the DNS needs. */
export interface CheckingCtx extends SystemCtx {
  config: { baseDomain: string }
  domainRecords: DomainRecords
  accounts: { handOvers: HandOvers | null }
}

/**
 * Looks into the DNS whether a school has proven a domain, and writes down what it found. Two schools that prove the
 * same one: who was first keeps it, until the first one's record is gone.
 *
 * @returns how it stands now; null when the claim is gone
 */
export async function checkDomain(ctx: CheckingCtx, { organizationId, domainId }: { organizationId: string; domainId: string }): Promise<DomainStanding | null> {
  const claim = await ctx.inSystem((tx) => findDomain(tx, organizationId, domainId))
  if (!claim) return null

  const texts = await ctx.domainRecords.findTexts(recordName(claim.host))
  const leadsHere = await doesLeadHere(ctx, claim.host)
  const proof = readProof(texts, recordValue(claim.challenge))
  // What is left of sessions from another time, perhaps another holder's, does not open the new one's pages.
  if (proof.kind === 'proven' && claim.state !== 'verified') await ctx.accounts.handOvers?.endAt(claim.host)

  const write = (judge: (domain: Domain, isHeld: boolean) => DomainStanding) =>
    ctx.inSystem(async (tx) => {
      const domain = await lockDomain(tx, organizationId, domainId)
      if (!domain) return null
      const standing = judge(domain, await isHeldByAnother(tx, domain.host, organizationId))
      await writeStanding(tx, organizationId, domainId, { ...standing, leadsHere, now: ctx.clock.now() })
      return standing
    })
  const taken: DomainStanding = { state: 'failed', reason: 'taken', failingSince: null }
  try {
    return await write((domain, isHeld) => (proof.kind === 'proven' && isHeld ? taken : judgeDomain(domain, proof, ctx.clock.now())))
  } catch (fault) {
    // Another school proved it in this very moment.
    if (isUniqueViolation(fault)) return write(() => taken)
    throw fault
  }
}

async function doesLeadHere({ config, domainRecords }: CheckingCtx, host: string): Promise<boolean | null> {
  const [found, ours] = await Promise.all([domainRecords.findAddresses(host), domainRecords.findAddresses(config.baseDomain.replace(/:\d+$/, ''))])
  if (found === null || ours === null || ours.length === 0) return null
  return found.some((address) => ours.includes(address))
}
