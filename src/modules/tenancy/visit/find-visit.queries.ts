import type { KnownViewer } from '#modules/identity/index.ts'
import type { MemberRole } from '#platform/ctx.ts'
import type { BoundStatement, PreparedStatement } from '#platform/db/prepared.ts'

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
  /** The tagline in these, by language; what is not there is read in the school's own. */
  tagline_translations: Record<string, string>
}

/** Who comes to which school, as what. Each is null where there is none. */
export interface Visit {
  school: PublicSchool | null
  person: KnownViewer | null
  role: MemberRole | null
}

/** Where a session is shown. */
export interface Arriving {
  slug: string
  provider: string
  subject: string
}

/** The row of one arrival: all columns of who is not there are null. */
export interface VisitRow extends Omit<PublicSchool, 'id'>, Omit<KnownViewer, 'name' | 'userId'> {
  /** Tells it from the others that were asked about, in their order. */
  at: number
  id: string | null
  userId: string | null
  personName: string
  role: MemberRole | null
}

/**
 * The question for one visit or several, to be asked as the system. Each join goes by a unique key, so it answers one
 * `VisitRow` for each, in any order.
 */
export function visitQuestion(arriving: readonly Arriving[]): BoundStatement {
  const [one] = arriving
  if (arriving.length === 1 && one) return { statement: single, values: [one.slug, one.provider, one.subject] }
  return { statement: several, values: [arriving.map(({ slug }) => slug), arriving.map(({ provider }) => provider), arriving.map(({ subject }) => subject)] }
}

const question = (asked: string) => `
  select asked.nth as at, o.id, o.slug, o.name, o.preset, o.brand_colour, o.tagline, o.hero_title, o.hero_text, o.about, o.time_zone, o.currency, o.locale, o.status, o.type_pair, o.look, o.logo_file_id, o.logo_key, o.languages, o.tagline_translations,
    u.id as "userId", u.name as "personName", u.email, u.is_operator as "isOperator", u.language, u.email_verified_at is not null as "isEmailVerified", u.deleted_at is not null as "isDeleted",
    m.role
  from ${asked}
  left join organizations o on o.slug = asked.slug and o.deleted_at is null
  left join user_identities i on i.provider = asked.provider and i.subject = asked.subject
  left join users u on u.id = i.user_id
  left join organization_memberships m on m.organization_id = o.id and m.user_id = u.id and m.deleted_at is null`

/** Most come alone: they are not made an array of. */
const single: PreparedStatement = { name: 'tenancy-visit', text: question('(select $1::text as slug, $2::text as provider, $3::text as subject, 0 as nth) asked') }
const several: PreparedStatement = { name: 'tenancy-visits', text: question('unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(slug, provider, subject, nth)') }

/** What the row says of each. */
export function visitOf({ at: _, userId, personName, email, isOperator, language, isEmailVerified, isDeleted, role, id, ...school }: VisitRow): Visit {
  return {
    school: id === null ? null : { id, ...school },
    person: userId === null ? null : { userId, name: personName, email, isOperator, language, isEmailVerified, isDeleted },
    role,
  }
}
