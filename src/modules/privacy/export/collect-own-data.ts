import { listOwnDownloads, listOwnLeads, listOwnPurchases } from '#modules/catalog/index.ts'
import { countOwnOrders, listOwnCheckouts, listOwnCreditLines, listOwnOrders } from '#modules/commerce/index.ts'
import { listOwnAnswers } from '#modules/consents/index.ts'
import { listOwnFiles, type OwnFile } from '#modules/files/index.ts'
import { listOwnAccount } from '#modules/identity/index.ts'
import { countOwnLearning, listOwnEnrolments, listOwnProgress } from '#modules/learning/index.ts'
import { listOwnMails } from '#modules/messaging/index.ts'
import { listOwnInvitations, listOwnMemberships, listOwnValues, listSchoolsOnlyOwnedBy, type OwnScope } from '#modules/tenancy/index.ts'
import type { Tx } from '#platform/ctx.ts'
import type { LeavingFigures } from './own-data.schema.ts'

/** All that is known of a person: lists by name, and the files they brought. */
export interface OwnData {
  lists: Record<string, Record<string, unknown>[]>
  files: OwnFile[]
}

/** Collects it in one transaction, so that the lists fit each other. */
export async function collectOwnData(tx: Tx, scope: OwnScope): Promise<OwnData> {
  const files = await listOwnFiles(tx, scope)
  return {
    files,
    lists: {
      account: await listOwnAccount(tx, scope.userId),
      schools: await listOwnMemberships(tx, scope),
      details: await listOwnValues(tx, scope),
      invitations: await listOwnInvitations(tx, scope),
      orders: await listOwnOrders(tx, scope),
      checkouts: await listOwnCheckouts(tx, scope),
      credits: await listOwnCreditLines(tx, scope),
      courses: await listOwnEnrolments(tx, scope),
      progress: await listOwnProgress(tx, scope),
      products: await listOwnPurchases(tx, scope),
      downloads: await listOwnDownloads(tx, scope),
      freeDownloads: await listOwnLeads(tx, scope),
      consents: await listOwnAnswers(tx, scope),
      mails: await listOwnMails(tx, scope),
      files: files.map(({ name, purpose, mediaType, sizeBytes, since }) => ({ name, purpose, mediaType, sizeBytes, since })),
    },
  }
}

/** What leaving would do, in figures. */
export async function countOwnData(tx: Tx, scope: OwnScope): Promise<LeavingFigures> {
  return { ...(await countOwnLearning(tx, scope)), orders: await countOwnOrders(tx, scope), onlyOwnerOf: await listSchoolsOnlyOwnedBy(tx, scope) }
}
