import { createContext } from 'react-router'
import type { FrameRules } from './http/security-headers.ts'
import type { AppError } from '#platform/errors/app-error.ts'
import type { PublicSchool } from '#modules/tenancy/index.ts'
import type { MemberRole, TenantCtx } from '#platform/ctx.ts'
import type { App } from '../wiring.ts'

/** The school that the host names, as anyone may see it. */
export type Tenant = PublicSchool & {
  /** Under which domain of its own it wants to be found; null for its subdomain, and where that was not asked. */
  primary_domain: string | null
}

/** The person who is signed in. */
export interface Viewer {
  userId: string
  name: string
  email: string | null
  isOperator: boolean
  /** In which language they chose to read; null until they do. */
  language?: string | null
}

/** What the HTTP edge knows of a request before a route sees it. */
export interface RequestContext {
  app: App
  /** Null on the installation's own pages. */
  tenant: Tenant | null
  /** What links of a school begin with: '' on its own host, '/s/<slug>' on the installation's. */
  base: string
  /** In which locale this answer is written: a language that the school offers, with its region. BCP 47. */
  locale: string
  /** Scheme, host and port that the person typed, e.g. `http://melody.coursecove.localhost:3000`. */
  origin: string
  /** The school's own domain, when that is the host; without port. */
  domain: string | null
  /** Under what search engines and links from elsewhere find the school, without a slash at the end; the origin on the installation's own pages. */
  home: string
  /** For the inline scripts of React Router under the Content-Security-Policy. */
  nonce: string
  /** What the page is, by its pattern such as `/courses/:courseSlug`, noted once it is known, for the metrics; and whether every visitor of the school may have the same. */
  page: { pattern: string | null; isEverybodys: boolean; /** Whom it frames and by whom it may be framed, where that is not as usual. */ frames?: FrameRules }
  /** The address the request came from, for throttling. */
  address: string
  /** Why it could not be found out who asks for this page; null as good as always. */
  renewalFault: AppError | null
  /** Who is signed in; asked once a request, then remembered. */
  viewer(): Promise<Viewer | null>
  /** What the person is in this school; null for strangers. Throws NotFound on the installation's own pages. */
  role(): Promise<MemberRole | null>
  /** The context of a use case in this school, as this person. Throws NotFound on the installation's own pages. */
  tenantCtx(): Promise<TenantCtx>
}

export const requestContext = createContext<RequestContext>()
