import { hostOfDomain } from '#platform/http/hosts.ts'

type Where = { scheme: string; baseDomain: string }
type School = { slug: string; primaryDomain: string | null }

/** Scheme and host of the subdomain, which a school always has. */
export function subdomainOrigin({ scheme, baseDomain }: Where, slug: string): string {
  return `${scheme}://${slug}.${baseDomain}`
}

/** Scheme and host under which a school wants to be found. */
export function schoolOrigin(config: Where, { slug, primaryDomain }: School): string {
  return primaryDomain ? domainOrigin(config, primaryDomain) : subdomainOrigin(config, slug)
}

/** Scheme and host of a domain of a school's own. */
export function domainOrigin({ scheme, baseDomain }: Where, host: string): string {
  return `${scheme}://${hostOfDomain(host, baseDomain)}`
}

/**
 * Where to send somebody who is signed in at the installation, so that they are at the school too: on a domain of its
 * own they get a session there on the way.
 *
 * @param path begins with a slash
 */
export function arrivalHref(config: Where, school: School, path: string): string {
  if (!school.primaryDomain) return `${subdomainOrigin(config, school.slug)}${path}`
  return `${config.scheme}://${config.baseDomain}/hand-over?${new URLSearchParams({ to: school.primaryDomain, next: path })}`
}
