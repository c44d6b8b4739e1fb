import { isReservedSlug, suggestSlug } from '../organizations/suggest-slug.ts'

const lengthMax = 40

/**
 * The addresses that an organization of Clerk's may get here, best first: its own slug, then numbered ones. Clerk
 * lets slugs through that no host name can be; those are spelled as we would spell the name.
 *
 * @param count how many to name
 */
export function slugChoices(organization: { slug: string; name: string }, count: number): string[] {
  const wanted = suggestSlug(organization.slug) || suggestSlug(organization.name) || 'school'
  const numbered = Array.from({ length: count }, (_, index) => (index === 0 ? wanted : withNumber(wanted, index + 1)))
  return numbered.filter((slug) => !isReservedSlug(slug))
}

function withNumber(slug: string, number: number): string {
  const ending = `-${number}`
  return `${slug.slice(0, lengthMax - ending.length).replace(/-+$/, '')}${ending}`
}
