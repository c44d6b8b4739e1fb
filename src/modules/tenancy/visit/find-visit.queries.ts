import type { KnownViewer } from '#modules/identity/index.ts'
import type { MemberRole } from '#platform/ctx.ts'

/** The school that an address names, as anyone may see it. */
export interface PublicSchool {
  id: string
  slug: string
  name: string
  preset: string
  brand_colour: string
  tagline: string
  hero_title: string
  hero_text: string
  about: string
  time_zone: string
  currency: string
  locale: string
  status: string
}

/** Who comes to which school, as what. Each is null where there is none. */
export interface Visit {
  school: PublicSchool | null
  person: KnownViewer | null
  role: MemberRole | null
}

/** What the question is about. */
export interface VisitInput {
  slug: string
  provider: string
  subject: string
}

/**
 * The question for a visit, to be asked as the system, in one round trip.
 *
 * @param literal makes text a literal of SQL
 * @returns SQL that answers one row, a `Visit`
 */
export function visitQuestion({ slug, provider, subject }: VisitInput, literal: (text: string) => string): string {
  return `select school, person, role from public.find_visit(${literal(slug)}, ${literal(provider)}, ${literal(subject)})`
}
