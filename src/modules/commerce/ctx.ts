import type { SystemCtx, TenantCtx } from '#platform/ctx.ts'
import type { PaymentGateway, SignInLinks } from './ports.ts'

/** What commerce's use cases of the system ask for. The application's context fits. */
export interface CommerceCtx extends SystemCtx {
  /** Null while no payment provider is set up. */
  payments: PaymentGateway | null
}

/** The same for what a person asks for in a school. */
export type CommercePersonCtx = CommerceCtx & TenantCtx

/** What the jobs that write mails need beside. */
export interface CommerceMailCtx extends CommerceCtx {
  identity: SignInLinks
  /** Scheme and base domain of the installation, for links in mails. */
  config: { scheme: string; baseDomain: string }
}
