/** What a host and path mean here. */
export type HostMeaning =
  | { kind: 'installation' }
  | { kind: 'school'; slug: string; base: string }
  /** A school's own domain, if one has proven it; the database knows. */
  | { kind: 'domain'; host: string; base: '' }
  | { kind: 'files' }
  | { kind: 'unknown' }

/** Subdomains that no school can have. */
export const reservedSlugs = [
  'www', 'api', 'app', 'admin', 'files', 'mail', 'static', 'assets', 'cdn', 'status', 'docs', 'help', 'support', 'blog', 'auth', 'account', 'operator', 'sign-in', 'sign-up', 'mailbox', 'onboarding', 'marketplace',
]

const slugPattern = /^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/
/** As the check of `domains.host`: at least two labels, and no number at the end, so no address of a machine. */
const hostPattern = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * Reads the tenant from the host, or from `/s/<slug>` on the installation's own host. Nothing else names a tenant:
 * no forwarded header, no body.
 *
 * @param host the Host header, with its port
 * @param path the path of the request
 * @param baseDomain host and port of the installation
 */
export function readHost(host: string, path: string, baseDomain: string): HostMeaning {
  const wanted = host.toLowerCase()
  if (wanted === baseDomain) {
    const slug = /^\/s\/([^/]+)(\/|$|\.data$)/.exec(path)?.[1]?.replace(/\.data$/, '')
    return slug && slugPattern.test(slug) ? { kind: 'school', slug, base: `/s/${slug}` } : { kind: 'installation' }
  }
  if (!wanted.endsWith(`.${baseDomain}`)) return readDomain(wanted, baseDomain)

  const slug = wanted.slice(0, -baseDomain.length - 1)
  if (slug === 'files') return { kind: 'files' }
  return slugPattern.test(slug) && !reservedSlugs.includes(slug) ? { kind: 'school', slug, base: '' } : { kind: 'unknown' }
}

/** Under what the school of a host is looked for, and what its links begin with; null where no school can be. */
export function schoolAsked(meaning: HostMeaning): { name: string; base: string } | null {
  if (meaning.kind === 'school') return { name: meaning.slug, base: meaning.base }
  return meaning.kind === 'domain' ? { name: meaning.host, base: '' } : null
}

/**
 * The school whose page an address of ours is, on its host, under its path, or on the way to its own domain.
 *
 * @param address a full one
 */
export function schoolOfAddress(address: string, baseDomain: string): { name: string; base: string } | null {
  const { host, pathname, searchParams } = new URL(address)
  const meaning = readHost(host, pathname, baseDomain)
  const to = meaning.kind === 'installation' && pathname === '/hand-over' ? searchParams.get('to') : null
  return schoolAsked(to === null ? meaning : readHost(hostOfDomain(to, baseDomain), '/', baseDomain))
}

/** Whether a name is a host and no slug: a slug has no dot. */
export function isDomain(name: string): boolean {
  return name.includes('.')
}

/** The host of a school's own domain as browsers ask for it: with the installation's port, if that has one. */
export function hostOfDomain(domain: string, baseDomain: string): string {
  return `${domain}${portOf(baseDomain)}`
}

function readDomain(wanted: string, baseDomain: string): HostMeaning {
  const port = portOf(baseDomain)
  const host = port && wanted.endsWith(port) ? wanted.slice(0, -port.length) : wanted
  const installation = baseDomain.slice(0, baseDomain.length - port.length)
  const isOurs = host === installation || host.endsWith(`.${installation}`)
  return hostPattern.test(host) && host.length <= 253 && wanted === `${host}${port}` && !isOurs ? { kind: 'domain', host, base: '' } : { kind: 'unknown' }
}

function portOf(baseDomain: string): string {
  return /:\d+$/.exec(baseDomain)?.[0] ?? ''
}
