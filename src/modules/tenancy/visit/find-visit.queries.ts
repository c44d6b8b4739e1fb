import type { KnownViewer } from '#modules/identity/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import type { PreparedStatement } from '#platform/db/prepared.ts'

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
  /** A key of `typePairs`. */
  type_pair: string
  /** light, dark, or as the visitor's device is. */
  look: string
  logo_file_id: string | null
  /** Where the logo's bytes are; null without one. */
  logo_key: string | null
  /** In which languages its pages can be read besides its own. */
  languages: string[]
}

/** Who comes to which school, as what. Each is null where there is none. */
export interface Visit {
  school: PublicSchool | null
  person: KnownViewer | null
  role: MemberRole | null
}

/** The one row of the question: all columns of who is not there are null. */
export interface VisitRow extends Omit<PublicSchool, 'id'>, Omit<KnownViewer, 'name' | 'userId'> {
  id: string | null
  userId: string | null
  personName: string
  role: MemberRole | null
}

/**
 * The question for a visit, to be asked as the system: slug, provider and subject are bound. Each join goes by a unique
 * key, so it answers one row, a `VisitRow`.
 */
export const visitQuestion: PreparedStatement = {
  name: 'tenancy-visit',
  text: `
    select o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text, o.about, o.time_zone, o.currency, o.locale, o.status, o.type_pair, o.look, o.logo_file_id, o.logo_key, o.languages,
      u.id as "userId", u.name as "personName", u.email, u.is_operator as "isOperator", u.language, u.email_verified_at is not null as "isEmailVerified", u.deleted_at is not null as "isDeleted",
      m.role
    from (select 1) as asked
    left join organizations o on o.slug = $1 and o.deleted_at is null
    left join user_identities i on i.provider = $2 and i.subject = $3
    left join users u on u.id = i.user_id
    left join organization_memberships m on m.organization_id = o.id and m.user_id = u.id and m.deleted_at is null`,
}

/** What the row says of each. */
export function visitOf({ userId, personName, email, isOperator, language, isEmailVerified, isDeleted, role, id, ...school }: VisitRow): Visit {
  return {
    school: id === null ? null : { id, ...school },
    person: userId === null ? null : { userId, name: personName, email, isOperator, language, isEmailVerified, isDeleted },
    role,
  }
}
