import type { FileStorage } from '#modules/files/index.ts'
import type { IdentityCtx } from '#modules/identity/index.ts'
import type { SystemCtx } from '#platform/ctx.ts'

/** What copies, and leaving, ask for. */
export interface PrivacyCtx extends SystemCtx, Pick<IdentityCtx, 'accounts' | 'accountEvents'> {
  config: { dataDir: string; appSecret: string; scheme: 'http' | 'https'; baseDomain: string }
  storage: FileStorage
}
