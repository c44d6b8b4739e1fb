/** What a host and path mean here. */
export type HostMeaning =
  | { kind: 'installation' }
  | { kind: 'school'; slug: string; base: string }
  | { kind: 'files' }
  | { kind: 'unknown' }

/** Subdomains that no school can have. */
export const reservedSlugs = [
  'www', 'api', 'app', 'admin', 'files', 'mail', 'static', 'assets', 'cdn', 'status', 'docs', 'help', 'support', 'blog', 'auth', 'account', 'operator', 'sign-in', 'sign-up', 'mailbox', 'onboarding', 'marketplace',
]

const slugPattern = /^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$/

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
  if (!wanted.endsWith(`.${baseDomain}`)) return { kind: 'unknown' }

  const slug = wanted.slice(0, -baseDomain.length - 1)
  if (slug === 'files') return { kind: 'files' }
  return slugPattern.test(slug) && !reservedSlugs.includes(slug) ? { kind: 'school', slug, base: '' } : { kind: 'unknown' }
}
