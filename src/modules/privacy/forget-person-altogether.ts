import { forgetLeads } from '#modules/catalog/index.ts'
import { forgetPerson } from '#modules/commerce/index.ts'
import { forgetAnswers } from '#modules/consents/index.ts'
import type { GonePerson } from '#modules/identity/index.ts'
import { deleteValuesOf } from '#modules/tenancy/index.ts'
import type { SystemCtx, Tx } from '#platform/ctx.ts'
import { forgetExportsOf } from './export/make-export.ts'
import { deleteDeparturesOf } from './leaving/departures.queries.ts'

/** What becomes of somebody whose account is gone: copies, requests and addresses they left go first, then all that `forgetPerson` says. */
export async function forgetPersonAltogether(ctx: Pick<SystemCtx, 'clock'>, tx: Tx, person: GonePerson): Promise<void> {
  await forgetExportsOf(tx, person.userId)
  await deleteDeparturesOf(tx, person.userId)
  await forgetLeads(tx, person)
  await forgetAnswers(tx, { userId: person.userId, organizationId: null })
  await deleteValuesOf(tx, { userId: person.userId, organizationId: null })
  await forgetPerson(ctx, tx, person)
}
