import type { Config } from '#platform/config/config.ts'

/** Where a school's own pages are. */
export function schoolOrigin({ scheme, baseDomain }: Pick<Config, 'scheme' | 'baseDomain'>, slug: string): string {
  return `${scheme}://${slug}.${baseDomain}`
}
