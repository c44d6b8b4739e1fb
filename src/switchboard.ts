import { deliverProductsOnPayment, takeProductsBackOnRefund } from '#modules/catalog/index.ts'
import { claimAnswersOnPayment } from '#modules/consents/index.ts'
import { endEnrolmentOnRefund, openEnrolmentOnPayment } from '#modules/learning/index.ts'
import { clearAbandonedUploads, removeFileBytes, removeUploadBytes } from '#modules/files/index.ts'
import { emptyToldEvents, hearBuiltinUser, hearClerkUser } from '#modules/identity/index.ts'
import { forgetOldAnswers } from '#modules/api-keys/index.ts'
import { forgetOldMails, sendInvitation, sendMail } from '#modules/messaging/index.ts'
import { forgetOldImports, hearClerkMembership, hearClerkOrganization, recheckDomains, sendImport } from '#modules/tenancy/index.ts'
import {
  carryOutRefund,
  checkOpenCheckouts,
  emptyPaymentEvents,
  hearPayment,
  hearPayoutAccount,
  resumeRefunds,
  sendReceipt,
  sendReceiptOnPayment,
  sendRefundNotice,
  sendRefundNoticeMail,
} from '#modules/commerce/index.ts'
import { carryOutDepartures, forgetOldExports, forgetPersonAltogether, makeExport, removeExportBytes } from '#modules/privacy/index.ts'
import { forgetOldWebhooks, sendEndpointOffNotice, sendWebhook, sweepLostWebhooks, tellEndpoints } from '#modules/webhooks/index.ts'
import { continueReconcile, reconcileAll, reconcileRecent } from '#modules/operations/index.ts'
import type { Switchboard } from '#platform/switchboard-types.ts'
import type { AppCtx } from './wiring.ts'

/** Thin events of v2, which come to whichever endpoint was told to take them. */
const payoutAccountEvents = {
  'v2.core.account[requirements].updated': hearPayoutAccount,
  'v2.core.account[configuration.recipient].capability_status_updated': hearPayoutAccount,
  'v2.core.account[configuration.recipient].updated': hearPayoutAccount,
  'v2.core.account.closed': hearPayoutAccount,
}

/** One screen: outside event → use case, fact → who hears it, job → what is done, and when. */
export const switchboard: Switchboard<AppCtx> = {
  inbox: {
    builtin: {
      'user.created': hearBuiltinUser('created'),
      'user.updated': hearBuiltinUser('updated'),
      'user.deleted': hearBuiltinUser('deleted', forgetPersonAltogether),
    },
    clerk: {
      'organization.created': hearClerkOrganization('created'),
      'organization.updated': hearClerkOrganization('updated'),
      'organization.deleted': hearClerkOrganization('deleted'),
      'organizationMembership.created': hearClerkMembership('created'),
      'organizationMembership.updated': hearClerkMembership('updated'),
      'organizationMembership.deleted': hearClerkMembership('deleted'),
      'user.created': hearClerkUser('created'),
      'user.updated': hearClerkUser('updated'),
      'user.deleted': hearClerkUser('deleted', forgetPersonAltogether),
    },
    stripe: {
      'checkout.session.completed': hearPayment,
      'checkout.session.async_payment_succeeded': hearPayment,
      'checkout.session.async_payment_failed': hearPayment,
      'checkout.session.expired': hearPayment,
      'charge.updated': hearPayment,
      'charge.refunded': hearPayment,
      'refund.created': hearPayment,
      'refund.updated': hearPayment,
      'refund.failed': hearPayment,
      ...payoutAccountEvents,
    },
    'stripe-connect': {
      'account.updated': hearPayoutAccount,
      ...payoutAccountEvents,
    },
  },
  events: {
    'invitation.sent': [sendInvitation],
    'order.paid': [openEnrolmentOnPayment, deliverProductsOnPayment, claimAnswersOnPayment, sendReceiptOnPayment, tellEndpoints('order.paid')],
    'order.refunded': [endEnrolmentOnRefund, takeProductsBackOnRefund, sendRefundNotice, tellEndpoints('order.refunded')],
    'course.completed': [tellEndpoints('course.completed')],
  },
  jobs: {
    'send-import': sendImport,
    'forget-old-imports': forgetOldImports,
    'make-export': makeExport,
    'forget-old-exports': forgetOldExports,
    'remove-export-bytes': removeExportBytes,
    'carry-out-departures': carryOutDepartures,
    'send-mail': sendMail,
    'forget-old-mails': forgetOldMails,
    'send-receipt': sendReceipt,
    'send-refund-notice': sendRefundNoticeMail,
    'carry-out-refund': async (ctx, payload) => void (await carryOutRefund(ctx, payload)),
    'check-open-checkouts': checkOpenCheckouts,
    'resume-refunds': resumeRefunds,
    'empty-told-events': emptyToldEvents,
    'empty-payment-events': emptyPaymentEvents,
    'reconcile-recent': reconcileRecent,
    'reconcile-all': reconcileAll,
    'continue-reconcile': continueReconcile,
    'send-webhook': sendWebhook,
    'send-endpoint-off-notice': sendEndpointOffNotice,
    'sweep-lost-webhooks': sweepLostWebhooks,
    'forget-old-webhooks': forgetOldWebhooks,
    'forget-old-answers': forgetOldAnswers,
    'recheck-domains': recheckDomains,
    'remove-file-bytes': removeFileBytes,
    'clear-abandoned-uploads': async (ctx) => {
      await clearAbandonedUploads(ctx)
    },
  },
  cron: [
    '*/5 * * * * check-open-checkouts',
    '*/5 * * * * resume-refunds',
    '*/5 * * * * reconcile-recent',
    '*/5 * * * * sweep-lost-webhooks',
    '*/10 * * * * recheck-domains',
    '23 * * * * clear-abandoned-uploads',
    '41 2 * * * reconcile-all',
    '41 3 * * * empty-told-events',
    '47 3 * * * empty-payment-events',
    '53 3 * * * forget-old-mails',
    '59 3 * * * forget-old-webhooks',
    '31 * * * * forget-old-answers',
    '7 4 * * * forget-old-imports',
    '11 4 * * * forget-old-exports',
    '37 * * * * carry-out-departures',
  ],
}
