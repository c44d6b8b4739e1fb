import { reservedSlugs } from '#platform/http/hosts.ts'

/**
 * An address made from a school's name: what can be read stays, everything else becomes hyphens.
 *
 * @returns between 3 and 40 characters, or '' when the name holds nothing that an address can
 */
export function suggestSlug(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/æ/g, 'ae')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return plain.length >= 3 ? plain : plain.length > 0 ? `${plain}-school` : ''
}

/** Whether an address is kept for the installation's own pages. */
export function isReservedSlug(slug: string): boolean {
  return reservedSlugs.includes(slug)
}
