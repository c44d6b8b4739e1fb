import { Resolver } from 'node:dns/promises'
import type { DomainRecords } from '#modules/tenancy/ports.ts'

/** The name exists without such a record, or does not exist: an answer, unlike silence. */
const nothingThere = new Set(['ENODATA', 'ENOTFOUND'])

/**
 * Asks the DNS.
 *
 * @param servers addresses with or without port; the machine's own when empty
 */
export function dnsRecords(servers: readonly string[]): DomainRecords {
  const resolver = new Resolver({ timeout: 2000, tries: 2 })
  if (servers.length > 0) resolver.setServers(servers)
  return {
    findTexts: async (name) => (await answered(resolver.resolveTxt(name)))?.map((pieces) => pieces.join('')) ?? null,
    async findAddresses(name) {
      const [four, six] = await Promise.all([answered(resolver.resolve4(name)), answered(resolver.resolve6(name))])
      return four === null && six === null ? null : [...(four ?? []), ...(six ?? [])]
    },
  }
}

/** @returns null where no name server answered, or none could say */
async function answered<T>(asked: Promise<T[]>): Promise<T[] | null> {
  try {
    return await asked
  } catch (fault) {
    return nothingThere.has(String((fault as { code?: unknown }).code)) ? [] : null
  }
}
